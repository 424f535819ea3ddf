/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.ActionType;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LadderTest {

    @Test
    void aVictimIsOnlyEverWarned() {
        assertThat(Ladder.rungs(4, true, SubjectType.VICTIM))
                .extracting(Ladder.Rung::action)
                .containsExactly(ActionType.WARN);
        assertThat(Ladder.subject(TargetType.CALLEE)).isEqualTo(SubjectType.VICTIM);
    }

    @Test
    void anAccountIsAskedToBeFrozenAndNeverBlocked() {
        assertThat(Ladder.rungs(4, true, Ladder.subject(TargetType.ACCOUNT)))
                .extracting(Ladder.Rung::action)
                .containsExactlyInAnyOrder(ActionType.FREEZE_REQUEST, ActionType.LEAD);
    }

    @Test
    void warningsGoToThePeopleCalledNotToTheCaller() {
        assertThat(Ladder.target(ActionType.WARN, SubjectType.NUMBER))
                .isEqualTo(TargetType.CALLEES_OF);
    }

    @ParameterizedTest
    @EnumSource(names = {"CELL", "PLATFORM", "CAMPAIGN"})
    void nothingIsAskedAboutAWholeCellPlatformOrCampaign(SubjectType subject) {
        assertThat(Ladder.rungs(4, true, subject)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SubjectType.class)
    void theSystemAloneNeverAsksForAFreeze(SubjectType subject) {
        assertThat(Ladder.rungs(4, false, subject))
                .extracting(Ladder.Rung::action)
                .doesNotContain(ActionType.FREEZE_REQUEST);
    }

    @ParameterizedTest
    @EnumSource(SubjectType.class)
    void everyRungOfASubjectHasATarget(SubjectType subject) {
        for (var rung : Ladder.rungs(4, true, subject)) {
            assertThat(Ladder.target(rung.action(), subject)).isNotNull();
        }
    }
}
