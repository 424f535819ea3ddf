/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Family;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.jobs.AFinding;
import io.fuselink.jobs.order.StepHarness;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceReturnsTest {
    private StepHarness<TrailNews, Signal> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new TraceReturns(), TrailNews.class, TrailNews::numberTk);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void aNumberThatRisesIsToldAtItsDeviceItsTrunkAndItsCells() throws Exception {
        step.tell(footprint(NOON, true, 12));
        step.until(NOON + HOUR);

        assertThat(step.told())
                .extracting(Signal::code, s -> s.subject().address(), Signal::initiatorTk)
                .containsExactly(
                        tuple("NUMBER_RISES", "DEVICE:imei", "number"),
                        tuple("NUMBER_RISES", "TRUNK:ent-4", "number"),
                        tuple("NUMBER_RISES", "CELL:b", "number"));
        assertThat(step.told()).allMatch(s -> s.marks().size() == 12);
    }

    @Test
    void itIsToldAgainAsItsListDoublesAndNotInBetween() throws Exception {
        step.tell(footprint(NOON, true, 8));
        step.tell(footprint(NOON + 10 * MINUTE, false, 12));
        step.tell(footprint(NOON + 20 * MINUTE, false, 18));
        step.tell(footprint(NOON + 30 * MINUTE, false, 25));
        step.until(NOON + HOUR);

        assertThat(step.told()).extracting(Signal::value).containsOnly(12.0, 25.0);
        assertThat(step.told()).allMatch(s -> s.windowStart() == NOON);
    }

    @Test
    void aNumberOfYearsDoesNotRise() throws Exception {
        step.tell(footprint(NOON, false, 40));
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void twoFamiliesBreakANumberAndOneDoesNot() throws Exception {
        step.tell(footprint(NOON, false, 40), found(Family.BEHAVIOUR, NOON + MINUTE));
        step.until(NOON + 10 * MINUTE);
        assertThat(step.told()).isEmpty();

        step.tell(found(Family.CONTENT, NOON + HOUR), found(Family.CONTENT, NOON + 2 * HOUR));
        step.until(NOON + 3 * HOUR);

        assertThat(step.told()).hasSize(3).allMatch(s -> s.code().equals("NUMBER_BROKEN"));
        assertThat(step.told()).allMatch(s -> s.windowStart() == NOON + HOUR);
    }

    @Test
    void familiesThatSpeakADayApartDoNotSpeakTogether() throws Exception {
        step.tell(footprint(NOON, false, 40), found(Family.BEHAVIOUR, NOON));
        step.tell(found(Family.CONTENT, NOON + 7 * HOUR));
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void anAuthorityBreaksAlone() throws Exception {
        step.tell(footprint(NOON, false, 40), found(Family.AUTHORITY, NOON + MINUTE));
        step.until(NOON + HOUR);

        assertThat(step.told()).extracting(Signal::code).containsOnly("NUMBER_BROKEN");
    }

    @Test
    void whatMayOnlyBeShownBreaksNobody() {
        var out = new ArrayList<TrailNews>();
        var number = Subject.number("number", 1);
        TrailNews.against(
                AFinding.about(number, "position-jump", Family.BEHAVIOUR, 1, NOON, 50),
                new ListCollector<>(out));

        assertThat(out).isEmpty();
    }

    @Test
    void aTrailGoesColdAfterAWeek() throws Exception {
        step.tell(footprint(NOON, true, 12)).until(NOON + DAY);
        assertThat(step.remembered()).isPositive();

        step.until(NOON + TraceReturns.KEPT_MS + 2 * DAY);

        assertThat(step.remembered()).isZero();
    }

    private static TrailNews found(Family family, long at) {
        var number = Subject.number("number", 1);
        var finding = AFinding.about(number, "detector", family, 2, at, 50);
        return new TrailNews("number", at, null, finding);
    }

    private static TrailNews footprint(long at, boolean rises, int callees) {
        var list = LongStream.range(0, callees).boxed().toList();
        return TrailNews.of(
                new Footprint(
                        "number",
                        1,
                        at,
                        rises,
                        20,
                        0,
                        12,
                        "imei",
                        "ent-4",
                        null,
                        List.of(11L),
                        list,
                        List.of()));
    }
}
