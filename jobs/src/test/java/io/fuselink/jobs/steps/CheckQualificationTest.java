/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Event;
import io.fuselink.events.Owner;
import io.fuselink.events.OwnerScope;
import io.fuselink.events.Signal;
import io.fuselink.jobs.Told;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a lessee is served by a platform that may. */
class CheckQualificationTest {
    private BroadcastOperatorTestHarness<LeaseNote, Event, Signal> check;

    @BeforeEach
    void openCheck() throws Exception {
        check =
                ProcessFunctionTestHarnesses.forBroadcastProcessFunction(
                        new CheckQualification(), NameOwners.OWNERS);
    }

    @AfterEach
    void closeCheck() throws Exception {
        check.close();
    }

    @Test
    void aLeaseOfAPlatformWithoutTheQualificationIsTold() throws Exception {
        owned(false, NOON - DAY);
        check.processElement(lease(), NOON);

        assertThat(check.extractOutputValues())
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.code()).isEqualTo("S24_UNQUALIFIED_PLATFORM");
                            assertThat(signal.subjectTk()).isEqualTo("platform-two");
                        });
    }

    @Test
    void aQualifiedPlatformAndAnUnknownLeaseAreLeftAlone() throws Exception {
        check.processElement(lease(), NOON);
        owned(true, NOON - DAY);
        check.processElement(lease(), NOON);

        assertThat(check.extractOutputValues()).isEmpty();
    }

    @Test
    void whatIsEnteredForLaterDoesNotCountYet() throws Exception {
        owned(true, NOON - DAY);
        owned(false, NOON + HOUR);
        check.processElement(lease(), NOON);

        assertThat(check.extractOutputValues()).isEmpty();
    }

    private void owned(boolean qualified, long from) throws Exception {
        var owner =
                new Owner(
                        OwnerScope.POOL,
                        "pool-1",
                        "carrier",
                        "platform-two",
                        "shop",
                        qualified,
                        from,
                        0);
        check.processBroadcastElement(Told.event("owner-" + from, from, owner), from);
    }

    private static LeaseNote lease() {
        var binding = ABinding.of("sub-1", "shop", "customer", "x", NOON, NOON + HOUR);
        return LeaseNote.of(
                LeaseNote.Kind.BOUND, binding.bound(NOON).binding(), "platform-two", NOON);
    }
}
