/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.lifecycle;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortLivedCardsTest {
    private static final ShortLivedCards PATTERN = new ShortLivedCards();
    private static final long DAY = 24 * HOUR;

    private final Signal burst = told(SignalCode.DEALER_BATCH_BUSY, "batch-1", TWO_PM);

    @Test
    void cardsThatBurstAndFallSilentTogetherAreOneCampaignWithItsMembers() throws Exception {
        assertThat(findings(PATTERN, burst, silent("batch-1", 5 * HOUR)))
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.subject().tk()).isEqualTo("batch-1");
                            assertThat(f.members()).containsExactly("a", "b", "c");
                        });
    }

    @Test
    void cardsThatGoOnAreAnAgencys() throws Exception {
        assertThat(
                        findings(
                                PATTERN,
                                burst,
                                told(SignalCode.DEALER_BATCH_BUSY, "batch-1", TWO_PM + HOUR)))
                .isEmpty();
    }

    @Test
    void theSilenceOfAnotherBatchSaysNothing() throws Exception {
        assertThat(findings(PATTERN, burst, silent("batch-2", 5 * HOUR))).isEmpty();
    }

    @Test
    void withinThreeDays() throws Exception {
        assertThat(findings(PATTERN, burst, silent("batch-1", 3 * DAY - MINUTE))).hasSize(1);
        assertThat(findings(PATTERN, burst, silent("batch-1", 3 * DAY))).isEmpty();
    }

    @Test
    void arrivalDoesNotMatterAndNothingIsRemembered() throws Exception {
        assertThat(inAnyOrder(PATTERN, burst, silent("batch-1", HOUR)))
                .containsOnly(findings(PATTERN, burst, silent("batch-1", HOUR)));
        assertThat(findings(PATTERN, burst, silent("batch-1", 0))).hasSize(1);
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(burst).until(TWO_PM + 3 * DAY);

            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal silent(String batch, long after) {
        return told(SignalCode.CARDS_FALL_SILENT, batch, TWO_PM + after);
    }

    private static Signal told(SignalCode code, String batch, long at) {
        return Told.about(code, Subject.of(SubjectType.CAMPAIGN, batch), at, at)
                .withMembers(List.of("a", "b", "c"));
    }
}
