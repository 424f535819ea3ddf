/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import static io.fuselink.events.ActionType.BLOCK;
import static io.fuselink.events.ActionType.DISSUADE;
import static io.fuselink.events.ActionType.FREEZE_REQUEST;
import static io.fuselink.events.ActionType.HOLD_SUGGEST;
import static io.fuselink.events.ActionType.LEAD;
import static io.fuselink.events.ActionType.QUARANTINE;
import static io.fuselink.events.ActionType.REVERIFY;
import static io.fuselink.events.ActionType.TAG;
import static io.fuselink.events.ActionType.THROTTLE;
import static io.fuselink.events.ActionType.WARN;
import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.breaker.BreakerStory.CARRIER;
import static io.fuselink.jobs.breaker.BreakerStory.HANDSET;
import static io.fuselink.jobs.breaker.BreakerStory.NUMBER;
import static io.fuselink.jobs.breaker.BreakerStory.PLATFORM;
import static io.fuselink.jobs.breaker.BreakerStory.POLICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.AckStatus;
import io.fuselink.events.Action;
import io.fuselink.events.Command;
import io.fuselink.events.Decision;
import io.fuselink.events.Disclosure;
import io.fuselink.events.Instruction;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Subject;
import io.fuselink.events.TargetType;
import io.fuselink.events.Urgency;
import io.fuselink.events.Verb;
import io.fuselink.jobs.AnAssessment;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.steps.RiskyTransfer;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bundle asks again, who must approve it, and the clocks of the way back. */
class RoundsAndClocksTest {
    private static final String CASE = "case-7";

    @Test
    void anOrderAfterAReleaseIsAnotherRound() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.BLOCK, CASE, NOON)
                    .pushed(Instruction.LIFT, CASE, NOON + HOUR)
                    .hears(story.ack(BLOCK, CARRIER, AckStatus.LIFTED, NOON + HOUR + MINUTE))
                    .pushed(Instruction.BLOCK, CASE, NOON + 2 * HOUR);

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.LIFTED);
            assertThat(story.leg(BLOCK, CARRIER, 2).state()).isEqualTo(LegState.ISSUED);
            assertThat(pairs(story)).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLongerOrderTakesThePlaceOfTheOneBefore() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.BLOCK, CASE, NOON).pushed(Instruction.BLOCK, CASE, NOON + DAY);

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.SUPERSEDED);
            assertThat(story.leg(BLOCK, CARRIER, 2).expiresAt()).isEqualTo(NOON + 6 * DAY);
            assertThat(story.sent(Command.LIFT)).as("nothing is let go between").isEmpty();
        }
    }

    @Test
    void aFreezeIsRenewedOnceAndNoMore() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            for (var day = 0; day < 4; day++) {
                story.pushed(Instruction.FREEZE, CASE, NOON + day * DAY);
            }

            assertThat(story.sent(Command.APPLY))
                    .filteredOn(a -> a == FREEZE_REQUEST)
                    .as("two banks, two rounds")
                    .hasSize(4);
            assertThat(story.pages()).contains("FREEZE_NOT_RENEWED");
        }
    }

    @Test
    void anUnansweredReleaseIsPaged() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON)
                    .hears(story.ack(TAG, HANDSET, AckStatus.EFFECTIVE, NOON + MINUTE))
                    .hears(story.decides(Verb.LIFT, NOON + HOUR))
                    .hears(story.ack(TAG, HANDSET, AckStatus.LIFTED, NOON + HOUR + MINUTE))
                    .until(NOON + HOUR + LegClocks.LIFT_WITHIN_MS + 1);

            assertThat(story.leg(TAG, HANDSET).liftOverdue()).isFalse();
            assertThat(story.leg(THROTTLE, PLATFORM).liftOverdue()).isTrue();
            assertThat(story.leg(THROTTLE, PLATFORM).escalated()).isTrue();
            assertThat(story.pages()).contains("RELEASE_OVERDUE");
            assertThat(story.bundle().overdue()).isEqualTo(2);
        }
    }

    @Test
    void aPassedReVerificationReleasesEveryLegWhicheverWasNamed() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON);
            var one = story.legId(REVERIFY, CARRIER);
            story.hears(story.decides(Verb.REVERIFY_PASSED, one, NOON + HOUR));

            assertThat(story.sent(Command.LIFT))
                    .containsExactlyInAnyOrder(TAG, WARN, THROTTLE, REVERIFY);
            assertThat(story.leg(TAG, HANDSET).liftDeadline())
                    .isLessThanOrEqualTo(NOON + HOUR + 10 * MINUTE);
            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.LIFTED);
            assertThat(story.bundle().verdict()).isEqualTo(Verb.CONFIRM_WRONG);

            story.assessed(3, NOON + 2 * HOUR);

            assertThat(story.sent(Command.APPLY)).as("and nothing begins again").hasSize(4);
        }
    }

    @Test
    void whoLimitsSomebodyMustVerifyThemWithinADay() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON)
                    .unverifiable(NOON + MINUTE)
                    .hears(story.decides(Verb.APPROVE, NOON + MINUTE))
                    .hears(story.ack(BLOCK, CARRIER, AckStatus.EFFECTIVE, NOON + 2 * MINUTE))
                    .until(NOON + MINUTE + DAY);

            assertThat(story.leg(BLOCK, CARRIER).escalated()).isTrue();
            assertThat(story.pages()).contains("REVERIFY_OVERDUE");
        }
    }

    @Test
    void halfWayThroughCallsPassForAnHourAndThenItIsOver() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON)
                    .hears(story.ack(THROTTLE, PLATFORM, AckStatus.EFFECTIVE, NOON + MINUTE))
                    .until(NOON + 12 * HOUR);

            assertThat(story.sent(Command.PROBE)).containsExactly(THROTTLE);
            assertThat(story.leg(THROTTLE, PLATFORM).halfOpen()).isTrue();

            story.until(NOON + 13 * HOUR);

            assertThat(story.sent(Command.LIFT)).containsExactly(THROTTLE);
        }
    }

    @Test
    void evidenceThatRecursWhileHalfOpenEndsTheTrial() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON)
                    .hears(story.ack(THROTTLE, PLATFORM, AckStatus.EFFECTIVE, NOON + MINUTE))
                    .until(NOON + 12 * HOUR)
                    .assessed(2, NOON + 12 * HOUR + MINUTE)
                    .until(NOON + 14 * HOUR);

            assertThat(story.leg(THROTTLE, PLATFORM).halfOpen()).isFalse();
            assertThat(story.sent(Command.LIFT)).isEmpty();
        }
    }

    @Test
    void anAuthoritysOrderIsNeverHalfOpen() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.BLOCK, CASE, NOON)
                    .hears(story.ack(BLOCK, CARRIER, AckStatus.EFFECTIVE, NOON + MINUTE))
                    .until(NOON + 4 * DAY);

            assertThat(story.sent(Command.PROBE)).isEmpty();
        }
    }

    @Test
    void aHumanIsAskedForASuspensionOnceTheHolderHadADayToVerifyHimself() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON).until(NOON + DAY - 1);

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.PROPOSED);
            assertThat(story.bundle().pending()).as("only the lead").isEqualTo(1);

            story.until(NOON + DAY);

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.PENDING_HUMAN);
            assertThat(story.bundle().pending()).isEqualTo(2);
        }
    }

    @Test
    void whoPassesTheReVerificationIsNeverUpForASuspension() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON)
                    .hears(story.decides(Verb.REVERIFY_PASSED, NOON + HOUR))
                    .until(NOON + 3 * DAY);

            assertThat(story.history(BLOCK, CARRIER))
                    .containsExactly(LegState.PROPOSED, LegState.LIFTED);
        }
    }

    @Test
    void anOfficerWhoSeesImminentHarmMayNameTheSuspensionThatWaits() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON).hears(story.decides(Verb.APPROVE, NOON + MINUTE));

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.PROPOSED);

            var block = story.legId(BLOCK, CARRIER);
            story.hears(story.decides(Verb.APPROVE, block, NOON + 2 * MINUTE));

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.ISSUED);
        }
    }

    @Test
    void harmThatTurnsOutToBeImminentIsStoppedForTwoHoursWhileAHumanIsAskedForTheRest()
            throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON)
                    .assessed(AnAssessment.of(3, NUMBER, NOON + HOUR, "isolate-and-steer", null));

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.PENDING_HUMAN);
            assertThat(story.leg(BLOCK, CARRIER, 2).state()).isEqualTo(LegState.ISSUED);
            assertThat(story.leg(BLOCK, CARRIER, 2).expiresAt()).isEqualTo(NOON + 3 * HOUR);

            story.hears(story.decides(Verb.APPROVE, NOON + 2 * HOUR)).until(NOON + 4 * HOUR);

            assertThat(story.state(BLOCK, CARRIER)).isEqualTo(LegState.ISSUED);
            assertThat(story.leg(BLOCK, CARRIER, 2).state()).isEqualTo(LegState.EXPIRED);
        }
    }

    @Test
    void whereAnOrderNamesAMiddleNumberOnlyThePairBehindItIsActedOn() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushedAtMiddleNumber(CASE, 1, NOON);

            assertThat(story.versions())
                    .extracting(Leg::targetType, Leg::targetTk)
                    .containsOnly(tuple(TargetType.BINDING, BreakerStory.BINDING));
            assertThat(story.sent(Command.APPLY)).containsExactlyInAnyOrder(THROTTLE, LEAD);
            assertThat(story.pages()).containsExactly("NARROWED_TO_PAIR");

            story.pushed(Instruction.LIFT, CASE, NOON + HOUR);

            assertThat(story.sent(Command.LIFT))
                    .as("what was named is what is lifted")
                    .containsExactlyInAnyOrder(THROTTLE, LEAD);
        }
    }

    @Test
    void aMiddleNumberWithSeveralPairsBehindItIsNotTouchedByOrderEither() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushedAtMiddleNumber(CASE, 3, NOON).pushedAtMiddleNumber(CASE, 0, NOON + HOUR);

            assertThat(story.versions()).isEmpty();
            assertThat(story.pages()).containsOnly("WHOLE_MIDDLE_NUMBER");
        }
    }

    @Test
    void aFullBlockWithoutAnAuthorityNeedsTwoNames() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(3, NOON).hears(story.decides(Verb.REVERIFY_FAILED, NOON + HOUR));
            var block = story.leg(BLOCK, CARRIER, 2);
            assertThat(block.level()).isEqualTo(4);
            assertThat(block.approvalsNeeded()).isEqualTo(2);
            assertThat(story.sent(Command.APPLY))
                    .as("whoever failed to verify himself is not asked again")
                    .containsOnlyOnce(REVERIFY);

            story.hears(story.decides(Verb.APPROVE, block.legId(), "Li", NOON + 2 * HOUR));

            assertThat(story.leg(BLOCK, CARRIER, 2))
                    .as("the first officer's name and reason stay in the history")
                    .extracting(Leg::state, Leg::changedBy, Leg::note)
                    .containsExactly(LegState.PENDING_HUMAN, "Li", "seen");

            story.hears(story.decides(Verb.APPROVE, block.legId(), " li ", NOON + 3 * HOUR));

            assertThat(story.leg(BLOCK, CARRIER, 2).state()).isEqualTo(LegState.PENDING_HUMAN);
            assertThat(story.leg(BLOCK, CARRIER, 2).note()).contains("another name");

            story.hears(story.decides(Verb.APPROVE, block.legId(), "Wang", NOON + 4 * HOUR));

            var issued = story.leg(BLOCK, CARRIER, 2);
            assertThat(issued.state()).isEqualTo(LegState.ISSUED);
            assertThat(issued.firstApprover()).isEqualTo("Li");
            assertThat(issued.expiresAt()).isEqualTo(NOON + 4 * HOUR + 30 * DAY);
        }
    }

    @Test
    void beyondABudgetANumberIsTaggedAndWarnedOfAndMoreOnceThereIsRoom() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            var subject = Subject.number(NUMBER, 1);
            story.assessed(AnAssessment.about(subject, 3, NOON).overBudget().told());

            assertThat(story.sent(Command.APPLY)).containsExactlyInAnyOrder(TAG, WARN);
            assertThat(story.leg(TAG, HANDSET, 1).level()).as("the mildest wording").isEqualTo(1);

            story.assessed(AnAssessment.about(subject, 3, NOON + HOUR).told());

            assertThat(story.sent(Command.APPLY)).contains(THROTTLE, REVERIFY);
            assertThat(story.leg(TAG, HANDSET, 1).state()).isEqualTo(LegState.SUPERSEDED);
            assertThat(story.leg(TAG, HANDSET, 2).level()).isEqualTo(3);
        }
    }

    @Test
    void imminentHarmIsSuspendedForTwoHoursWhileAHumanIsAsked() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(AnAssessment.of(3, NUMBER, NOON, "isolate-and-steer", null));

            var suspended = story.leg(BLOCK, CARRIER, 1);
            assertThat(suspended.state()).isEqualTo(LegState.ISSUED);
            assertThat(suspended.expiresAt()).isEqualTo(NOON + 2 * HOUR);
            assertThat(story.leg(BLOCK, CARRIER, 2).state()).isEqualTo(LegState.PENDING_HUMAN);

            story.hears(story.decides(Verb.APPROVE, NOON + HOUR));

            assertThat(story.leg(BLOCK, CARRIER, 1).state()).isEqualTo(LegState.SUPERSEDED);
            assertThat(story.leg(BLOCK, CARRIER, 2).state()).isEqualTo(LegState.ISSUED);
        }
    }

    @Test
    void whoWasReachedIsWarnedOnceLatestFirst() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.heldBy(1, "latest", "earlier").pushed(Instruction.BLOCK, CASE, NOON);

            assertThat(story.leg(WARN, HANDSET).callees()).containsExactly("latest", "earlier");

            story.heldBy(1, "newest", "latest", "earlier")
                    .pushed(Instruction.BLOCK, CASE, NOON + HOUR);

            assertThat(story.leg(WARN, HANDSET, 2).callees()).containsExactly("newest");
        }
    }

    @Test
    void aPushIsAboutWhoHoldsTheNumberNow() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.heldBy(3).pushed(Instruction.BLOCK, CASE, NOON);

            assertThat(story.bundle().epoch()).isEqualTo(3);
            assertThat(story.versions()).extracting(Leg::epoch).containsOnly(3);
        }
    }

    @Test
    void aBlockNeverOutlivesItsHolderAndTheNumberIsKeptBack() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.pushed(Instruction.BLOCK, CASE, NOON)
                    .hears(story.ack(BLOCK, CARRIER, AckStatus.EFFECTIVE, NOON + MINUTE))
                    .givenUp(NOON + DAY);

            assertThat(story.sent(Command.LIFT)).contains(BLOCK, TAG, THROTTLE);
            assertThat(story.leg(QUARANTINE, CARRIER).state()).isEqualTo(LegState.ISSUED);
        }
    }

    @Test
    void everyVerdictStandsInTheHistoryOfEveryLeg() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON).hears(story.decides(Verb.CONFIRM_FRAUD, NOON + HOUR));

            assertThat(story.bundle().verdict()).isEqualTo(Verb.CONFIRM_FRAUD);
            assertThat(story.leg(TAG, HANDSET).verb()).isEqualTo(Verb.CONFIRM_FRAUD);
            assertThat(story.leg(TAG, HANDSET).changedBy()).isEqualTo("officer");
            assertThat(story.leg(TAG, HANDSET).state()).isEqualTo(LegState.ISSUED);
        }
    }

    @Test
    void anAppealThatNobodyAnswersIsPaged() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON).hears(story.appeals(NOON + HOUR)).until(NOON + 5 * HOUR);

            assertThat(story.pages()).contains("APPEAL_UNANSWERED");
        }
    }

    @Test
    void whoActedAndThenRefusedIsToldToLiftAllTheSame() throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.assessed(2, NOON)
                    .hears(story.ack(TAG, HANDSET, AckStatus.REJECTED, NOON + 2 * MINUTE))
                    .hears(story.ack(TAG, HANDSET, AckStatus.EFFECTIVE, NOON + MINUTE))
                    .hears(story.decides(Verb.LIFT, NOON + HOUR));

            assertThat(story.sent(Command.LIFT)).contains(TAG);
        }
    }

    @Test
    void everyReaderGetsACardAndOnlyPoliceSeesWhomItReached() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.heldBy(1, "victim").pushed(Instruction.BLOCK, CASE, NOON);

            var cards = story.step().told(SideOutputs.CARDS);
            assertThat(cards).extracting(c -> c.disclosure()).contains(Disclosure.values());
            assertThat(cards)
                    .allSatisfy(
                            card -> {
                                assertThat(card.whyZh()).isNotEmpty();
                                assertThat(card.limitedEn())
                                        .anyMatch(line -> line.contains("Outgoing calls"));
                                assertThat(card.contestZh()).contains("申诉");
                                assertThat(card.bringZh()).isNotEmpty();
                                var police = card.disclosure() == Disclosure.POLICE;
                                assertThat(card.callees())
                                        .isEqualTo(police ? List.of("victim") : List.of());
                                assertThat(card.caseId() != null).isEqualTo(police);
                            });
        }
    }

    @Test
    void anOfficialLineIsNotEvenActedOnByOrder() throws Exception {
        try (var story = BreakerStory.ofCase(CASE)) {
            story.official().pushed(Instruction.BLOCK, CASE, NOON);

            assertThat(story.versions()).isEmpty();
            assertThat(story.pages()).containsExactly("PROTECTED_TARGET");
        }
    }

    @Test
    void aPaymentWithADangerousNumberOnThePhoneIsHeldByItsBankAndTheVictimTalkedTo()
            throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            story.step().tell(BreakerNews.of(payment(2, NOON)));

            var sent = story.step().told(SideOutputs.ACTIONS);
            assertThat(sent)
                    .extracting(Action::action, Action::party, Action::targetTk, Action::urgency)
                    .containsExactlyInAnyOrder(
                            tuple(HOLD_SUGGEST, "bank-2", "account", Urgency.URGENT),
                            tuple(DISSUADE, POLICE, "victim", Urgency.URGENT));
            assertThat(sent).extracting(Action::issuedAt).containsOnly(NOON);
        }
    }

    @Test
    void oncePaidToAPayeeOfADangerousNumberAnOfficerMayAskEveryBankToStopThatAccount()
            throws Exception {
        try (var story = BreakerStory.ofEpisode()) {
            var breaker = story.step();
            breaker.tell(BreakerNews.of(payment(2, NOON)));

            assertThat(breaker.told(SideOutputs.LEGS))
                    .extracting(Leg::action)
                    .containsOnly(HOLD_SUGGEST, DISSUADE);

            breaker.tell(BreakerNews.of(payment(3, NOON + HOUR)));
            var asked =
                    breaker.told(SideOutputs.LEGS).stream()
                            .filter(l -> l.action() == FREEZE_REQUEST)
                            .filter(l -> l.state() == LegState.PENDING_HUMAN)
                            .toList();

            assertThat(asked)
                    .extracting(Leg::party, Leg::targetTk, Leg::approvalsNeeded)
                    .containsExactly(tuple("bank-1", "mule", 1), tuple("bank-2", "mule", 1));
            assertThat(asked).allMatch(l -> l.legalBasis().contains("第二十条"));
            assertThat(story.sent(Command.APPLY)).doesNotContain(FREEZE_REQUEST);

            var bundleId = asked.get(0).bundleId();
            var approval =
                    new Decision(
                            "d1", bundleId, null, Verb.APPROVE, "officer", "seen", NOON + 2 * HOUR);
            breaker.tell(
                    BreakerNews.of(
                            bundleId, Told.event("d1", NOON + 2 * HOUR, approval), null, true));

            assertThat(breaker.told(SideOutputs.ACTIONS))
                    .filteredOn(a -> a.action() == FREEZE_REQUEST)
                    .hasSize(2)
                    .allMatch(a -> a.expiresAt() == NOON + 50 * HOUR);
        }
    }

    /** The victim pays, with the number on the phone; heard of when the number has come to a level. */
    private static RiskyTransfer payment(int callerLevel, long heardAt) {
        return new RiskyTransfer(
                "victim",
                "account",
                "bank-2",
                NUMBER,
                "payment",
                heardAt,
                NOON,
                "mule",
                callerLevel);
    }

    private static List<String> pairs(BreakerStory story) {
        return story.step().told(SideOutputs.ACTIONS).stream().map(Action::orderId).toList();
    }
}
