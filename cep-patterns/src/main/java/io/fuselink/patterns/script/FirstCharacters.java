/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.Arrays;

/**
 * The characters that a match of a regular expression can begin with, so that it is tried only where one of them stands. Kept
 * as 4096 bits by the low bits of the character: a stranger may pass, none that belongs is kept out. Understands what {@link
 * RequiredWords} does; whatever else it meets may begin with anything.
 */
final class FirstCharacters {

    private static final int WORDS = 64;

    private final String regex;
    private final long[] bits = new long[WORDS];
    private int at;

    private FirstCharacters(String regex) {
        this.regex = regex;
    }

    static FirstCharacters of(String regex) {
        FirstCharacters first = new FirstCharacters(regex);
        if (first.alternatives(true)) {
            first.any();
        }
        return first;
    }

    /** Whether a match may begin with the character. */
    boolean mayBe(char c) {
        return (bits[c >> 6 & WORDS - 1] & 1L << c) != 0;
    }

    /**
     * Reads alternatives up to the end of their group.
     *
     * @param first they stand where a match begins
     * @return whether one of them may match nothing at all
     */
    private boolean alternatives(boolean first) {
        boolean empty = sequence(first);
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            empty |= sequence(first);
        }
        return empty;
    }

    private boolean sequence(boolean first) {
        boolean begins = true;
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            begins &= part(first && begins);
        }
        return begins;
    }

    /** Reads one part of a sequence and returns whether it may match nothing. */
    private boolean part(boolean first) {
        char c = regex.charAt(at++);
        if (c == '^' || c == '$') {
            return true;
        }
        boolean empty = false;
        if (c == '(') {
            boolean zeroWidth = opening();
            empty = alternatives(first && !zeroWidth) || zeroWidth;
            at++;
        } else if (c == '[') {
            characterClass(first);
        } else if (c == '.' || c == '\\') {
            at += c == '\\' ? 1 : 0;
            anyIf(first);
        } else if (first) {
            add(c);
        }
        return optional() || empty;
    }

    /** Reads what follows an opening bracket and returns whether the group only looks around. */
    private boolean opening() {
        if (!regex.startsWith("?", at)) {
            return false;
        }
        boolean named = regex.startsWith("?:", at);
        at = named ? at + 2 : at + (regex.startsWith("?<", at) ? 3 : 2);
        return !named;
    }

    private void characterClass(boolean first) {
        int end = regex.indexOf(']', at + 1);
        String members = regex.substring(at, end);
        at = end + 1;
        if (!first) {
            return;
        }
        if (members.startsWith("^") || members.contains("\\") || members.contains("&&")) {
            any();
            return;
        }
        for (int i = 0; i < members.length(); i++) {
            boolean range = i + 2 < members.length() && members.charAt(i + 1) == '-';
            char last = range ? members.charAt(i + 2) : members.charAt(i);
            for (int c = members.charAt(i); c <= last; c++) {
                add((char) c);
            }
            i += range ? 2 : 0;
        }
    }

    /** Reads a quantifier if one stands here and returns whether it allows for nothing. */
    private boolean optional() {
        boolean none = false;
        while (at < regex.length() && "?*+{".indexOf(regex.charAt(at)) >= 0) {
            char c = regex.charAt(at);
            none |=
                    c == '*'
                            || (c == '?' && !repeated())
                            || (c == '{' && regex.charAt(at + 1) == '0');
            at = c == '{' ? regex.indexOf('}', at) + 1 : at + 1;
        }
        return none;
    }

    /** The second sign of a quantifier says how greedy it is, not how often. */
    private boolean repeated() {
        char before = regex.charAt(at - 1);
        return before == '*' || before == '+' || before == '}' || before == '?';
    }

    private void anyIf(boolean first) {
        if (first) {
            any();
        }
    }

    private void any() {
        Arrays.fill(bits, -1L);
    }

    private void add(char c) {
        bits[c >> 6 & WORDS - 1] |= 1L << c;
    }
}
