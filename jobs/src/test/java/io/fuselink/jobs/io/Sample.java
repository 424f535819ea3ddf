/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A record with every field filled, and some of them as the story needs. */
public final class Sample {
    /** 2026-11-21 12:00 UTC. */
    public static final long NOON = 1_795_262_400_000L;

    private Sample() {}

    public static <T extends Record> T of(Class<T> type, Map<String, Object> story) {
        var components = type.getRecordComponents();
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values =
                Arrays.stream(components)
                        .map(
                                c ->
                                        story.getOrDefault(
                                                c.getName(),
                                                value(c.getName(), c.getGenericType())))
                        .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot fill " + type, e);
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(value(name, list.getActualTypeArguments()[0]));
        }
        var java = (Class<?>) type;
        if (java == String.class) {
            // A linked assessment is the exception.
            return name.equals("linkedFrom") ? null : name;
        }
        if (java == int.class) {
            return 1;
        }
        if (java == long.class) {
            return NOON;
        }
        if (java == double.class) {
            return 0.5;
        }
        if (java == boolean.class) {
            return true;
        }
        return java.isEnum()
                ? java.getEnumConstants()[0]
                : of(java.asSubclass(Record.class), Map.of());
    }
}
