/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.feeds;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Health;
import io.fuselink.events.HealthState;
import io.fuselink.events.Page;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the bindings of a platform arrive, and who is told when they do not. */
class WatchFeedsTest {
    private static final String PLATFORM = "platform-one";

    private StepHarness<FeedPulse, FeedReading> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new WatchFeeds(), FeedPulse.class, FeedPulse::platform);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void callsWithoutBindingsForTwoMinutesAreASilentFeed() throws Exception {
        bindings(NOON, 0);
        callsFromTo(NOON, NOON + 3 * MINUTE);
        step.until(NOON + 3 * MINUTE);

        assertThat(states()).containsExactly(HealthState.HEALTHY, HealthState.SILENT);
        assertThat(step.told(SideOutputs.PAGES))
                .singleElement()
                .satisfies(
                        page -> {
                            assertThat(page.kind()).isEqualTo("BINDING_FEED_SILENT");
                            assertThat(page.scope()).isEqualTo(PLATFORM);
                            assertThat(page.message())
                                    .contains("no bindings of platform-one for 120 s");
                        });
    }

    @Test
    void aQuietNightIsNoSilence() throws Exception {
        bindings(NOON, 0);
        for (var call = 1; call < 10; call++) {
            calls(NOON + call * 10 * MINUTE);
        }
        step.until(NOON + DAY);

        assertThat(states()).containsExactly(HealthState.HEALTHY);
        assertThat(step.told(SideOutputs.PAGES)).isEmpty();
    }

    @Test
    void afterASilenceTheFeedIsTrustedWhenItHasCaughtUp() throws Exception {
        bindings(NOON, 0);
        callsFromTo(NOON, NOON + 3 * MINUTE);
        bindings(NOON + 4 * MINUTE, FeedPulse.delayClass(3 * MINUTE));
        bindings(NOON + 4 * MINUTE, 0);
        bindings(NOON + 5 * MINUTE, FeedPulse.delayClass(3 * MINUTE));
        step.until(NOON + 7 * MINUTE - 1);
        assertThat(states())
                .containsExactly(HealthState.HEALTHY, HealthState.SILENT, HealthState.LAGGING);

        step.until(NOON + 7 * MINUTE);
        assertThat(states()).endsWith(HealthState.HEALTHY);
        assertThat(step.told(SideOutputs.PAGES))
                .extracting(Page::kind)
                .containsExactly("BINDING_FEED_SILENT", "BINDING_FEED_LAGGING");
    }

    @Test
    void aFeedThatIsAlwaysAFewSecondsLateSpeaksForThatMuchLess() throws Exception {
        bindings(NOON, FeedPulse.delayClass(5 * SECOND));
        step.until(NOON + MINUTE);

        assertThat(states()).containsExactly(HealthState.HEALTHY);
        assertThat(step.told())
                .last()
                .extracting(FeedReading::spokenTo)
                .isEqualTo(NOON - FeedPulse.SLOT_MS - 8 * SECOND);
    }

    @Test
    void nothingIsExpectedOfWhoNeverToldOfABinding() throws Exception {
        callsFromTo(NOON, NOON + 10 * MINUTE);
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
        assertThat(step.remembered()).isZero();
    }

    @Test
    void aWeekAfterItsLastSignOfLifeAPlatformIsForgotten() throws Exception {
        bindings(NOON, 0);
        step.until(NOON + WatchFeeds.KEPT_MS);
        assertThat(step.remembered()).isPositive();

        step.until(NOON + WatchFeeds.KEPT_MS + DAY);
        assertThat(step.remembered()).isZero();
    }

    private void bindings(long at, int delay) throws Exception {
        step.tell(new FeedPulse(PLATFORM, true, delay, at));
    }

    private void calls(long at) throws Exception {
        step.tell(new FeedPulse(PLATFORM, false, 0, at));
    }

    private void callsFromTo(long from, long to) throws Exception {
        for (var at = from; at <= to; at += FeedPulse.SLOT_MS) {
            calls(at);
        }
    }

    private List<HealthState> states() {
        return step.told(SideOutputs.HEALTH).stream().map(Health::state).toList();
    }
}
