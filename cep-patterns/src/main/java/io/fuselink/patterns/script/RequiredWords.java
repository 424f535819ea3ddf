/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds strings of which every match of a regular expression contains at least one, so that the expression need not run
 * on a text without any. Understands what rule files use: literals, groups, alternatives, look-around, character classes and
 * quantifiers.
 */
final class RequiredWords {

    private final String regex;
    private int at;

    private RequiredWords(String regex) {
        this.regex = regex;
    }

    /** The strings, or an empty set when a match may do without any literal. */
    static Set<String> of(String regex) {
        Set<String> words = new RequiredWords(regex).alternatives();
        return words == null ? Set.of() : words;
    }

    private Set<String> alternatives() {
        Set<String> union = sequence();
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            Set<String> next = sequence();
            union = union == null || next == null ? null : joined(union, next);
        }
        return union;
    }

    /** The most telling part that every match of the sequence holds; {@code null} when no part is sure. */
    private Set<String> sequence() {
        Set<String> best = null;
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            char c = regex.charAt(at++);
            if (c == '(' && isLookAround()) {
                skipGroup();
            } else if (c == '(') {
                best = better(best, taken(run));
                best = better(best, group());
            } else if (c == '.' || c == '[' || c == '\\') {
                best = better(best, taken(run));
                skipClass(c);
                quantifier();
            } else if (c != '^' && c != '$') {
                int least = quantifier();
                if (least > 0) {
                    run.append(c);
                }
                if (least != 1) {
                    best = better(best, taken(run));
                }
            }
        }
        return better(best, taken(run));
    }

    private boolean isLookAround() {
        return regex.startsWith("?!", at)
                || regex.startsWith("?=", at)
                || regex.startsWith("?<!", at)
                || regex.startsWith("?<=", at);
    }

    private void skipGroup() {
        int open = 1;
        while (open > 0) {
            char c = regex.charAt(at++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
    }

    private Set<String> group() {
        if (regex.startsWith("?:", at)) {
            at += 2;
        }
        Set<String> inside = alternatives();
        at++;
        return quantifier() > 0 ? inside : null;
    }

    private void skipClass(char opening) {
        if (opening == '\\') {
            at++;
        } else if (opening == '[') {
            at = regex.indexOf(']', at + 1) + 1;
        }
    }

    /** Reads a quantifier if one stands here and returns the least number of repetitions. */
    private int quantifier() {
        if (at >= regex.length()) {
            return 1;
        }
        int least =
                switch (regex.charAt(at)) {
                    case '?', '*' -> 0;
                    case '+' -> 2;
                    case '{' -> regex.charAt(at + 1) == '0' ? 0 : 2;
                    default -> 1;
                };
        if (least != 1) {
            at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
            if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
                at++;
            }
        }
        return least;
    }

    private static Set<String> taken(StringBuilder run) {
        Set<String> words = run.isEmpty() ? null : Set.of(run.toString());
        run.setLength(0);
        return words;
    }

    private static Set<String> better(Set<String> one, Set<String> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int shorter = Integer.compare(shortest(one), shortest(other));
        boolean keep = shorter > 0 || (shorter == 0 && one.size() <= other.size());
        return keep ? one : other;
    }

    private static int shortest(Set<String> words) {
        return words.stream().mapToInt(String::length).min().orElse(0);
    }

    private static Set<String> joined(Set<String> one, Set<String> other) {
        Set<String> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }
}
