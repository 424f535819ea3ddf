/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.returns;

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

class DisplacementTest {
    private static final Displacement PATTERN = new Displacement();
    private static final Subject TRUNK = Subject.of(SubjectType.TRUNK, "ent-9");
    private static final List<Long> LIST = List.of(1L, 2L, 3L, 4L, 5L, 6L);

    private final Signal blocked = told(SignalCode.NUMBER_BROKEN, "one", TWO_PM, LIST);

    @Test
    void callsThatGoOnFromTheNextNumberAreToldOfTheTrunk() throws Exception {
        assertThat(findings(PATTERN, blocked, next(10, LIST)))
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.subject()).isEqualTo(TRUNK);
                            assertThat(f.members()).containsExactly("one", "two");
                        });
    }

    @Test
    void anotherAgentWithAListOfHisOwnIsNoDisplacement() throws Exception {
        assertThat(findings(PATTERN, blocked, next(10, List.of(7L, 8L, 9L, 10L, 11L)))).isEmpty();
    }

    @Test
    void withinHalfAnHour() throws Exception {
        var inTime = told(SignalCode.NUMBER_RISES, "two", TWO_PM + 30 * MINUTE - 1, LIST);

        assertThat(findings(PATTERN, blocked, inTime)).hasSize(1);
        assertThat(findings(PATTERN, blocked, next(30, LIST))).isEmpty();
    }

    @Test
    void arrivalDoesNotMatter() throws Exception {
        assertThat(inAnyOrder(PATTERN, blocked, next(5, LIST), next(10, LIST)))
                .containsOnly(findings(PATTERN, blocked, next(5, LIST), next(10, LIST)));
    }

    @Test
    void nothingIsRememberedHalfAnHourLater() throws Exception {
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(blocked).until(TWO_PM + HOUR);

            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal next(int minute, List<Long> list) {
        return told(SignalCode.NUMBER_RISES, "two", TWO_PM + minute * MINUTE, list);
    }

    private static Signal told(SignalCode code, String number, long at, List<Long> list) {
        return Told.about(code, Told.number(number), at, at)
                .about(TRUNK)
                .withCall(null, number, null)
                .withMarks(list);
    }
}
