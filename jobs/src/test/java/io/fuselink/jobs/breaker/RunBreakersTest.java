/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import static io.fuselink.events.ActionType.BLOCK;
import static io.fuselink.events.ActionType.FREEZE_REQUEST;
import static io.fuselink.events.ActionType.LEAD;
import static io.fuselink.events.ActionType.REVERIFY;
import static io.fuselink.events.ActionType.TAG;
import static io.fuselink.events.ActionType.THROTTLE;
import static io.fuselink.events.ActionType.WARN;
import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static io.fuselink.jobs.breaker.BreakerStory.CARRIER;
import static io.fuselink.jobs.breaker.BreakerStory.HANDSET;
import static io.fuselink.jobs.breaker.BreakerStory.PLATFORM;
import static io.fuselink.jobs.breaker.BreakerStory.POLICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.Command;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Instruction;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Verb;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The saga of one bundle: what is asked of whom, what they answer, and the way back. */
class RunBreakersTest {
    private static final String CASE = "case-7";
    private static final long DEADLINE = NOON + LegClocks.ACK_WITHIN_MS;

    @Test
    void aLevelThreeActsSoftlyAtOnceAndLetsItsHolderVerifyHimselfBeforeAHumanIsAsked()
            throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON);

            assertThat(story.sent(Command.APPLY))
                    .containsExactlyInAnyOrder(TAG, WARN, THROTTLE, REVERIFY);
            assertThat(story.history(TAG, HANDSET))
                    .containsExactly(LegState.PROPOSED, LegState.AUTO_APPROVED, LegState.ISSUED);
            assertThat(story.state(THROTTLE, PLATFORM)).isEqualTo(LegState.ISSUED);
            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.PROPOSED);
            assertThat(story.leg(BLOCK, CARRIER).note()).contains("re-verification comes first");
            assertThat(story.state(LEAD, POLICE)).isEqualTo(LegState.PENDING_HUMAN);
            assertThat(story.bundle().legs()).isEqualTo(6);
            assertThat(story.leg(TAG, HANDSET).ackDeadline()).isEqualTo(DEADLINE);
        }
    }

    @Test
    void levelTwoTagsAndWarnsAndLevelThreeAddsToIt() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON);

            assertThat(story.bundle().legs()).isEqualTo(3);

            story.assessed(3, NOON + MINUTE).assessed(2, NOON + 2 * MINUTE);

            assertThat(story.bundle().legs()).isEqualTo(6);
            assertThat(story.bundle().level()).isEqualTo(3);
            assertThat(story.sent(Command.APPLY))
                    .containsExactlyInAnyOrder(TAG, WARN, THROTTLE, REVERIFY);
        }
    }

    @Test
    void whatTheOfficerApprovesIsIssuedAcknowledgedAndEffective() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON)
                    .unverifiable(NOON + SECOND)
                    .hears(story.decides(Verb.APPROVE, NOON + MINUTE))
                    .hears(story.ack(BLOCK, CARRIER, AckStatus.ACKED, NOON + 2 * MINUTE))
                    .hears(story.ack(BLOCK, CARRIER, AckStatus.EFFECTIVE, NOON + 3 * MINUTE));

            assertThat(story.history(BLOCK, CARRIER))
                    .containsExactly(
                            LegState.PROPOSED,
                            LegState.PENDING_HUMAN,
                            LegState.APPROVED,
                            LegState.ISSUED,
                            LegState.ACKED,
                            LegState.EFFECTIVE);
            assertThat(story.state(LEAD, POLICE)).isEqualTo(LegState.ISSUED);
            var block = story.leg(BLOCK, CARRIER);
            assertThat(block.effectiveAt()).isEqualTo(NOON + 3 * MINUTE);
            assertThat(block.expiresAt()).isEqualTo(NOON + MINUTE + 72 * HOUR);
            assertThat(block.timedOut()).isFalse();
            assertThat(story.bundle().effective()).isEqualTo(1);
        }
    }

    @Test
    void theSkewIsTheTimeBetweenTheFirstAndTheLastEffectiveLeg() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON)
                    .hears(story.ack(TAG, HANDSET, AckStatus.EFFECTIVE, NOON + 40 * SECOND))
                    .hears(story.ack(THROTTLE, PLATFORM, AckStatus.EFFECTIVE, NOON + 10 * SECOND));

            assertThat(story.bundle().effective()).isEqualTo(2);
            assertThat(story.bundle().skewMs()).isEqualTo(30 * SECOND);
        }
    }

    @Test
    void whatTheOfficerRejectsIsNeverSent() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON)
                    .hears(story.decides(Verb.REJECT, story.legId(BLOCK, CARRIER), NOON + MINUTE));

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.REJECTED);
            assertThat(story.state(LEAD, POLICE)).isEqualTo(LegState.PENDING_HUMAN);
            assertThat(story.sent(Command.APPLY)).doesNotContain(BLOCK);
        }
    }

    @Test
    void aPartyThatStaysSilentIsTimedOutThenEscalatedAndNothingElse() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON).until(DEADLINE);

            assertThat(story.leg(TAG, HANDSET).timedOut()).isFalse();

            story.until(DEADLINE + SECOND);

            assertThat(story.leg(TAG, HANDSET).timedOut()).isTrue();
            assertThat(story.leg(TAG, HANDSET).escalated()).isFalse();
            assertThat(story.bundle().timedOut()).isEqualTo(3);

            story.until(DEADLINE + LegClocks.ESCALATE_AFTER_MS);

            assertThat(story.leg(TAG, HANDSET).escalated()).isTrue();
            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.ISSUED);
        }
    }

    @Test
    void anAnswerInTimeIsInTimeHoweverLateItIsHeard() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON)
                    .until(DEADLINE + HOUR)
                    .hears(story.ack(TAG, HANDSET, AckStatus.ACKED, DEADLINE));

            assertThat(story.leg(TAG, HANDSET).timedOut()).isFalse();
            assertThat(story.leg(TAG, HANDSET).escalated()).isFalse();
            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.ACKED);
        }
    }

    @Test
    void aLateAnswerIsLateEvenIfItIsHeardBeforeTheClock() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON)
                    .hears(story.ack(TAG, HANDSET, AckStatus.ACKED, DEADLINE + SECOND));

            assertThat(story.leg(TAG, HANDSET).timedOut()).isTrue();

            story.until(NOON + HOUR);

            assertThat(story.leg(TAG, HANDSET).timedOut()).isTrue();
            assertThat(story.leg(TAG, HANDSET).escalated()).isFalse();
            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.ACKED);
        }
    }

    @Test
    void whoWasInTimeIsNotTimedOutByReleasingDaysLater() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON)
                    .hears(story.ack(TAG, HANDSET, AckStatus.EFFECTIVE, NOON + MINUTE))
                    .until(NOON + DAY)
                    .hears(story.decides(Verb.LIFT, NOON + 2 * DAY))
                    .hears(story.ack(TAG, HANDSET, AckStatus.LIFTED, NOON + 2 * DAY + MINUTE));

            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.LIFTED);
            assertThat(story.leg(TAG, HANDSET).timedOut()).isFalse();
        }
    }

    @Test
    void anAnswerBeforeItsBundleIsParkedAndApplied() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.hears(story.ack(TAG, HANDSET, AckStatus.EFFECTIVE, NOON + MINUTE))
                    .restart()
                    .assessed(2, NOON);

            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.EFFECTIVE);
            assertThat(story.step().counted("breaker.parked")).isEqualTo(1);
            assertThat(story.step().accounted(Outcome.PROCESSED, Feed.ACKS)).isEqualTo(1);
        }
    }

    @Test
    void anAnswerBeforeItsLegWasRaisedOrApprovedIsParkedAndApplied() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON)
                    .hears(story.ack(BLOCK, CARRIER, AckStatus.EFFECTIVE, NOON + 3 * MINUTE))
                    .assessed(3, NOON + MINUTE)
                    .unverifiable(NOON + MINUTE);

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.PENDING_HUMAN);

            story.hears(story.decides(Verb.APPROVE, NOON + 2 * MINUTE));

            assertThat(story.history(BLOCK, CARRIER))
                    .containsSequence(LegState.APPROVED, LegState.ISSUED, LegState.EFFECTIVE);
            assertThat(story.leg(BLOCK, CARRIER).timedOut()).isFalse();
        }
    }

    @Test
    void aFreezeAsksBanksAndBlocksNobody() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.FREEZE, CASE, NOON);

            assertThat(story.sent(Command.APPLY))
                    .containsExactlyInAnyOrder(FREEZE_REQUEST, FREEZE_REQUEST, LEAD);
        }
    }

    @Test
    void anotherPartyCannotAnswerALeg() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.BLOCK, CASE, NOON);
            var ofTheCarrier = story.ack(BLOCK, CARRIER, AckStatus.REJECTED, NOON + MINUTE);
            var forged = ofTheCarrier.ack();
            story.hears(
                    Event.of(
                            ofTheCarrier.header(),
                            new Ack(
                                    forged.legId(),
                                    forged.bundleId(),
                                    HANDSET,
                                    forged.status(),
                                    forged.version(),
                                    forged.at(),
                                    null)));

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.ISSUED);
        }
    }

    @Test
    void anAuthorityHasAllLegsServedAtOnceAndEveryBankAsked() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.BLOCK, CASE, NOON);

            assertThat(story.sent(Command.APPLY))
                    .containsExactlyInAnyOrder(
                            TAG, WARN, THROTTLE, BLOCK, LEAD, FREEZE_REQUEST, FREEZE_REQUEST);
            assertThat(story.versions())
                    .filteredOn(l -> l.action() == FREEZE_REQUEST)
                    .extracting(Leg::party)
                    .containsOnly("bank-1", "bank-2");
            assertThat(story.leg(BLOCK, CARRIER).expiresAt()).isEqualTo(NOON + 5 * DAY);
            assertThat(story.leg(FREEZE_REQUEST, "bank-1").expiresAt()).isEqualTo(NOON + 48 * HOUR);
            assertThat(story.leg(BLOCK, CARRIER).legalBasis()).contains("第二十条");
            assertThat(story.bundle().caseId()).isEqualTo(CASE);
            assertThat(story.step().accounted(Outcome.PROCESSED, Feed.CASES)).isEqualTo(1);
        }
    }

    @Test
    void anAuthoritysOrderDoesNotWaitForTheOfficerWhoWasAskedBefore() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.assessedByCase(CASE, NOON);

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.PENDING_HUMAN);

            story.pushed(Instruction.BLOCK, CASE, NOON + MINUTE);

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.ISSUED);
            assertThat(story.leg(BLOCK, CARRIER).expiresAt()).isEqualTo(NOON + MINUTE + 5 * DAY);
        }
    }

    @Test
    void whomAnAuthorityHasIdentifiedIsNotAskedWhoHeIs() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.BLOCK, CASE, NOON).assessedByCase(CASE, NOON);

            assertThat(story.sent(Command.APPLY)).contains(BLOCK).doesNotContain(REVERIFY);
        }
    }

    @Test
    void aQuestionOrANoteOfAnAuthorityAsksNothingOfTheParties() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.INFO, CASE, NOON).pushed(Instruction.VERIFY, CASE, NOON);

            assertThat(story.versions()).isEmpty();
            assertThat(story.step().accounted(Outcome.PROCESSED, Feed.CASES)).isEqualTo(2);
        }
    }

    @Test
    void withoutAnAuthorityNoAccountIsTouchedAtAnyLevel() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(4, NOON).hears(story.decides(Verb.APPROVE, NOON + MINUTE));

            assertThat(story.versions()).extracting(Leg::action).doesNotContain(FREEZE_REQUEST);
        }
    }

    @Test
    void anAppealIsAFlagOnEveryLegThatIsNotClosed() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON)
                    .hears(story.ack(WARN, HANDSET, AckStatus.REJECTED, NOON + MINUTE))
                    .hears(story.appeals(NOON + HOUR));

            assertThat(story.leg(TAG, HANDSET).appealed()).isTrue();
            assertThat(story.leg(BLOCK, CARRIER).appealed()).isTrue();
            assertThat(story.leg(WARN, HANDSET).appealed()).isFalse();
            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.ISSUED);
            assertThat(story.step().accounted(Outcome.PROCESSED, Feed.APPEALS)).isEqualTo(1);
        }
    }

    @Test
    void liftingAsksEveryPartyThatActsAndWaitsForItsWord() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON)
                    .hears(story.ack(TAG, HANDSET, AckStatus.EFFECTIVE, NOON + MINUTE))
                    .hears(story.ack(WARN, HANDSET, AckStatus.REJECTED, NOON + MINUTE))
                    .hears(story.decides(Verb.CONFIRM_WRONG, NOON + HOUR));

            assertThat(story.sent(Command.LIFT)).containsExactlyInAnyOrder(TAG, THROTTLE, REVERIFY);
            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.EFFECTIVE);
            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.LIFTED);
            assertThat(story.state(WARN, HANDSET)).isEqualTo(LegState.REJECTED);

            story.hears(story.ack(TAG, HANDSET, AckStatus.LIFTED, NOON + HOUR + MINUTE));

            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.LIFTED);
            assertThat(story.leg(TAG, HANDSET).closedAt()).isEqualTo(NOON + HOUR + MINUTE);
            assertThat(story.bundle().lifted()).isEqualTo(3);
        }
    }

    @Test
    void theAuthorityLiftsWhatItOrdered() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.BLOCK, CASE, NOON).pushed(Instruction.LIFT, CASE, NOON + HOUR);

            assertThat(story.sent(Command.LIFT)).hasSize(7).contains(BLOCK, FREEZE_REQUEST);
        }
    }

    @Test
    void aLiftThatOvertakesItsOrderStillLiftsIt() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.LIFT, CASE, NOON + HOUR).pushed(Instruction.BLOCK, CASE, NOON);

            assertThat(story.sent(Command.LIFT)).hasSize(7);
        }
    }

    @Test
    void anOldLiftDoesNotUndoANewOrder() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.LIFT, CASE, NOON - HOUR).pushed(Instruction.BLOCK, CASE, NOON);

            assertThat(story.sent(Command.LIFT)).isEmpty();
            assertThat(story.sent(Command.APPLY)).hasSize(7);
        }
    }

    @Test
    void anAnswerHeardTwiceCountsOnce() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            var ack = story.ack(TAG, HANDSET, AckStatus.ACKED, NOON + MINUTE);
            var approval = story.decides(Verb.APPROVE, NOON + MINUTE);
            story.assessed(3, NOON).hears(ack).hears(approval);
            var versions = story.versions().size();

            story.hears(ack).hears(approval);

            assertThat(story.versions()).hasSize(versions);
            assertThat(story.step().accounted(Outcome.PROCESSED, Feed.ACKS)).isEqualTo(1);
            assertThat(story.step().accounted(Outcome.DUPLICATE, Feed.ACKS)).isEqualTo(1);
            assertThat(story.step().accounted(Outcome.DUPLICATE, Feed.DECISIONS)).isEqualTo(1);
        }
    }

    @Test
    void everyLegEndsByItsClockAndDoesNotComeBack() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON)
                    .hears(story.ack(WARN, HANDSET, AckStatus.EFFECTIVE, NOON + MINUTE))
                    .until(NOON + DAY);

            assertThat(story.state(WARN, HANDSET)).isEqualTo(LegState.EXPIRED);
            assertThat(story.state(THROTTLE, PLATFORM)).isEqualTo(LegState.EXPIRED);
            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.ISSUED);

            story.until(NOON + 7 * DAY)
                    .hears(story.ack(WARN, HANDSET, AckStatus.ACKED, NOON + 2 * MINUTE));

            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.EXPIRED);
            assertThat(story.state(WARN, HANDSET)).isEqualTo(LegState.EXPIRED);
        }
    }

    @Test
    void aRestartKeepsLegsClocksAndAccounts() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            var ack = story.ack(TAG, HANDSET, AckStatus.ACKED, NOON + MINUTE);
            story.assessed(2, NOON).hears(ack).restart().hears(ack).until(NOON + DAY);

            assertThat(story.state(THROTTLE, PLATFORM)).isEqualTo(LegState.EXPIRED);
            assertThat(story.leg(THROTTLE, PLATFORM).timedOut()).isTrue();
            assertThat(story.step().accounted(Outcome.PROCESSED, Feed.ACKS)).isEqualTo(1);
            assertThat(story.step().accounted(Outcome.DUPLICATE, Feed.ACKS)).isEqualTo(1);
        }
    }

    @Test
    void aMonthAfterTheLastLegEndedTheBundleIsForgotten() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON).until(NOON + 59 * DAY);

            assertThat(story.step().remembered()).isPositive();

            story.until(NOON + 62 * DAY);

            assertThat(story.step().remembered()).isZero();
        }
    }

    @Test
    void anAnswerAboutABundleNobodyKnowsIsADeadLetterAfterADay() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.hears(story.ack(TAG, HANDSET, AckStatus.ACKED, NOON)).until(NOON + DAY);

            assertThat(story.step().told(SideOutputs.LOST))
                    .singleElement()
                    .satisfies(
                            lost ->
                                    assertThat(lost.reason())
                                            .isEqualTo(DeadLetterReason.UNKNOWN_BUNDLE));
            assertThat(story.step().accounted(Outcome.DEAD_LETTER, Feed.ACKS)).isEqualTo(1);
            assertThat(story.step().accounted(Outcome.PROCESSED, Feed.ACKS)).isZero();

            story.until(NOON + 32 * DAY);

            assertThat(story.step().remembered()).isZero();
        }
    }

    @Property(tries = 60)
    void newsInAnyOrderNeverTakesALegBackAndEndsTheSame(
            @ForAll("answers") List<Integer> order, @ForAll @IntRange(max = 16) int before)
            throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            var answers = answers(story);
            for (var i = 0; i < order.size(); i++) {
                if (i == before) {
                    story.assessed(3, NOON);
                }
                story.hears(answers.get(order.get(i)));
            }
            if (before >= order.size()) {
                story.assessed(3, NOON);
            }
            story.until(NOON + 2 * HOUR);

            assertNeverBack(story.versions());
            assertThat(story.state(TAG, HANDSET)).isEqualTo(LegState.LIFTED);
            assertThat(story.state(WARN, HANDSET)).isEqualTo(LegState.REJECTED);
            assertThat(story.state(THROTTLE, PLATFORM)).isEqualTo(LegState.LIFTED);
            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.LIFTED);
            assertThat(story.state(LEAD, POLICE)).isEqualTo(LegState.LIFTED);
            assertThat(story.leg(TAG, HANDSET).timedOut()).isFalse();
            assertThat(story.leg(THROTTLE, PLATFORM).timedOut()).isTrue();
            assertThat(story.step().accounted(Outcome.PROCESSED, Feed.ACKS)).isEqualTo(10);
            assertThat(story.step().accounted(Outcome.DUPLICATE, Feed.ACKS)).isEqualTo(1);
        }
    }

    private static void assertNeverBack(List<Leg> versions) {
        Map<String, Leg> latest = new HashMap<>();
        for (var leg : versions) {
            var previous = latest.put(leg.legId(), leg);
            if (previous != null) {
                assertThat(leg.state().rank()).isGreaterThanOrEqualTo(previous.state().rank());
                assertThat(leg.version()).isEqualTo(previous.version() + 1);
                assertThat(leg.at()).isGreaterThanOrEqualTo(previous.at());
            }
        }
    }

    private static List<Event> answers(BreakerStory story) {
        var inTime = NOON + MINUTE;
        var late = DEADLINE + MINUTE;
        var lifted = NOON + HOUR;
        var answers =
                new ArrayList<>(
                        List.of(
                                story.ack(TAG, HANDSET, AckStatus.ACKED, inTime),
                                story.ack(TAG, HANDSET, AckStatus.EFFECTIVE, inTime + SECOND),
                                story.ack(TAG, HANDSET, AckStatus.LIFTED, lifted),
                                story.ack(WARN, HANDSET, AckStatus.REJECTED, inTime),
                                story.ack(THROTTLE, PLATFORM, AckStatus.ACKED, late),
                                story.ack(THROTTLE, PLATFORM, AckStatus.LIFTED, lifted),
                                story.ack(BLOCK, CARRIER, AckStatus.ACKED, NOON + 3 * MINUTE),
                                story.ack(BLOCK, CARRIER, AckStatus.EFFECTIVE, NOON + 4 * MINUTE),
                                story.ack(BLOCK, CARRIER, AckStatus.LIFTED, lifted),
                                story.ack(LEAD, POLICE, AckStatus.LIFTED, lifted),
                                story.decides(Verb.APPROVE, NOON + 2 * MINUTE),
                                story.decides(Verb.LIFT, NOON + 50 * MINUTE),
                                story.appeals(NOON + 40 * MINUTE)));
        answers.add(answers.get(0));
        return answers;
    }

    @Provide
    Arbitrary<List<Integer>> answers() {
        return Arbitraries.shuffle(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));
    }
}
