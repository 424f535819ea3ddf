/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An idea that people word in many ways, as a regular expression over plain words.
 *
 * @param index its place among all concepts
 * @param first what a match can begin with
 * @param required what a match cannot do without; empty when that cannot be told
 */
record Concept(
        String name,
        int index,
        Pattern pattern,
        FirstCharacters first,
        List<RequiredWords.Option> required) {

    static final String[] HEADER = {"concept", "regex"};

    static Concept of(RuleTable.Line line, int index) {
        try {
            String regex = PlainWords.foldIdeographs(line.cell(1));
            return of(line.cell(0), index, regex);
        } catch (PatternSyntaxException e) {
            throw line.wrong(
                    "regex of " + line.cell(0) + " does not compile: " + e.getDescription(), e);
        }
    }

    static Concept of(String name, int index, String regex) {
        return new Concept(
                name,
                index,
                Pattern.compile(regex),
                FirstCharacters.of(regex),
                RequiredWords.of(regex));
    }

    /** Every place it is spoken of, in the order of the text. */
    Spans in(String words) {
        Spans spans = new Spans();
        // Each try sees the whole text, as a search would, but most places need no try.
        Matcher matcher =
                pattern.matcher(words).useTransparentBounds(true).useAnchoringBounds(false);
        int at = 0;
        while (at < words.length()) {
            boolean found =
                    first.mayBe(words.charAt(at))
                            && matcher.region(at, words.length()).lookingAt()
                            && matcher.end() > at;
            if (found) {
                spans.add(at, matcher.end());
            }
            at = found ? matcher.end() : at + 1;
        }
        return spans;
    }

    /** Whether it is spoken of within {@code [from, to)}. */
    boolean between(String words, int from, int to) {
        return pattern.matcher(words).region(from, to).find();
    }
}
