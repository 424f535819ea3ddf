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
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedPoolTest {
    private static final ScriptedPool PATTERN = new ScriptedPool();
    private static final Subject TRUNK = Subject.of(SubjectType.TRUNK, "door-1");

    private final Signal scripted = pool(SignalCode.TRUNK_SCRIPTED, 0, "N1", "N2");
    private final Signal reported = pool(SignalCode.DOOR_REPORTED, 30, "N3");
    private final Signal alike = pool(SignalCode.POOL_SHARED_INGRESS, 60, "N2", "N3");

    @Test
    void numbersUsedAlikeThatSpeakAFraudScriptAreOnePool() throws Exception {
        assertThat(findings(PATTERN, scripted, alike))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.subject()).isEqualTo(TRUNK);
                            assertThat(finding.levelCap()).isEqualTo(2);
                            assertThat(finding.members()).containsExactly("N1", "N2", "N3");
                            assertThat(finding.evidence())
                                    .extracting(Evidence::family)
                                    .containsExactly(Family.CONTENT, Family.DEVICE);
                        });
    }

    @Test
    void soAreThoseThatPeopleReport() throws Exception {
        assertThat(findings(PATTERN, reported, alike)).hasSize(1);
    }

    @Test
    void aCallCentreWhoseWordsAccuseNobodyIsLeftAlone() throws Exception {
        assertThat(findings(PATTERN, alike, pool(SignalCode.POOL_SHARED_INGRESS, 10, "N1")))
                .isEmpty();
    }

    @Test
    void clerksWhoWentAstrayInAShopThatIsNotUsedAlikeAreNoPool() throws Exception {
        assertThat(findings(PATTERN, scripted, reported)).isEmpty();
    }

    @Test
    void sixHoursLaterIsAnotherStory() throws Exception {
        var justInTime = pool(SignalCode.POOL_SHARED_INGRESS, 359, "N1");
        var tooLate = pool(SignalCode.POOL_SHARED_INGRESS, 361, "N1");

        assertThat(findings(PATTERN, scripted, justInTime)).hasSize(1);
        assertThat(findings(PATTERN, scripted, tooLate)).isEmpty();
    }

    @Test
    void aPoolThatGoesOnIsOneFindingADay() throws Exception {
        assertThat(findings(PATTERN, scripted, alike, pool(SignalCode.POOL_SHARED_INGRESS, 70)))
                .hasSize(1);
    }

    @Test
    void arrivalDoesNotMatterEvenWithinOneInstant() throws Exception {
        var atOnce = pool(SignalCode.POOL_SHARED_INGRESS, 0, "N4");

        assertThat(inAnyOrder(PATTERN, scripted, atOnce, alike))
                .containsOnly(findings(PATTERN, scripted, atOnce, alike));
    }

    @Test
    void nothingIsRememberedSixHoursLater() throws Exception {
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(scripted, reported);
            harness.until(TWO_PM + 30 * MINUTE + 6 * HOUR);

            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal pool(SignalCode code, int minute, String... members) {
        var at = TWO_PM + minute * MINUTE;
        return Told.about(code, TRUNK, TWO_PM, at).withMembers(List.of(members));
    }
}
