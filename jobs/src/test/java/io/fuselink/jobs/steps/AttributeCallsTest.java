/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.BindingVerdict;
import io.fuselink.events.CallDirection;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.HealthState;
import io.fuselink.events.Instruction;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.PushTarget;
import io.fuselink.events.Signal;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import io.fuselink.jobs.ACall;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.jobs.feeds.FeedReading;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Binding truth: what the live bindings of a middle number say about the calls through it. */
class AttributeCallsTest {
    private static final String X = "middle-number";
    private static final ABinding ORDER =
            ABinding.of("sub-1", "shop", "customer", X, NOON, NOON + HOUR);
    private static final long LATER = NOON + 10 * MINUTE;

    private StepHarness<Event, AttributedCall> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new AttributeCalls(), Event.class, Routing::middleNumber);
        // The platform tells of its bindings in time, all day, unless the story says otherwise.
        bindingsArrive(HealthState.HEALTHY, Long.MAX_VALUE, NOON - HOUR);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void bothPartiesMayCallInsideTheirBinding() throws Exception {
        step.tell(
                        ORDER.bound(NOON),
                        call("c1", "shop", "customer").setUp(LATER),
                        call("c2", "customer", "shop").setUp(LATER + MINUTE))
                .until(NOON + HOUR);

        assertThat(verdicts()).containsExactly(BindingVerdict.BOUND_OK, BindingVerdict.BOUND_OK);
        assertThat(step.told())
                .allSatisfy(
                        call -> {
                            assertThat(call.subId()).isEqualTo("sub-1");
                            assertThat(call.leaseKey()).isEqualTo("pool-1");
                            assertThat(call.purpose()).isEqualTo(PurposeClass.ECOM);
                        });
        assertThat(step.told()).extracting(AttributedCall::byPartyA).containsExactly(true, false);
    }

    @Test
    void anOrderAboutAMiddleNumberIsNarrowedToTheOnlyPairBoundThen() throws Exception {
        step.tell(ORDER.bound(NOON)).until(NOON + SECOND);
        step.tell(ordered(X, NOON + MINUTE));

        assertThat(step.told()).as("it goes to no number").isEmpty();
        assertThat(step.told(SideOutputs.ORDERS)).isEmpty();
        assertThat(step.told(SideOutputs.BREAKER_NEWS))
                .singleElement()
                .satisfies(
                        news -> {
                            assertThat(news.pairs()).isEqualTo(1);
                            assertThat(news.targetTk()).isEqualTo("sub-1");
                            assertThat(news.bundleId())
                                    .isEqualTo(BreakerNews.caseBundle("case-7", X));
                            assertThat(news.event().push().targets())
                                    .extracting(PushTarget::type)
                                    .containsExactly(TargetType.BINDING);
                        });
    }

    @Test
    void anOrderAboutAMiddleNumberBetweenSeveralPairsOrNoneSaysSo() throws Exception {
        var other = ABinding.of("sub-2", "other-shop", "guest", X, NOON, NOON + HOUR);
        step.tell(ORDER.bound(NOON), other.bound(NOON)).until(NOON + SECOND);
        step.tell(ordered(X, NOON + MINUTE));
        step.tell(ordered(X, NOON + 3 * HOUR));

        assertThat(step.told(SideOutputs.BREAKER_NEWS))
                .extracting(BreakerNews::pairs, BreakerNews::targetTk)
                .containsExactly(tuple(2, X), tuple(0, X));
    }

    @Test
    void anOrderAboutASubscribersNumberGoesOnToIt() throws Exception {
        step.tell(ordered("13900000000", NOON + MINUTE));

        assertThat(verdicts()).containsExactly(BindingVerdict.NOT_APPLICABLE);
        assertThat(step.told(SideOutputs.ORDERS)).hasSize(1);
        assertThat(step.told(SideOutputs.BREAKER_NEWS)).isEmpty();
    }

    @Test
    void whatTheDigitsShowToBeAMiddleNumberWaitsForTheBindingsOfItsTime() throws Exception {
        var push = Told.push("push", Instruction.BLOCK, "case-7", NOON + MINUTE, X);
        var target = new PushTarget(TargetType.NUMBER, X, null, NumberClass.NUMBER_PROTECTION);
        var orders = new ArrayList<Event>();
        Routing.throughMiddleNumbers(
                Event.of(push.header(), push.push().at(List.of(target))),
                new ListCollector<>(orders));
        step.tell(orders);
        step.tell(ORDER.bound(NOON)).until(NOON + 2 * MINUTE);

        assertThat(step.told()).isEmpty();
        assertThat(step.told(SideOutputs.BREAKER_NEWS))
                .extracting(BreakerNews::targetTk)
                .containsExactly("sub-1");
    }

    private static List<Event> ordered(String number, long at) {
        var orders = new ArrayList<Event>();
        Routing.throughMiddleNumbers(
                Told.push("push-" + at, Instruction.BLOCK, "case-7", at, number),
                new ListCollector<>(orders));
        return orders;
    }

    @Test
    void withoutABindingTheVerdictFallsWhenTheGraceIsOver() throws Exception {
        step.tell(call("c1", "stranger", "victim").setUp(NOON)).until(NOON + 4 * SECOND);

        assertThat(step.told()).isEmpty();

        step.until(NOON + 5 * SECOND);

        assertThat(verdicts()).containsExactly(BindingVerdict.NO_BINDING);
        assertThat(step.told().get(0).at()).isEqualTo(NOON + 5 * SECOND);
        assertThat(step.told().get(0).leaseKey()).isNull();
    }

    @Test
    void aBindingToldLateButWithinTheGraceSavesTheCall() throws Exception {
        step.tell(
                        call("c1", "shop", "customer").setUp(NOON + SECOND),
                        ORDER.bound(NOON + 4 * SECOND))
                .until(NOON + MINUTE);

        assertThat(verdicts()).containsExactly(BindingVerdict.BOUND_OK);
        assertThat(step.told(SideOutputs.SIGNALS)).isEmpty();
    }

    @Test
    void aCallThroughAnEndedBindingIsExpiredAndTold() throws Exception {
        var ended = NOON + HOUR;
        step.tell(
                        ORDER.bound(NOON),
                        call("just-after", "shop", "customer").setUp(ended + 50 * SECOND),
                        call("long-after", "shop", "customer").setUp(ended + 10 * MINUTE))
                .until(NOON + 2 * HOUR);

        assertThat(verdicts()).containsExactly(BindingVerdict.BOUND_OK, BindingVerdict.EXPIRED);
        assertThat(step.told(SideOutputs.SIGNALS))
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.code()).isEqualTo("EXPIRED_BINDING_CALL");
                            assertThat(signal.subjectType()).isEqualTo(SubjectType.BINDING);
                            assertThat(signal.subjectTk()).isEqualTo("sub-1");
                            assertThat(signal.value()).isEqualTo(600);
                            assertThat(signal.initiatorTk()).isEqualTo("shop");
                            assertThat(signal.victimTk()).isEqualTo("customer");
                            assertThat(signal.linkKeys()).containsExactly("LEASE:pool-1");
                        });
    }

    @Test
    void somebodyElseOnALiveMiddleNumberIsTheWrongParty() throws Exception {
        step.tell(ORDER.bound(NOON), call("c1", "stranger", "customer").setUp(LATER))
                .until(NOON + HOUR);

        assertThat(verdicts()).containsExactly(BindingVerdict.WRONG_PARTY);
    }

    @Test
    void whoMayOnlyBeCalledDoesNotCall() throws Exception {
        step.tell(
                        ORDER.allowing(CallDirection.A_ONLY).bound(NOON),
                        call("c1", "shop", "customer").setUp(LATER),
                        call("c2", "customer", "shop").setUp(LATER + MINUTE))
                .until(NOON + HOUR);

        assertThat(verdicts())
                .containsExactly(BindingVerdict.BOUND_OK, BindingVerdict.WRONG_DIRECTION);
    }

    @Test
    void anErrandNeedsAnOrder() throws Exception {
        var courier = ABinding.of("sub-2", "courier", "customer", X, NOON, NOON + HOUR);
        step.tell(
                        courier.forPurpose(PurposeClass.EXPRESS).bound(NOON),
                        call("c1", "courier", "customer").setUp(LATER))
                .until(NOON + 20 * MINUTE)
                .tell(
                        ABinding.of(
                                        "sub-3",
                                        "courier",
                                        "customer",
                                        "another-middle-number",
                                        NOON,
                                        NOON + HOUR)
                                .forPurpose(PurposeClass.EXPRESS)
                                .withOrder("parcel")
                                .bound(NOON + 30 * MINUTE),
                        ACall.of("c2", "courier", "customer")
                                .through("another-middle-number")
                                .setUp(NOON + 31 * MINUTE))
                .until(NOON + HOUR);

        assertThat(verdicts()).containsExactly(BindingVerdict.NO_ORDER, BindingVerdict.BOUND_OK);
    }

    @Test
    void anyoneMayCallWhereTheBindingNamesNoSecondParty() throws Exception {
        step.tell(
                        ABinding.of("sub-4", "shop", null, X, NOON, NOON + HOUR).bound(NOON),
                        call("c1", "anyone", "shop").setUp(LATER),
                        call("c2", "shop", "anyone").setUp(LATER + MINUTE))
                .until(NOON + HOUR);

        assertThat(verdicts()).containsExactly(BindingVerdict.BOUND_OK, BindingVerdict.BOUND_OK);
    }

    @Test
    void whoseOwnBindingHasEndedIsAnyoneAgain() throws Exception {
        step.tell(
                        ABinding.of("old", "shop", "customer", X, NOON, NOON + MINUTE).bound(NOON),
                        ABinding.of("open", "shop", null, X, NOON + 5 * MINUTE, NOON + HOUR)
                                .bound(NOON + 5 * MINUTE),
                        call("c1", "customer", "shop").setUp(LATER))
                .until(NOON + HOUR);

        assertThat(verdicts()).containsExactly(BindingVerdict.BOUND_OK);
    }

    @Test
    void unbindingEndsTheRightToCallForBoth() throws Exception {
        step.tell(
                        ORDER.bound(NOON),
                        ORDER.unbound(NOON + 5 * MINUTE),
                        call("c1", "shop", "customer").setUp(LATER),
                        call("c2", "customer", "shop").setUp(LATER + MINUTE))
                .until(NOON + HOUR);

        assertThat(verdicts()).containsExactly(BindingVerdict.EXPIRED, BindingVerdict.EXPIRED);
    }

    @Test
    void aRepeatedCallIsADuplicateAndDoesNotOvertakeTheVerdict() throws Exception {
        var call = call("c1", "shop", "customer").setUp(NOON + 2 * HOUR);
        step.tell(ORDER.bound(NOON), call, call).until(NOON + 3 * HOUR);

        assertThat(verdicts()).containsExactly(BindingVerdict.EXPIRED);
        assertThat(step.told(SideOutputs.SIGNALS)).extracting(Signal::code).hasSize(1);
        assertThat(step.accounted(Outcome.DUPLICATE, Feed.CALLS)).isEqualTo(1);
    }

    @Test
    void onlyTheAttemptIsJudged() throws Exception {
        var call = call("c1", "shop", "customer");
        step.tell(
                        ORDER.bound(NOON),
                        call.setUp(LATER),
                        call.outgoingLeg().setUp(LATER + SECOND),
                        call.outgoingLeg().answered(LATER + 5 * SECOND),
                        call.outgoingLeg().hungUp(LATER + MINUTE),
                        call.cdr("cdr-1", LATER, 55 * SECOND, LATER + 2 * MINUTE))
                .until(NOON + HOUR);

        assertThat(verdicts())
                .startsWith(BindingVerdict.BOUND_OK)
                .hasSize(5)
                .endsWith(BindingVerdict.NOT_APPLICABLE, BindingVerdict.NOT_APPLICABLE);
        assertThat(step.told()).extracting(AttributedCall::subId).containsOnly("sub-1");
    }

    @Test
    void bindingsAreAccountedForWhateverBecameOfThem() throws Exception {
        step.tell(ORDER.bound(NOON), ORDER.bound(NOON))
                .until(NOON + MINUTE)
                .tell(ABinding.of("sub-9", "a", "b", X, NOON, NOON + HOUR).bound(NOON));

        assertThat(step.accounted(Outcome.PROCESSED, Feed.BINDINGS)).isEqualTo(1);
        assertThat(step.accounted(Outcome.DUPLICATE, Feed.BINDINGS)).isEqualTo(1);
        assertThat(step.accounted(Outcome.LATE, Feed.BINDINGS)).isEqualTo(1);
        assertThat(step.told(SideOutputs.LOST))
                .extracting(LostEvent::eventId)
                .containsExactly("e3-sub-9-BIND");
    }

    @Test
    void aCallAfterItsWatermarkPassesUnjudgedForItsOwnerToAccount() throws Exception {
        step.until(NOON + MINUTE).tell(call("c1", "stranger", "victim").setUp(NOON));

        assertThat(verdicts()).containsExactly(BindingVerdict.HELD);
        assertThat(step.told(SideOutputs.LOST)).isEmpty();
    }

    @Test
    void aHeldCallSurvivesARestart() throws Exception {
        step.tell(ORDER.bound(NOON), call("c1", "shop", "customer").setUp(NOON + 2 * HOUR))
                .until(NOON + 2 * HOUR)
                .restart()
                .until(NOON + 3 * HOUR);

        assertThat(verdicts()).containsExactly(BindingVerdict.EXPIRED);
        assertThat(step.accounted(Outcome.PROCESSED, Feed.BINDINGS)).isEqualTo(1);
    }

    @Test
    void threeDaysAfterTheLastBindingEndedNothingIsRemembered() throws Exception {
        step.tell(
                        ORDER.bound(NOON),
                        ABinding.of("endless", "shop", "friend", X, NOON, 0).bound(NOON),
                        ABinding.of("endless", "shop", "friend", X, NOON, 0)
                                .unbound(NOON + 2 * HOUR),
                        call("c1", "stranger", "victim").setUp(NOON + 3 * HOUR))
                .until(NOON + 72 * HOUR);

        assertThat(step.remembered()).isPositive();

        step.until(NOON + 3 * HOUR + BindingBook.KEPT_AFTER_END_MS + 6 * HOUR);

        assertThat(step.remembered()).isZero();
    }

    @Test
    void whoeverShowsA700NumberAndCallsThroughNoneIsTold() throws Exception {
        step.tell(
                        ACall.of("c1", "crook", "victim")
                                .displaying(NumberClass.NUMBER_PROTECTION)
                                .setUp(NOON))
                .until(NOON + MINUTE);

        assertThat(verdicts()).containsExactly(BindingVerdict.NOT_APPLICABLE);
        assertThat(step.told(SideOutputs.SIGNALS))
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.code()).isEqualTo("S24_SPOOFED_700");
                            assertThat(signal.subjectTk()).isEqualTo("crook");
                        });
    }

    @Test
    void nobodyIsAccusedWhileThePlatformIsSilent() throws Exception {
        bindingsArrive(HealthState.SILENT, NOON, NOON + MINUTE);
        step.tell(call("c1", "courier", "customer").setUp(NOON + 2 * MINUTE))
                .until(NOON + 2 * MINUTE + 5 * SECOND);

        assertThat(verdicts()).containsExactly(BindingVerdict.HELD);
        assertThat(step.told(SideOutputs.SIGNALS)).isEmpty();
    }

    @Test
    void nobodyIsAccusedBeforeThePlatformHasProvenToBeAlive() throws Exception {
        bindingsArrive(HealthState.HEALTHY, NOON, NOON);
        step.tell(call("c1", "courier", "customer").setUp(NOON + MINUTE))
                .until(NOON + MINUTE + 119 * SECOND);

        assertThat(step.told()).isEmpty();

        step.until(NOON + MINUTE + 120 * SECOND);

        assertThat(verdicts()).containsExactly(BindingVerdict.HELD);
    }

    @Test
    void aPlatformThatTellsOfLaterBindingsVouchesForThatThereWasNone() throws Exception {
        bindingsArrive(HealthState.HEALTHY, NOON, NOON);
        var called = NOON + MINUTE;
        step.tell(call("c1", "stranger", "customer").setUp(called)).until(called + 20 * SECOND);
        bindingsArrive(HealthState.HEALTHY, called + 21 * SECOND, called + 23 * SECOND);
        step.until(called + MINUTE);

        assertThat(verdicts()).containsExactly(BindingVerdict.NO_BINDING);
        assertThat(step.told().get(0).at()).isEqualTo(called + 30 * SECOND);
    }

    @Test
    void aNumberOfAnUnknownPlatformIsJudgedWhenAllPlatformsVouch() throws Exception {
        bindingsArrive("another-platform", HealthState.SILENT, NOON, NOON);
        step.tell(
                        Told.event(
                                "e1",
                                NOON,
                                call("c1", "stranger", "victim").setUp(NOON).call(),
                                "carrier-without-bindings"))
                .until(NOON + MINUTE);

        assertThat(verdicts()).containsExactly(BindingVerdict.HELD);
    }

    @Test
    void eachSideOfAPairBehindTwoNumbersCallsThroughItsOwn() throws Exception {
        var both = new ArrayList<Event>();
        var y = "second-middle-number";
        Routing.throughMiddleNumbers(ORDER.secondNumber(y).bound(NOON), new ListCollector<>(both));
        step.tell(both)
                .tell(
                        call("c1", "shop", "customer").setUp(LATER),
                        ACall.of("c2", "customer", "shop").through(y).setUp(LATER))
                .until(NOON + HOUR);

        assertThat(verdicts()).containsExactly(BindingVerdict.BOUND_OK, BindingVerdict.BOUND_OK);
        assertThat(step.accounted(Outcome.PROCESSED, Feed.BINDINGS)).isEqualTo(1);
    }

    @Test
    void whatLesseesAnswerForGoesToTheirLease() throws Exception {
        var unused = ABinding.of("sub-7", "shop", "nobody", X, NOON, NOON + HOUR);
        step.tell(
                        ORDER.bound(NOON),
                        call("c1", "shop", "customer").setUp(LATER),
                        ORDER.unbound(LATER + MINUTE),
                        unused.bound(NOON + SECOND),
                        unused.unbound(LATER + MINUTE))
                .until(NOON + HOUR);

        assertThat(step.told(SideOutputs.LEASE_NOTES))
                .extracting(LeaseNote::orderId)
                .containsExactly("sub-1/BOUND", "sub-7/BOUND", "sub-7/UNUSED");
    }

    @Test
    void anErrandThatIsOverWithItsFirstCallIsHasty() throws Exception {
        var errand =
                ABinding.of("sub-9", "seller", "stranger", X, NOON, NOON + HOUR)
                        .forPurpose(PurposeClass.EXPRESS)
                        .withOrder("order");
        step.tell(
                        errand.bound(NOON),
                        call("c1", "seller", "stranger").setUp(NOON + 4 * SECOND),
                        errand.unbound(NOON + MINUTE))
                .until(NOON + HOUR);

        assertThat(step.told(SideOutputs.LEASE_NOTES))
                .extracting(LeaseNote::orderId, LeaseNote::aTk)
                .containsExactly(tuple("sub-9/BOUND", "seller"), tuple("sub-9/HASTY", "seller"));
    }

    @Test
    void aLockedNumberThatIsBoundAgainBreaksItsQuarantine() throws Exception {
        step.tell(
                        ORDER.bound(NOON),
                        ORDER.locked(NOON + MINUTE),
                        ABinding.of("sub-8", "shop", "next", X, NOON, NOON + HOUR)
                                .bound(NOON + 2 * MINUTE))
                .until(NOON + HOUR);

        assertThat(step.told(SideOutputs.LEASE_NOTES))
                .extracting(LeaseNote::orderId)
                .endsWith("sub-8/QUARANTINED");
    }

    @Test
    void anErrandThatStaysBoundForADayIsStale() throws Exception {
        step.tell(
                        ABinding.of("endless", "courier", "customer", X, NOON, 0)
                                .forPurpose(PurposeClass.EXPRESS)
                                .bound(NOON))
                .until(NOON + 23 * HOUR);
        assertThat(step.told(SideOutputs.LEASE_NOTES)).hasSize(1);

        step.until(NOON + 25 * HOUR);
        assertThat(step.told(SideOutputs.LEASE_NOTES))
                .extracting(LeaseNote::orderId)
                .contains("endless/STALE");
    }

    private void bindingsArrive(HealthState state, long spokenTo, long at) throws Exception {
        bindingsArrive(Told.PROVIDER, state, spokenTo, at);
    }

    private void bindingsArrive(String platform, HealthState state, long spokenTo, long at)
            throws Exception {
        step.reading(new FeedReading(platform, state, spokenTo, at));
    }

    private List<BindingVerdict> verdicts() {
        return step.told().stream().map(AttributedCall::verdict).toList();
    }

    private static ACall call(String id, String from, String to) {
        return ACall.of(id, from, to).through(X);
    }
}
