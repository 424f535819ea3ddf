/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a field holds on the wire.
 *
 * @param element of a list or map, null otherwise
 * @param words of an enum by name, null otherwise
 * @param constants of an enum in their order, null otherwise
 */
record Shape(
        Kind kind, Class<?> type, Shape element, Map<String, Object> words, Object[] constants) {

    private Shape(Kind kind, Class<?> type, Shape element) {
        this(kind, type, element, null, null);
    }

    enum Kind {
        TEXT("string"),
        INT("integer"),
        LONG("integer"),
        DOUBLE("number"),
        BOOLEAN("boolean"),
        ENUM("word"),
        RECORD("object"),
        LIST("list"),
        MAP("object");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** How a writer would call it. */
        String words() {
            return words;
        }
    }

    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var element = of(arguments[arguments.length - 1]);
            if (generic.getRawType() == List.class) {
                return new Shape(Kind.LIST, List.class, element);
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new Shape(Kind.MAP, Map.class, element);
            }
        } else if (type instanceof Class<?> plain) {
            return ofClass(plain);
        }
        throw new IllegalArgumentException(type.getTypeName() + " has no wire form");
    }

    private static Shape ofClass(Class<?> type) {
        if (type == String.class) {
            return new Shape(Kind.TEXT, type, null);
        } else if (type == int.class || type == Integer.class) {
            return new Shape(Kind.INT, type, null);
        } else if (type == long.class || type == Long.class) {
            return new Shape(Kind.LONG, type, null);
        } else if (type == double.class || type == Double.class) {
            return new Shape(Kind.DOUBLE, type, null);
        } else if (type == boolean.class || type == Boolean.class) {
            return new Shape(Kind.BOOLEAN, type, null);
        } else if (type.isEnum()) {
            return new Shape(Kind.ENUM, type, null, wordsOf(type), type.getEnumConstants());
        } else if (type.isRecord()) {
            return new Shape(Kind.RECORD, type, null);
        }
        throw new IllegalArgumentException(type.getName() + " has no wire form");
    }

    private static Map<String, Object> wordsOf(Class<?> type) {
        var words = new LinkedHashMap<String, Object>();
        for (var constant : type.getEnumConstants()) {
            words.put(((Enum<?>) constant).name(), constant);
        }
        return words;
    }

    /** What an absent field of this shape reads as in our own output: unknown, never a made-up value. */
    Object absent() {
        if (!type.isPrimitive()) {
            return null;
        }
        return switch (kind) {
            case INT -> 0;
            case LONG -> 0L;
            case DOUBLE -> Double.NaN;
            case BOOLEAN -> false;
            default -> throw new IllegalStateException(kind + " is not primitive");
        };
    }
}
