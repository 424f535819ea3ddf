/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.groups;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Rotation PATTERN = new Rotation();
    private static final Subject TRUNK = Subject.of(SubjectType.TRUNK, "door-1");

    private final Signal busy = pool(SignalCode.POOL_BUSY, 3, "N1", "N2");
    private final Signal oneDoor = pool(SignalCode.POOL_SHARED_INGRESS, 3, "N1", "N2");
    private final Signal stillBusy = pool(SignalCode.POOL_BUSY, 13, "N2", "N3");

    @Test
    void aPoolThatStaysBusyBehindOneDoorIsRotation() throws Exception {
        assertThat(findings(PATTERN, busy, oneDoor, stillBusy))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.subject()).isEqualTo(TRUNK);
                            assertThat(finding.levelCap()).isEqualTo(2);
                            assertThat(finding.members()).containsExactly("N1", "N2", "N3");
                            assertThat(finding.linkKeys()).containsExactly("TRUNK:door-1");
                            assertThat(finding.evidence())
                                    .extracting(Evidence::family)
                                    .containsExactly(
                                            Family.BEHAVIOUR, Family.DEVICE, Family.BEHAVIOUR);
                        });
    }

    @Test
    void oneWindowIsNot() throws Exception {
        assertThat(findings(PATTERN, busy, oneDoor, pool(SignalCode.POOL_BUSY, 9, "N1"))).isEmpty();
    }

    @Test
    void aBusyPoolThatSharesNothingIsNot() throws Exception {
        assertThat(findings(PATTERN, busy, stillBusy)).isEmpty();
    }

    @Test
    void anHourLaterIsAnotherStory() throws Exception {
        var justInTime = pool(SignalCode.POOL_BUSY, 62, "N1");
        var tooLate = pool(SignalCode.POOL_BUSY, 63, "N1");

        assertThat(findings(PATTERN, busy, oneDoor, justInTime)).hasSize(1);
        assertThat(findings(PATTERN, busy, oneDoor, tooLate)).isEmpty();
    }

    @Test
    void aDoorSeenBeforeThePoolWasBusyCountsFromTheNextWindow() throws Exception {
        var early = pool(SignalCode.POOL_SHARED_INGRESS, 1, "N1");
        var again = pool(SignalCode.POOL_SHARED_INGRESS, 11, "N1");
        var muchLater = pool(SignalCode.POOL_BUSY, 21, "N1");

        assertThat(findings(PATTERN, early, busy, again, stillBusy, muchLater)).hasSize(1);
    }

    @Test
    void noSingleMemberIsAccused() throws Exception {
        var member = Told.number("N1");

        assertThat(
                        findings(
                                PATTERN,
                                busy.about(member),
                                oneDoor.about(member),
                                stillBusy.about(member)))
                .isEmpty();
    }

    @Test
    void aWholeDayIsOneFindingPerWindowNotOnePerPair() throws Exception {
        var day =
                IntStream.range(0, 48)
                        .boxed()
                        .flatMap(
                                w ->
                                        List.of(
                                                pool(SignalCode.POOL_BUSY, 10 * w + 3, "N1"),
                                                pool(
                                                        SignalCode.POOL_SHARED_INGRESS,
                                                        10 * w + 3,
                                                        "N1"))
                                                .stream())
                        .toArray(Signal[]::new);

        assertThat(findings(PATTERN, day))
                .extracting(Finding::id)
                .doesNotHaveDuplicates()
                .hasSize(47);
    }

    @Test
    void arrivalDoesNotMatterEvenWithinOneInstant() throws Exception {
        var doorAtLast = pool(SignalCode.POOL_SHARED_INGRESS, 13, "N4");

        assertThat(inAnyOrder(PATTERN, busy, oneDoor, stillBusy, doorAtLast))
                .containsOnly(findings(PATTERN, busy, oneDoor, stillBusy, doorAtLast));
    }

    @Test
    void nothingIsRememberedAnHourLater() throws Exception {
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(busy, oneDoor, stillBusy, pool(SignalCode.POOL_BUSY, 23, "N1"));
            harness.until(TWO_PM + 23 * MINUTE + HOUR);

            assertThat(harness.findings()).hasSize(1);
            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal pool(SignalCode code, int minute, String... members) {
        var at = TWO_PM + minute * MINUTE;
        return Told.about(code, TRUNK, at - at % (10 * MINUTE), at)
                .withMembers(List.of(members))
                .withContext(null, List.of("TRUNK:door-1"));
    }
}
