/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.relay;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fuselink.events.Finding;
import io.fuselink.events.Signal;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayOnOneVictimTest {
    private static final RelayOnOneVictim PATTERN = new RelayOnOneVictim();

    /** Both become known when the long call has lasted ten minutes. */
    private static final long KNOWN = TWO_PM + 2 * HOUR;

    private final Signal courierVoice = shortCall("N1", 0);
    private final Signal policeVoice = longCall("N2", 40);

    @Test
    void aPersonHandedFromOneStrangerToAnotherIsAVictimAndBothAreAccused() throws Exception {
        assertThat(findings(PATTERN, courierVoice, policeVoice))
                .extracting(f -> f.subject(), Finding::levelCap, Finding::initiatorTk)
                .containsExactly(
                        tuple(Told.victim("V"), 1, "N2"),
                        tuple(Told.number("N2"), 2, "N2"),
                        tuple(Told.number("N1"), 2, "N1"));
    }

    @Test
    void theAccusedNameTheVictimEachOtherAndOnlyTheirOwnLinks() throws Exception {
        var second = findings(PATTERN, courierVoice, policeVoice).get(1);

        assertThat(second.victims()).containsExactly("V");
        assertThat(second.members()).containsExactly("N1", "N2");
        assertThat(second.linkKeys()).containsExactly("TRUNK:of-N2");
        assertThat(second.windowStart()).isEqualTo(courierVoice.windowStart());
    }

    @Test
    void oneCallerWhoRingsTwiceIsNoRelay() throws Exception {
        assertThat(findings(PATTERN, courierVoice, longCall("N1", 40))).isEmpty();
    }

    @Test
    void theLongCallMustFollowTheShortOne() throws Exception {
        assertThat(findings(PATTERN, shortCall("N1", 50), policeVoice)).isEmpty();
    }

    @Test
    void withinTheHourFromCallToCall() throws Exception {
        assertThat(findings(PATTERN, courierVoice, longCall("N2", 60))).hasSize(3);
        assertThat(findings(PATTERN, courierVoice, longCall("N2", 61))).isEmpty();
    }

    @Test
    void aLongCallThatBecomesKnownThreeHoursLaterIsTooLate() throws Exception {
        var soon = told(SignalCode.STRANGER_LONG_CALL, "N2", 40, KNOWN + 3 * HOUR - 1);
        var late = told(SignalCode.STRANGER_LONG_CALL, "N2", 40, KNOWN + 3 * HOUR);

        assertThat(findings(PATTERN, courierVoice, soon)).hasSize(3);
        assertThat(findings(PATTERN, courierVoice, late)).isEmpty();
    }

    @Test
    void callsToTwoPeopleAreTwoStories() throws Exception {
        var neighbour = policeVoice.about(Told.victim("W"));

        assertThat(findings(PATTERN, courierVoice, neighbour)).isEmpty();
    }

    @Test
    void everyShortCallerBeforeTheLongOneMayBeTheHook() throws Exception {
        assertThat(
                        findings(
                                PATTERN,
                                courierVoice,
                                shortCall("N3", 10),
                                shortCall("N4", 20),
                                policeVoice))
                .hasSize(9);
    }

    @Test
    void arrivalWithinTheInstantDoesNotMatter() throws Exception {
        var between = shortCall("N3", 20);

        assertThat(inAnyOrder(PATTERN, courierVoice, between, policeVoice))
                .containsOnly(findings(PATTERN, courierVoice, between, policeVoice));
    }

    @Test
    void nothingIsRememberedThreeHoursLater() throws Exception {
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(courierVoice, longCall("N1", 40)).until(KNOWN + 3 * HOUR);

            assertThat(harness.findings()).isEmpty();
            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal shortCall(String caller, int minute) {
        return told(SignalCode.STRANGER_SHORT_CALL, caller, minute, KNOWN);
    }

    private static Signal longCall(String caller, int minute) {
        return told(SignalCode.STRANGER_LONG_CALL, caller, minute, KNOWN);
    }

    private static Signal told(SignalCode code, String caller, int minute, long at) {
        return Told.about(code, Told.victim("V"), TWO_PM + minute * MINUTE, at)
                .withCall("call-of-" + caller, caller, "V")
                .withContext(null, List.of("TRUNK:of-" + caller));
    }
}
