/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Subject;
import org.junit.jupiter.api.Test;

class NumberProfileTest {
    private static final long TEN_PM = NOON + 10 * HOUR;

    private final NumberProfile profile = new NumberProfile();

    @Test
    void windowsForgetWhatIsOlder() {
        for (var i = 0; i < 24; i++) {
            call("friend-" + i, NOON + i * HOUR);
        }
        var at = NOON + 23 * HOUR;

        assertThat(snapshot(at).attempts10m()).isEqualTo(1);
        assertThat(snapshot(at).attempts1h()).isEqualTo(1);
        assertThat(snapshot(at).attempts24h()).isEqualTo(24);
        assertThat(snapshot(at + DAY).attempts24h()).isZero();
    }

    @Test
    void dispersionTellsAListFromALine() {
        for (var i = 0; i < 50; i++) {
            call(i % 2 == 0 ? "court" : "stranger-" + i, NOON + i * MINUTE);
        }

        assertThat(snapshot(NOON + 50 * MINUTE).callees24h()).isEqualTo(26);
        assertThat(snapshot(NOON + 50 * MINUTE).newCalleeShare24h()).isEqualTo(26 / 50.0);
    }

    @Test
    void theSecondCallToAPersonIsNotNew() {
        call("friend", NOON);
        call("friend", NOON + 2 * DAY);

        assertThat(snapshot(NOON + 2 * DAY).newCalleeShare24h()).isZero();
        assertThat(snapshot(NOON + 2 * DAY).idleDays()).isEqualTo(2);
    }

    @Test
    void whoeverWasReachedMayCallBack() {
        call("friend", NOON);
        profile.answered("friend", NOON + SECOND);
        call("stranger", NOON + MINUTE);
        profile.answered("stranger", NOON + 2 * MINUTE);

        assertThat(snapshot(NOON + 3 * MINUTE).callbackRatio24h()).isZero();

        profile.received("friend", NOON + 4 * MINUTE, false);

        assertThat(snapshot(NOON + 5 * MINUTE).callbackRatio24h()).isEqualTo(0.5);
        assertThat(snapshot(NOON + 5 * MINUTE).inbound24h()).isEqualTo(1);
    }

    @Test
    void withNobodyReachedCallbacksAreUnknown() {
        call("stranger", NOON);

        assertThat(snapshot(NOON).callbackRatio24h()).isNaN();
    }

    @Test
    void aStrangerIsWhoIsNeitherKnownNorEntitled() {
        call("friend", NOON);

        assertThat(profile.received("friend", NOON + MINUTE, false).stranger).isFalse();
        assertThat(profile.received("hotline", NOON + MINUTE, true).stranger).isFalse();
        assertThat(profile.received("unknown", NOON + MINUTE, false).stranger).isTrue();
        assertThat(profile.received("unknown", NOON + HOUR, false).stranger).isTrue();
        assertThat(profile.received("unknown", NOON + 2 * DAY, false).stranger).isFalse();
    }

    @Test
    void durationsShowInSharesAndMeans() {
        for (var seconds : new long[] {5, 15, 100, 600}) {
            call("friend", NOON);
            profile.answered("friend", NOON);
            profile.talked(seconds * SECOND, NOON + seconds * SECOND);
        }
        var snapshot = snapshot(NOON + 20 * MINUTE);

        assertThat(snapshot.answered24h()).isEqualTo(4);
        assertThat(snapshot.shortShare24h()).isEqualTo(0.5);
        assertThat(snapshot.longCalls24h()).isEqualTo(1);
        assertThat(snapshot.meanDurationS24h()).isEqualTo(180);
    }

    @Test
    void aMachineDialsEvenlyAndAPersonDoesNot() {
        var person = new NumberProfile();
        for (var i = 0; i < 20; i++) {
            call("callee-" + i, NOON + i * MINUTE);
            person.attempted("callee-" + i, NOON + i * i * 5 * SECOND, false, false, false, null);
        }

        assertThat(snapshot(NOON + HOUR).gapVariation()).isCloseTo(0, within(1e-9));
        assertThat(person.snapshot(Subject.number("person", 1), NOON + HOUR, "e").gapVariation())
                .isGreaterThan(0.4);
    }

    @Test
    void nightIsTenToEightInBeijing() {
        call("a", TEN_PM - SECOND);
        call("b", TEN_PM);
        call("c", TEN_PM + 10 * HOUR - SECOND);
        call("d", TEN_PM + 10 * HOUR);

        assertThat(snapshot(TEN_PM + 10 * HOUR).nightShare24h()).isEqualTo(0.5);
    }

    @Test
    void fourProvincesAlikeAreTwoBits() {
        for (var i = 0; i < 8; i++) {
            profile.attempted("callee-" + i, NOON + i, false, false, false, "province-" + i % 4);
        }

        assertThat(snapshot(NOON + MINUTE).provinceEntropy24h()).isCloseTo(2, within(1e-9));
    }

    @Test
    void devicesAndCellsAreCountedOnce() {
        for (var i = 0; i < 6; i++) {
            profile.seenWithDevice("phone-" + i % 3, NOON + i);
            profile.seenInCell("cell", NOON + i);
        }

        assertThat(snapshot(NOON + MINUTE).devices24h()).isEqualTo(3);
        assertThat(snapshot(NOON + MINUTE).cells24h()).isEqualTo(1);
        assertThat(snapshot(NOON + MINUTE).deviceTk()).isEqualTo("phone-2");
    }

    @Test
    void unboundCallsAreCountedByMiddleNumber() {
        profile.unbound("x1", NOON);
        profile.unbound("x1", NOON + MINUTE);
        profile.unbound("x2", NOON + 2 * MINUTE);

        assertThat(snapshot(NOON + 3 * MINUTE).unbound1h()).isEqualTo(3);
        assertThat(snapshot(NOON + 3 * MINUTE).unboundMiddleNumbers1h()).isEqualTo(2);
    }

    @Test
    void readsOutTheOftenerTheFewerCallsThereAre() {
        var due = 0;
        for (var i = 0; i < 1_000; i++) {
            call("callee-" + i, NOON + i * SECOND);
            due += profile.due(NOON + i * SECOND) ? 1 : 0;
        }

        assertThat(due).isBetween(20, 70);
    }

    @Test
    void whatWasToldIsToldOnceAWindow() {
        assertThat(profile.tellOnce("S01", NOON, NOON)).isTrue();
        assertThat(profile.tellOnce("S01", NOON, NOON + MINUTE)).isFalse();
        assertThat(profile.tellOnce("S01", NOON + HOUR, NOON + HOUR)).isTrue();
        assertThat(profile.tellOnce("S02", NOON, NOON)).isTrue();
    }

    @Test
    void aBusyNumberStaysSmall() {
        for (var i = 0; i < 500; i++) {
            var at = NOON + i * 10 * MINUTE;
            call("callee-" + i, at);
            profile.received("caller-" + i, at, false);
            profile.open("call-" + i, "callee-" + i, true, at);
            profile.seenInCell("cell-" + i, at);
        }

        assertThat(profile.callees).hasSize(64);
        assertThat(profile.callers).hasSize(16);
        assertThat(profile.open).hasSizeLessThanOrEqualTo(16);
        assertThat(profile.cells).hasSize(16);
        assertThat(profile.buckets).hasSizeLessThanOrEqualTo(145);
    }

    private void call(String callee, long at) {
        profile.seen(at);
        profile.attempted(callee, at, false, false, false, null);
    }

    private NumberSnapshot snapshot(long at) {
        return profile.snapshot(Subject.number("number", 1), at, "event");
    }
}
