/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the strings that a match of a regular expression cannot do without, so that the expression need not run on a text
 * that lacks them. Understands what rule files use: literals, groups, alternatives, look-around, character classes and
 * quantifiers.
 */
final class RequiredWords {

    /**
     * One way to match: of each group at least one string occurs. With a group of longer strings the others tell little more
     * and are left out.
     */
    record Option(List<Set<String>> groups) {

        /** The most telling group: the one whose shortest string is longest, the smaller one of equals. */
        Set<String> best() {
            return groups.stream().max(MORE_TELLING).orElseThrow();
        }

        private Option pruned() {
            Set<String> best = best();
            return shortest(best) > 1 ? new Option(List.of(best)) : this;
        }
    }

    private static final Comparator<Set<String>> MORE_TELLING =
            Comparator.<Set<String>>comparingInt(RequiredWords::shortest)
                    .thenComparing(Comparator.<Set<String>>comparingInt(Set::size).reversed());

    private final String regex;
    private int at;

    private RequiredWords(String regex) {
        this.regex = regex;
    }

    /** The ways to match, or none when a match may do without any literal. */
    static List<Option> of(String regex) {
        List<Option> options = new RequiredWords(unwrapped(regex)).alternatives();
        return options.stream().anyMatch(option -> option.groups().isEmpty())
                ? List.of()
                : options.stream().map(Option::pruned).toList();
    }

    /** Without a group around the whole, so that its alternatives are told apart. */
    private static String unwrapped(String regex) {
        int open = 0;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0 && i < regex.length() - 1) {
                return regex;
            }
        }
        boolean wrapped = regex.startsWith("(") && !regex.startsWith("(?");
        return wrapped ? unwrapped(regex.substring(1, regex.length() - 1)) : regex;
    }

    private List<Option> alternatives() {
        List<Option> options = new ArrayList<>();
        options.add(sequence());
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            options.add(sequence());
        }
        return options;
    }

    private Option sequence() {
        List<Set<String>> groups = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            char c = regex.charAt(at++);
            if (c == '(' && isLookAround()) {
                skipGroup();
            } else if (c == '(') {
                take(run, groups);
                group(groups);
            } else if (c == '.' || c == '[' || c == '\\') {
                take(run, groups);
                skipClass(c);
                quantifier();
            } else if (c != '^' && c != '$') {
                int least = quantifier();
                if (least > 0) {
                    run.append(c);
                }
                if (least != 1) {
                    take(run, groups);
                }
            }
        }
        take(run, groups);
        return new Option(groups);
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

    /** A group inside a sequence gives one group of strings: the most telling ones of each of its alternatives. */
    private void group(List<Set<String>> groups) {
        if (regex.startsWith("?:", at)) {
            at += 2;
        }
        List<Option> inside = alternatives();
        at++;
        if (quantifier() == 0 || inside.stream().anyMatch(o -> o.groups().isEmpty())) {
            return;
        }
        Set<String> union = new HashSet<>();
        inside.forEach(option -> union.addAll(option.best()));
        groups.add(union);
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

    private static void take(StringBuilder run, List<Set<String>> groups) {
        if (!run.isEmpty()) {
            groups.add(Set.of(run.toString()));
            run.setLength(0);
        }
    }

    private static int shortest(Set<String> words) {
        return words.stream().mapToInt(String::length).min().orElse(0);
    }
}
