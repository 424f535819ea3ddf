/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.dashboards.Catalogue;
import io.fuselink.patterns.Conclusion;
import io.fuselink.patterns.Conclusions;
import io.fuselink.patterns.FraudPattern;
import io.fuselink.patterns.FraudPatterns;
import io.fuselink.patterns.SignalCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the detection says, the dashboards have words for: add them to labels.json. */
class WordsTest {
    @Test
    void everyFactHasAWord() {
        assertThat(Catalogue.load().labels().path("code").fieldNames())
                .toIterable()
                .containsAll(Arrays.stream(SignalCode.values()).map(Enum::name).toList());
    }

    @Test
    void everyDetectorHasAWord() {
        assertThat(Catalogue.load().labels().path("detector").fieldNames())
                .toIterable()
                .containsAll(FraudPatterns.all().stream().map(FraudPattern::id).toList())
                .containsAll(Conclusions.all().stream().map(Conclusion::detector).toList());
    }
}
