/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.binding;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fuselink.events.Finding;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpiredBindingReuseTest {
    private static final ExpiredBindingReuse PATTERN = new ExpiredBindingReuse();
    private static final long DAY = 24 * HOUR;

    private final Signal once = late("B1", "A", 0);
    private final Signal again = late("B1", "A", 5 * HOUR);

    @Test
    void aPartyWhoCallsTwiceAfterTheEndIsFoundAndSoIsTheBinding() throws Exception {
        assertThat(findings(PATTERN, once, again))
                .extracting(f -> f.subject(), Finding::levelCap, Finding::initiatorTk)
                .containsExactly(
                        tuple(Subject.of(SubjectType.BINDING, "B1"), 1, "A"),
                        tuple(Told.number("A"), 2, "A"));
    }

    @Test
    void bothFindingsNameTheBindingItsUseAndItsLease() throws Exception {
        assertThat(findings(PATTERN, once, again))
                .allSatisfy(
                        finding -> {
                            assertThat(finding.bindingId()).isEqualTo("B1");
                            assertThat(finding.purpose()).isEqualTo(PurposeClass.FOOD);
                            assertThat(finding.linkKeys()).containsExactly("LEASE:L");
                        });
    }

    @Test
    void oneLateCallBackIsForgiven() throws Exception {
        assertThat(findings(PATTERN, once)).isEmpty();
    }

    @Test
    void eachPartyOnceIsForgivenToo() throws Exception {
        assertThat(findings(PATTERN, once, late("B1", "customer", HOUR))).isEmpty();
    }

    @Test
    void twoBindingsAreTwoStories() throws Exception {
        assertThat(findings(PATTERN, once, late("B2", "A", HOUR))).isEmpty();
    }

    @Test
    void withinADay() throws Exception {
        assertThat(findings(PATTERN, once, late("B1", "A", DAY - 1))).hasSize(2);
        assertThat(findings(PATTERN, once, late("B1", "A", DAY))).isEmpty();
    }

    @Test
    void tenCallsAreNineMatchesNotFortyFive() throws Exception {
        var calls =
                IntStream.range(0, 10)
                        .mapToObj(hour -> late("B1", "A", hour * HOUR))
                        .toArray(Signal[]::new);

        assertThat(findings(PATTERN, calls)).hasSize(18);
    }

    @Test
    void twoCallsOfOneInstantAreFoundInAnyOrder() throws Exception {
        var sameInstant =
                Told.about(
                                SignalCode.EXPIRED_BINDING_CALL,
                                Subject.of(SubjectType.BINDING, "B1"),
                                TWO_PM - 1,
                                TWO_PM)
                        .withCall("c2", "A", "V");

        assertThat(inAnyOrder(PATTERN, once, sameInstant, again))
                .containsOnly(findings(PATTERN, once, sameInstant, again));
    }

    @Test
    void nothingIsRememberedADayLater() throws Exception {
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(once, late("B2", "A", 0)).until(TWO_PM + DAY);

            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal late(String binding, String caller, long after) {
        var at = TWO_PM + after;
        return Told.about(
                        SignalCode.EXPIRED_BINDING_CALL,
                        Subject.of(SubjectType.BINDING, binding),
                        at,
                        at)
                .withCall("c" + after, caller, "V")
                .withBinding(binding)
                .withContext(PurposeClass.FOOD, List.of("LEASE:L"));
    }
}
