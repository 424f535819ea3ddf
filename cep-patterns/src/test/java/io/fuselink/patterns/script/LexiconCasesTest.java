/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every labelled sentence is read right. They were written beside the rules, so this is a regression, not a recall. */
class LexiconCasesTest {

    @TestFactory
    Stream<DynamicTest> labelledSentences() throws IOException {
        return lines().skip(1)
                .map(line -> line.split("\t"))
                .map(
                        cells ->
                                dynamicTest(
                                        cells[0] + " " + cells[1] + ": " + cells[2],
                                        () -> {
                                            SegmentHits read =
                                                    ScriptReader.standard().read(cells[2]);
                                            boolean suspicious =
                                                    read.score()
                                                            >= ScriptLimits.standard().threshold();
                                            assertThat(suspicious)
                                                    .as("%s", read)
                                                    .isEqualTo(cells[1].equals("fraud"));
                                        }));
    }

    private static Stream<String> lines() throws IOException {
        try (InputStream in = LexiconCasesTest.class.getResourceAsStream("lexicon_cases.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }
}
