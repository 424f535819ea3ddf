/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.ConsentBasis;
import io.fuselink.events.Event;
import io.fuselink.events.Family;
import io.fuselink.events.Signal;
import io.fuselink.events.VoiceMatch;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.StepHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One voice, heard again by a service outside. */
class MatchVoicesTest {
    private StepHarness<Event, Signal> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new MatchVoices(), Event.class, MatchVoices::cluster);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void oneVoiceFromThreeNumbersIsToldOfEachOfThem() throws Exception {
        step.tell(
                heard("anna", 0.95, NOON),
                heard("berta", 0.97, NOON + HOUR),
                heard("clara", 0.99, NOON + 2 * HOUR),
                heard("clara", 0.99, NOON + 3 * HOUR));
        step.until(NOON + DAY);

        assertThat(step.told())
                .extracting(Signal::subjectTk)
                .containsExactlyInAnyOrder("anna", "berta", "clara");
        assertThat(step.told())
                .allSatisfy(
                        signal -> {
                            assertThat(signal.code()).isEqualTo("VOICE_SHARED");
                            assertThat(signal.family()).isEqualTo(Family.DEVICE);
                            assertThat(signal.members()).containsExactly("anna", "berta", "clara");
                        });
    }

    @Test
    void aPersonWithTwoNumbersAndAVoiceNobodyIsSureOfSayNothing() throws Exception {
        step.tell(
                heard("anna", 0.95, NOON),
                heard("anna-at-work", 0.95, NOON + HOUR),
                heard("clara", 0.89, NOON + 2 * HOUR));
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void theBoughtVoiceOfAMachineIsNobodys() throws Exception {
        for (var i = 0; i < 60; i++) {
            step.tell(heard("line-" + i, 0.99, NOON + i * MINUTE));
        }
        step.until(NOON + 2 * HOUR);
        var told = step.told().size();
        step.tell(heard("one-more", 0.99, NOON + 3 * HOUR));
        step.until(NOON + DAY);

        assertThat(step.told()).hasSize(told).noneMatch(s -> s.subjectTk().equals("one-more"));
    }

    @Test
    void aMatchCountsNoLongerThanItsServiceAllows() throws Exception {
        step.tell(
                match("anna", 0.95, NOON, NOON + HOUR),
                heard("berta", 0.95, NOON),
                heard("clara", 0.95, NOON + 2 * HOUR));
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void aWeekLaterTheVoiceIsForgotten() throws Exception {
        step.tell(match("anna", 0.95, NOON, NOON + 400 * DAY));
        step.until(NOON + HOUR);
        assertThat(step.remembered()).isPositive();

        step.until(NOON + MatchVoices.KEPT_MS + 2 * HOUR);
        assertThat(step.remembered()).isZero();
    }

    private static Event heard(String number, double score, long at) {
        return match(number, score, at, at + 30 * DAY);
    }

    private static Event match(String number, double score, long at, long until) {
        return Told.event(
                number + at,
                at,
                new VoiceMatch(
                        number, "voice-7", score, null, ConsentBasis.JUDICIAL, at, until, null));
    }
}
