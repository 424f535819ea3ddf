/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.fuselink.patterns.script.ScriptVerdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Sentences written for this project, over all kinds of fraud, half of them harmless look-alikes, warnings, news and what
 * victims tell. The rules were widened until they read every one of the set {@code tune}; {@code held} was written at the same
 * time and only ever counted, so it tells a little of what the rules do with wordings nobody looked at.
 */
class SentencesTest {

    private record Sentence(String set, String label, String text) {
        boolean readRight() {
            Verdict verdict = ScriptReader.standard().readWhole(text).verdict();
            return switch (label) {
                case "fraud" -> verdict == Verdict.SUSPICIOUS;
                case "victim" -> verdict == Verdict.VICTIM;
                default -> verdict == Verdict.NONE || verdict == Verdict.ADVISORY;
            };
        }
    }

    @TestFactory
    Stream<DynamicTest> everySentenceTheRulesWereWidenedForIsReadRight() throws IOException {
        return sentences().stream()
                .filter(sentence -> sentence.set().equals("tune"))
                .map(
                        sentence ->
                                dynamicTest(
                                        sentence.label() + ": " + sentence.text(),
                                        () ->
                                                assertThat(sentence.readRight())
                                                        .as(
                                                                "%s",
                                                                ScriptReader.standard()
                                                                        .readWhole(sentence.text()))
                                                        .isTrue()));
    }

    @Test
    void mostOfTheSentencesNobodyLookedAtAreReadRight() throws IOException {
        Map<String, int[]> right = new TreeMap<>();
        for (Sentence sentence : sentences()) {
            if (sentence.set().equals("held")) {
                int[] counts = right.computeIfAbsent(sentence.label(), label -> new int[2]);
                counts[0] += sentence.readRight() ? 1 : 0;
                counts[1]++;
            }
        }
        right.forEach(
                (label, counts) ->
                        System.out.printf(
                                "held %s: %d of %d read right%n", label, counts[0], counts[1]));

        assertThat(share(right.get("fraud"))).isGreaterThan(0.7);
        assertThat(share(right.get("benign"))).isGreaterThan(0.95);
        assertThat(share(right.get("advisory"))).isEqualTo(1);
        assertThat(share(right.get("news"))).isEqualTo(1);
    }

    private static double share(int[] counts) {
        return (double) counts[0] / counts[1];
    }

    private static List<Sentence> sentences() throws IOException {
        try (InputStream in = SentencesTest.class.getResourceAsStream("sentences.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(cells -> new Sentence(cells[0], cells[1], cells[2]))
                    .toList();
        }
    }
}
