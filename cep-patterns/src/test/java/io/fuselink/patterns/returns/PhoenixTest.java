/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.returns;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Evidence;
import io.fuselink.events.Finding;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PhoenixTest {
    private static final Phoenix PATTERN = new Phoenix();
    private static final long DAY = 24 * HOUR;
    private static final Subject CELL = Subject.of(SubjectType.CELL, "cell-7");
    private static final Subject DEVICE = Subject.of(SubjectType.DEVICE, "imei-3");

    /** The burnt number had worked through the first forty of the list. */
    private final Signal burnt = broken(CELL, "old", TWO_PM, list(0, 40));

    @Test
    void theSameListFromTheSameCellIsEnough() throws Exception {
        var found = findings(PATTERN, burnt, risen(CELL, "new", TWO_PM + HOUR, list(30, 45)));

        assertThat(found)
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.subject()).isEqualTo(Told.number("new"));
                            assertThat(f.levelCap()).isEqualTo(2);
                            assertThat(f.members()).containsExactly("old", "new");
                            assertThat(f.evidence())
                                    .extracting(Evidence::code)
                                    .containsExactly("NUMBER_BROKEN", "NUMBER_RISES");
                        });
    }

    @Test
    void theSameDeviceNeedsNoList() throws Exception {
        var old = broken(DEVICE, "old", TWO_PM, list(0, 40));

        assertThat(findings(PATTERN, old, risen(DEVICE, "new", TWO_PM + HOUR, list(90, 99))))
                .extracting(Finding::subjectTk)
                .containsExactly("new");
    }

    @Test
    void whoMovesIntoTheCellAndCallsOtherPeopleIsNobodysPhoenix() throws Exception {
        assertThat(findings(PATTERN, burnt, risen(CELL, "florist", TWO_PM + HOUR, list(50, 80))))
                .isEmpty();
        // Three of ten: the restaurant, the hospital and the town hall.
        assertThat(findings(PATTERN, burnt, risen(CELL, "florist", TWO_PM + HOUR, list(37, 47))))
                .isEmpty();
    }

    @Test
    void colleaguesWhoCalledBeforeTheBreakAreNotItsReturn() throws Exception {
        var colleague =
                told(
                        SignalCode.NUMBER_RISES,
                        CELL,
                        "colleague",
                        TWO_PM - HOUR,
                        TWO_PM + HOUR,
                        list(0, 40));

        assertThat(findings(PATTERN, burnt, colleague)).isEmpty();
    }

    @Test
    void theNumberItselfIsNotItsOwnPhoenix() throws Exception {
        assertThat(findings(PATTERN, burnt, risen(CELL, "old", TWO_PM + HOUR, list(0, 40))))
                .isEmpty();
    }

    @Test
    void withinAWeek() throws Exception {
        var inTime = risen(CELL, "new", TWO_PM + 7 * DAY - 1, list(0, 20));
        var late = risen(CELL, "new", TWO_PM + 7 * DAY, list(0, 20));

        assertThat(findings(PATTERN, burnt, inTime)).hasSize(1);
        assertThat(findings(PATTERN, burnt, late)).isEmpty();
    }

    @Test
    void everySuccessorIsNamedWhateverTheOrderOfArrival() throws Exception {
        var first = risen(CELL, "new-1", TWO_PM + HOUR, list(0, 12));
        var second = risen(CELL, "new-2", TWO_PM + HOUR, list(12, 24));

        assertThat(findings(PATTERN, burnt, first, second))
                .extracting(Finding::subjectTk)
                .containsExactlyInAnyOrder("new-1", "new-2");
        assertThat(inAnyOrder(PATTERN, burnt, first, second))
                .containsOnly(findings(PATTERN, burnt, first, second));
    }

    @Test
    void nothingIsRememberedAWeekLater() throws Exception {
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(burnt).until(TWO_PM + 7 * DAY);

            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal broken(Subject place, String number, long at, List<Long> list) {
        return told(SignalCode.NUMBER_BROKEN, place, number, at, at, list);
    }

    private static Signal risen(Subject place, String number, long at, List<Long> list) {
        return told(SignalCode.NUMBER_RISES, place, number, at, at, list);
    }

    private static Signal told(
            SignalCode code, Subject place, String number, long since, long at, List<Long> list) {
        return Told.about(code, Told.number(number), since, at)
                .about(place)
                .withCall(null, number, null)
                .withMarks(list);
    }

    private static List<Long> list(long from, long until) {
        return LongStream.range(from, until).boxed().toList();
    }
}
