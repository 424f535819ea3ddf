/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import io.fuselink.events.Wire;
import io.fuselink.events.token.Tokenizer;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The keys that tokens were made with: two may be live during a rotation, and the sandbox's never beside another. */
final class KeyBook {
    private static final int MOST_LIVE_KEYS = 2;

    private static final ClassValue<List<Method>> TOKENS =
            new ClassValue<>() {
                @Override
                protected List<Method> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .filter(part -> part.isAnnotationPresent(Wire.class))
                            .filter(part -> part.getAnnotation(Wire.class).unit().equals("token"))
                            .map(part -> part.getAccessor())
                            .toList();
                }
            };

    private final Faults faults;
    private final boolean ownTokens;
    private final Map<Integer, Uses> keys = new TreeMap<>();

    /** How often a key was used, and where first. */
    private static final class Uses {
        private final String first;
        private long count;

        Uses(String first) {
            this.first = first;
        }
    }

    /**
     * @param ownTokens whether raw numbers are tokenised here with the sandbox's key, whose tokens then say nothing
     */
    KeyBook(Faults faults, boolean ownTokens) {
        this.faults = faults;
        this.ownTokens = ownTokens;
    }

    void add(Record body, String position) {
        for (var accessor : TOKENS.get(body.getClass())) {
            var token = value(accessor, body);
            if (token != null) {
                var key = Tokenizer.keyOf(token);
                if (!ownTokens || key != Tokenizer.SANDBOX_KEY_ID) {
                    keys.computeIfAbsent(key, k -> new Uses(position)).count++;
                }
            }
        }
    }

    private static String value(Method accessor, Record body) {
        try {
            return (String) accessor.invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessors are public", e);
        }
    }

    void close() {
        var withSandbox = keys.containsKey(Tokenizer.SANDBOX_KEY_ID) && keys.size() > 1;
        if (keys.size() <= MOST_LIVE_KEYS && !withSandbox) {
            return;
        }
        var shares =
                keys.entrySet().stream()
                        .map(key -> "%02x %,d×".formatted(key.getKey(), key.getValue().count))
                        .collect(Collectors.joining(", "));
        keys.values()
                .forEach(uses -> faults.add(Fault.TOKEN_KEY_MIX, uses.first, "key ids " + shares));
    }
}
