/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.LegState;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine, cell by cell. */
class LegTableTest {
    private static final Set<Cause> OF_THE_PARTY =
            EnumSet.of(
                    Cause.ACKED,
                    Cause.EFFECTIVE,
                    Cause.REFUSED,
                    Cause.FAILED,
                    Cause.LIFTED,
                    Cause.EXPIRED);

    static Stream<Arguments> cells() {
        return Stream.of(LegState.values())
                .flatMap(s -> Stream.of(Cause.values()).map(c -> Arguments.of(s, c)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("cells")
    void aLegOnlyEverMovesForward(LegState from, Cause cause) {
        assertThat(LegTable.next(from, cause).stream())
                .allSatisfy(to -> assertThat(to.rank()).isGreaterThan(from.rank()));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("cells")
    void whatAPartySaysWaitsExactlyUntilItWasAsked(LegState from, Cause cause) {
        assertThat(LegTable.early(from, cause))
                .isEqualTo(OF_THE_PARTY.contains(cause) && from.rank() < LegState.ISSUED.rank());
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("cells")
    void nothingGoesOutUnlessSomebodyApprovedIt(LegState from, Cause cause) {
        if (LegTable.next(from, cause).equals(java.util.Optional.of(LegState.ISSUED))) {
            assertThat(from).isIn(LegState.AUTO_APPROVED, LegState.APPROVED);
            assertThat(cause).isEqualTo(Cause.ISSUE);
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("cells")
    void whatHasEndedIsNeverInForceAgain(LegState from, Cause cause) {
        if (from.closed()) {
            assertThat(LegTable.next(from, cause).stream()).allMatch(LegState::closed);
        }
    }

    @Test
    void whateverAPartySaysInWhateverOrderALegEndsTheSame() {
        for (var state : EnumSet.range(LegState.ISSUED, LegState.FAILED)) {
            for (var one : OF_THE_PARTY) {
                for (var other : OF_THE_PARTY) {
                    assertThat(after(after(state, one), other))
                            .as("%s: %s and %s", state, one, other)
                            .isEqualTo(after(after(state, other), one));
                }
            }
        }
    }

    @Test
    void onlyTheReleasedPartySaysLiftedOnceALegWentOut() {
        for (var state : EnumSet.range(LegState.ISSUED, LegState.SUPERSEDED)) {
            assertThat(LegTable.next(state, Cause.LIFTED)).contains(LegState.LIFTED);
            assertThat(LegTable.next(state, Cause.WITHDRAW)).isEmpty();
        }
    }

    private static LegState after(LegState state, Cause cause) {
        return LegTable.next(state, cause).orElse(state);
    }
}
