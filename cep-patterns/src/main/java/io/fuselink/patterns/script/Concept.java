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
 * @param required what a match cannot do without; empty when that cannot be told
 */
record Concept(String name, int index, Pattern pattern, List<RequiredWords.Option> required) {

    static final String[] HEADER = {"concept", "regex"};

    static Concept of(RuleTable.Line line, int index) {
        try {
            String regex = PlainWords.foldIdeographs(line.cell(1));
            return new Concept(
                    line.cell(0), index, Pattern.compile(regex), RequiredWords.of(regex));
        } catch (PatternSyntaxException e) {
            throw line.wrong(
                    "regex of " + line.cell(0) + " does not compile: " + e.getDescription(), e);
        }
    }

    /** Every place it is spoken of, in the order of the text. */
    Spans in(String words) {
        Spans spans = new Spans();
        Matcher matcher = pattern.matcher(words);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                spans.add(matcher.start(), matcher.end());
            }
        }
        return spans;
    }

    /** Whether it is spoken of within {@code [from, to)}. */
    boolean between(String words, int from, int to) {
        return pattern.matcher(words).region(from, to).find();
    }
}
