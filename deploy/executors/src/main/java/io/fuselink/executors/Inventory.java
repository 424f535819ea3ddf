/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import io.fuselink.events.Action;
import io.fuselink.events.TargetType;
import io.fuselink.events.numbering.NumberClassifier;
import io.fuselink.events.token.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a party serves, so that a token leads back to a number: its numbers, its bindings with their
 * middle number, its leases with theirs. A line of the file is one of
 *
 * <pre>
 * 13912345678
 * binding 1000000123 70012345678901234
 * lease FC100000012 700123456780001 700123456780002
 * </pre>
 *
 * <p>Holds everything in memory, about 200 bytes a number. Emergency and official lines are refused
 * whoever lists them.
 */
public final class Inventory {
    /** What the acknowledgement says of a token the party does not serve. */
    public static final String NOT_MINE = "NOT_MINE";

    /** What it says of a number nobody may act against. */
    public static final String PROTECTED = "PROTECTED: an emergency or official line";

    private final Map<String, List<String>> numbers = new HashMap<>();
    private final Set<String> protectedTokens = new HashSet<>();

    private Inventory() {}

    /**
     * Reads an inventory.
     *
     * @throws ExecutorException naming file and line, never a number, when a line is none of the three
     */
    public static Inventory read(Path file, Tokenizer tokenizer) throws IOException {
        var inventory = new Inventory();
        var classifier = new NumberClassifier();
        var line = 0;
        try (var reader = Files.newBufferedReader(file)) {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                var words = text.replaceFirst("#.*", "").strip();
                if (!words.isEmpty()
                        && !inventory.take(words.split("\\s+"), classifier, tokenizer)) {
                    throw new ExecutorException(
                            "%s:%d is neither a number nor \"binding ID NUMBER\" nor \"lease POOL NUMBER …\"; correct the line."
                                    .formatted(file, line));
                }
            }
        }
        return inventory;
    }

    private boolean take(String[] words, NumberClassifier classifier, Tokenizer tokenizer) {
        if (words[0].equals("binding") && words.length == 3) {
            numbers.put(words[1], List.of(words[2]));
            return true;
        }
        if (words[0].equals("lease") && words.length > 2) {
            numbers.put(words[1], List.copyOf(Arrays.asList(words).subList(2, words.length)));
            return true;
        }
        var number = classifier.classify(words[0]);
        if (words.length > 1 || !number.joinable()) {
            return false;
        }
        // Both live keys, so that a rotation does not make the party's own numbers strange to it.
        for (var token : tokenizer.tokens(number.canonical())) {
            if (number.numberClass().official()) {
                protectedTokens.add(token);
            } else {
                numbers.put(token, List.of(NumberClassifier.dialled(number.canonical())));
            }
        }
        return true;
    }

    /** Why nothing is done about this target, null when it may be acted on. */
    String refusal(Action action) {
        if (protectedTokens.contains(action.targetTk())) {
            return PROTECTED;
        }
        return looksUp(action.targetType()) && !numbers.containsKey(action.targetTk())
                ? NOT_MINE
                : null;
    }

    List<String> numbers(Action action) {
        return numbers.getOrDefault(action.targetTk(), List.of());
    }

    public int size() {
        return numbers.size();
    }

    /** Whether the target itself must be the party's; the people a stranger called, or a trunk, are found in other books. */
    private static boolean looksUp(TargetType type) {
        return switch (type) {
            case NUMBER, INITIATOR, CALLEE, BINDING, LEASE -> true;
            case TRUNK, DEVICE, CALL_LEG, ACCOUNT, CALLEES_OF, ACCOUNTS_OF -> false;
        };
    }
}
