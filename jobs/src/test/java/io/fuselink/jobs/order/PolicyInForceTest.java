/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.HealthState;
import io.fuselink.events.PolicyVersion;
import io.fuselink.jobs.order.Diary.Line;
import io.fuselink.jobs.order.Diary.Visitor;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a task keeps of the policy, and what it says of it. */
class PolicyInForceTest {
    private StepHarness<Visitor, Line> diary;

    @BeforeEach
    void openDiary() throws Exception {
        diary = StepHarness.of(new Diary(), Visitor.class, Visitor::door);
    }

    @AfterEach
    void closeDiary() throws Exception {
        diary.close();
    }

    @Test
    void ofTwoVersionsForTheSameTimeTheHigherCountsWhicheverCameFirst() throws Exception {
        diary.policy(reporters(3, NOON, 7)).policy(reporters(2, NOON, 5));
        diary.tell(Visitor.of("anna", NOON)).until(NOON + HOUR);

        assertThat(diary.told()).extracting(Line::text).allMatch(text -> text.endsWith("limit 7"));
        assertThat(acknowledged()).extracting(a -> a.toList().get(0)).containsOnly(3);
    }

    @Test
    void aTaskSaysWhatItHasAndThenWhatItWorksBy() throws Exception {
        diary.policy(reporters(1, NOON, 5));

        assertThat(acknowledged()).containsExactly(said(1, HealthState.ACCEPTED));

        diary.until(NOON - 1);
        assertThat(acknowledged()).hasSize(1);

        diary.until(NOON).until(NOON + HOUR);
        assertThat(acknowledged())
                .containsExactly(said(1, HealthState.ACCEPTED), said(1, HealthState.RUNNING));
        assertThat(diary.told(SideOutputs.HEALTH))
                .as("one document, the later statement replaces the earlier")
                .extracting(health -> health.id())
                .containsOnly(diary.told(SideOutputs.HEALTH).get(0).id());
    }

    @Test
    void afterARestartATaskSaysAgainWhatItWorksBy() throws Exception {
        diary.policy(reporters(1, NOON, 5)).until(NOON).restart().until(NOON + HOUR);

        assertThat(acknowledged()).containsExactly(said(1, HealthState.RUNNING));
    }

    @Test
    void aVersionOutOfForceForADayIsForgotten() throws Exception {
        diary.policy(reporters(1, NOON, 5))
                .policy(reporters(2, NOON + HOUR, 7))
                .policy(reporters(3, NOON + 2 * DAY + HOUR, 9))
                .until(NOON + 3 * DAY)
                .restart()
                .until(NOON + 3 * DAY + HOUR);

        assertThat(acknowledged())
                .as("version 2 was in force a day before the watermark, 1 was not")
                .containsExactly(said(2, HealthState.RUNNING), said(3, HealthState.RUNNING));
    }

    private List<Tuple> acknowledged() {
        return diary.told(SideOutputs.HEALTH).stream()
                .map(health -> said(health.policyVersion(), health.state()))
                .toList();
    }

    private static Tuple said(int version, HealthState state) {
        return Tuple.tuple(version, state);
    }

    private static PolicyVersion reporters(int version, long validFrom, double reporters) {
        return policy(
                version,
                validFrom,
                Map.of(Limit.S20_REPORTERS_24H.wireName(), reporters),
                Map.of());
    }
}
