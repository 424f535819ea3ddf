/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.PROVIDER;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.ActionType;
import io.fuselink.events.AmountBucket;
import io.fuselink.events.BindingVerdict;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.DeviceClass;
import io.fuselink.events.DeviceState;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.FundDirection;
import io.fuselink.events.FundEvent;
import io.fuselink.events.FundRisk;
import io.fuselink.events.GroupKind;
import io.fuselink.events.GroupPartial;
import io.fuselink.events.Instruction;
import io.fuselink.events.NumberClass;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.ProofKind;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Sighting;
import io.fuselink.events.Signal;
import io.fuselink.events.SmsMeta;
import io.fuselink.events.SmsSender;
import io.fuselink.events.SmsTemplate;
import io.fuselink.events.Speech;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.StopState;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.ACall;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.state.SpokenCall;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the profiles of numbers tell, and what they keep to themselves. */
class ProfileNumbersTest {
    private Set<String> cdrOnlyProviders = Set.of();
    private StepHarness<Visit, NumberSnapshot> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new ProfileNumbers(cdrOnlyProviders), Visit.class, Visit::numberTk);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void aLawyerWhoCallsOneLandlineAllDayIsLeftAlone() throws Exception {
        for (var i = 0; i < 100; i++) {
            var call = ACall.of("c" + i, "lawyer", "court").toA(NumberClass.LANDLINE);
            visit(call.setUp(NOON + i * 30 * SECOND));
        }
        step.until(NOON + 2 * HOUR);

        assertThat(step.told()).isNotEmpty();
        assertThat(signals()).isEmpty();
    }

    @Test
    void whoCallsAHundredStrangersInAnHourIsTold() throws Exception {
        for (var i = 0; i < 100; i++) {
            visit(ACall.of("c" + i, "dialler", "stranger-" + i).setUp(NOON + i * 30 * SECOND));
        }
        step.until(NOON + 2 * HOUR);

        assertThat(signals()).contains("S01_STRANGER_BURST").doesNotHaveDuplicates();
    }

    @Test
    void thePolicyOfItsTimeDecidesWhatABurstIs() throws Exception {
        step.policy(
                Told.policy(
                        1, NOON - HOUR, Map.of(Limit.S01_ATTEMPTS_1H.wireName(), 500.0), Map.of()));
        for (var i = 0; i < 100; i++) {
            visit(ACall.of("c" + i, "dialler", "stranger-" + i).setUp(NOON + i * 30 * SECOND));
        }
        step.until(NOON + 2 * HOUR);

        assertThat(signals()).doesNotContain("S01_STRANGER_BURST");
    }

    @Test
    void aCallVisitsBothAndIsAccountedForOnce() throws Exception {
        for (var i = 0; i < 6; i++) {
            visit(ACall.of("out" + i, "alice", "bob").setUp(NOON + i * MINUTE));
        }
        visit(ACall.of("back", "bob", "alice").setUp(NOON + 7 * MINUTE));
        visit(ACall.of("again", "alice", "bob").setUp(NOON + 8 * MINUTE));
        step.until(NOON + HOUR);

        assertThat(step.accounted(Outcome.PROCESSED, Feed.CALLS)).isEqualTo(8);
        var alice = last("alice");
        assertThat(alice.attempts24h()).isEqualTo(7);
        assertThat(alice.callees24h()).isEqualTo(1);
        assertThat(alice.inbound24h()).isEqualTo(1);
    }

    @Test
    void aRepeatedCallIsADuplicateOnce() throws Exception {
        var call = ACall.of("c1", "alice", "bob").setUp(NOON);
        visit(call);
        visit(call);
        step.until(NOON + MINUTE);
        visit(Told.event(call.header().eventId(), NOON + 90 * SECOND, call.call()));
        step.until(NOON + HOUR);

        assertThat(step.accounted(Outcome.PROCESSED, Feed.CALLS)).isEqualTo(1);
        assertThat(step.accounted(Outcome.DUPLICATE, Feed.CALLS)).isEqualTo(2);
    }

    @Test
    void aLateCallIsAccountedByItsInitiatorAlone() throws Exception {
        step.until(NOON + HOUR);
        visit(ACall.of("c1", "alice", "bob").setUp(NOON));

        assertThat(step.accounted(Outcome.LATE, Feed.CALLS)).isEqualTo(1);
        assertThat(step.told(SideOutputs.LOST))
                .singleElement()
                .satisfies(l -> assertThat(l.reason()).isEqualTo(DeadLetterReason.LATE));
    }

    @Test
    void aCdrPushedAgainTenHoursLaterIsADuplicateAndAnotherOneSettles() throws Exception {
        var call = ACall.of("c1", "alice", "bob");
        visit(call.setUp(NOON));
        visit(call.cdr("cdr-1", NOON, MINUTE, NOON + 5 * MINUTE));
        visit(call.cdr("cdr-1", NOON, MINUTE, NOON + 10 * HOUR));
        visit(call.cdr("cdr-2", NOON, MINUTE, NOON + 10 * HOUR));
        for (var i = 0; i < 5; i++) {
            visit(ACall.of("d" + i, "alice", "bob").setUp(NOON + 11 * HOUR + i * MINUTE));
        }
        step.until(NOON + DAY);

        assertThat(step.accounted(Outcome.PROCESSED, Feed.CDRS)).isEqualTo(2);
        assertThat(step.accounted(Outcome.DUPLICATE, Feed.CDRS)).isEqualTo(1);
        var alice = last("alice");
        assertThat(alice.attempts24h()).isEqualTo(6);
        assertThat(alice.answered24h()).isEqualTo(1);
        assertThat(alice.meanDurationS24h()).isEqualTo(60);
    }

    @Test
    void aProviderWithoutLiveEventsHasItsCdrsCounted() throws Exception {
        step.close();
        cdrOnlyProviders = Set.of(PROVIDER);
        openStep();
        for (var i = 0; i < 6; i++) {
            var call = ACall.of("c" + i, "alice", "friend-" + i);
            visit(call.cdr("cdr-" + i, NOON, 2 * MINUTE, NOON + i * MINUTE));
            visit(ACall.of("b" + i, "bob", "alice").cdr("back-" + i, NOON, 0, NOON + i * MINUTE));
        }
        step.until(NOON + HOUR);

        var alice = last("alice");
        assertThat(alice.attempts24h()).isEqualTo(6);
        assertThat(alice.answered24h()).isEqualTo(6);
        assertThat(alice.meanDurationS24h()).isEqualTo(120);
        assertThat(alice.inbound24h()).isPositive();
        assertThat(step.accounted(Outcome.PROCESSED, Feed.CDRS)).isEqualTo(12);
    }

    @Test
    void aRelayOnOneVictimIsToldWhileTheLongCallIsStillOpen() throws Exception {
        shortCall(ACall.of("c1", "impersonator-1", "victim").on("rack", null));
        longCall(ACall.of("c2", "impersonator-2", "victim").on("rack", null));
        step.until(NOON + 30 * MINUTE);

        assertThat(signals()).isEmpty();

        step.until(NOON + 31 * MINUTE);

        assertThat(step.told(SideOutputs.SIGNALS))
                .extracting(
                        Signal::code, Signal::subjectType, Signal::subjectTk, Signal::initiatorTk)
                .containsExactly(
                        tuple(
                                "STRANGER_SHORT_CALL",
                                SubjectType.VICTIM,
                                "victim",
                                "impersonator-1"),
                        tuple(
                                "STRANGER_LONG_CALL",
                                SubjectType.VICTIM,
                                "victim",
                                "impersonator-2"));
        assertThat(step.told(SideOutputs.SIGNALS)).allMatch(s -> s.at() == NOON + 31 * MINUTE);
    }

    @Test
    void aLongCallWithAFriendOrAfterItEndedIsNoRelay() throws Exception {
        visit(ACall.of("c0", "daughter", "sister").setUp(NOON - HOUR));
        shortCall(ACall.of("c1", "stranger", "daughter"));
        var friend = ACall.of("c2", "sister", "daughter");
        visit(friend.setUp(NOON + 5 * MINUTE));
        visit(friend.answered(NOON + 6 * MINUTE));
        var ended = ACall.of("c3", "somebody", "daughter");
        visit(ended.setUp(NOON + 20 * MINUTE));
        visit(ended.answered(NOON + 21 * MINUTE));
        visit(ended.hungUp(NOON + 30 * MINUTE));
        step.until(NOON + 2 * HOUR);

        assertThat(signals()).isEmpty();
    }

    @Test
    void twoStrangersOfOneAfternoonWhoShareNothingAreNoRelay() throws Exception {
        shortCall(ACall.of("c1", "plumber", "anna").on("handset-1", null));
        longCall(ACall.of("c2", "old-friend", "anna").on("handset-2", null));
        step.until(NOON + 2 * HOUR);

        assertThat(signals()).isEmpty();
    }

    @Test
    void theSonWhoRoamsAbroadAndCallsHomeForLongTakesOverFromNobody() throws Exception {
        shortCall(ACall.of("c1", "neighbour", "anna"));
        longCall(ACall.of("c2", "son", "anna").showing(SpoofShape.INTL_DOMESTIC));
        step.until(NOON + HOUR);

        assertThat(signals()).isEmpty();
    }

    @Test
    void whoHidesItsNumberTakesOverFromAnybody() throws Exception {
        shortCall(ACall.of("c1", "service", "anna"));
        longCall(ACall.of("c2", "police", "anna").showing(SpoofShape.INTL_SHORT_CODE));
        step.until(NOON + HOUR);

        assertThat(signals()).containsExactly("STRANGER_SHORT_CALL", "STRANGER_LONG_CALL");
    }

    @Test
    void codesDuringALongCallByAStrangerAreToldOnce() throws Exception {
        var call = ACall.of("c1", "stranger", "anna");
        visit(call.setUp(NOON));
        visit(call.answered(NOON + 10 * SECOND));
        visit(message("m0", "anna", SmsTemplate.OTP, NOON + 5 * MINUTE));
        visit(message("m1", "anna", SmsTemplate.OTP, NOON + 12 * MINUTE));
        visit(message("m2", "anna", SmsTemplate.EXPRESS, NOON + 13 * MINUTE));
        step.until(NOON + 14 * MINUTE);
        assertThat(signals()).isEmpty();

        visit(message("m3", "anna", SmsTemplate.BANK_TX, NOON + 15 * MINUTE));
        visit(message("m4", "anna", SmsTemplate.OTP, NOON + 16 * MINUTE));
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.SIGNALS))
                .extracting(Signal::code, Signal::subjectTk, Signal::initiatorTk)
                .containsExactly(tuple("S18_CODES_IN_CALL", "anna", "stranger"));
        assertThat(step.accounted(Outcome.PROCESSED, Feed.SMS)).isZero();
    }

    @Test
    void codesWhileRingingTheOwnBankSayNothing() throws Exception {
        var call = ACall.of("c1", "anna", "bank").toA(NumberClass.CALLCENTRE_95);
        visit(call.setUp(NOON));
        visit(call.answered(NOON + 10 * SECOND));
        visit(message("m1", "anna", SmsTemplate.OTP, NOON + 12 * MINUTE));
        visit(message("m2", "anna", SmsTemplate.OTP, NOON + 13 * MINUTE));
        step.until(NOON + HOUR);

        assertThat(signals()).isEmpty();
    }

    @Test
    void aCardAsleepForWeeksThatWakesInANewHandsetIsTold() throws Exception {
        visit(seat("old-handset", NOON - 700 * DAY, NOON - 45 * DAY, NOON));
        visit(seat("new-handset", NOON + HOUR, NOON + HOUR, NOON + HOUR));
        for (var i = 0; i < 25; i++) {
            visit(ACall.of("c" + i, "card", "stranger-" + i).setUp(NOON + 2 * HOUR + i * MINUTE));
        }
        step.until(NOON + 4 * HOUR);

        assertThat(signals()).containsOnly("S07_SLEEPER_WAKES");
    }

    @Test
    void aFootprintIsLeftByWhoCallsStrangersAndByNobodyElse() throws Exception {
        for (var i = 0; i < 30; i++) {
            visit(
                    ACall.of("a" + i, "dialler", "stranger-" + i)
                            .on("rack", "exchange")
                            .setUp(NOON + i * MINUTE));
            visit(ACall.of("b" + i, "friend", "friend-" + i % 4).setUp(NOON + i * MINUTE));
        }
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.FOOTPRINTS))
                .extracting(Footprint::numberTk, f -> f.callees().size(), Footprint::rises)
                .containsExactly(
                        tuple("dialler", 8, true),
                        tuple("dialler", 18, false),
                        tuple("dialler", 28, false));
        assertThat(step.told(SideOutputs.FOOTPRINTS))
                .allMatch(f -> f.deviceTk().equals("rack") && f.trunkId() == null);
    }

    @Test
    void whoeverIsCalledBackInVainIsTold() throws Exception {
        for (var i = 0; i < 8; i++) {
            visit(ACall.of("c" + i, "gone", "callee-" + i).setUp(NOON + i * MINUTE));
        }
        for (var i = 0; i < 4; i++) {
            var back = ACall.of("back-" + i, "callee-" + i, "gone");
            visit(back.vacant("cdr-" + i, NOON + HOUR + i * MINUTE));
        }
        for (var i = 8; i < 10; i++) {
            visit(ACall.of("c" + i, "gone", "callee-" + i).setUp(NOON + 2 * HOUR + i * MINUTE));
        }
        step.until(NOON + 3 * HOUR);

        assertThat(signals()).containsExactly("CALLBACKS_FAIL");
    }

    @Test
    void aPersonOneEnterpriseAfterTheOtherCallsIsExposed() throws Exception {
        for (var i = 0; i < 8; i++) {
            var call = ACall.of("c" + i, "caller-" + i, "anna");
            visit(call.showing(SpoofShape.MALFORMED).setUp(NOON + i * MINUTE));
        }
        step.until(NOON + HOUR);

        assertThat(signals()).containsExactly("EXPOSED");
    }

    @Test
    void threeCustomersOnTheLineAtOnceAreMoreThanATelephoneHolds() throws Exception {
        for (var i = 0; i < 3; i++) {
            visit(throughLease(customer(i).setUp(NOON + i * 5 * SECOND)));
        }
        visit(AttributedCall.plain(customer(0).outgoingLeg().hungUp(NOON + 30 * SECOND)));
        step.until(NOON + HOUR);

        assertThat(signals()).containsExactly("MANY_LINES");
    }

    @Test
    void twoAtOnceAndCallsWhoseEndsAreNotToldAreNoManyLines() throws Exception {
        for (var i = 0; i < 2; i++) {
            visit(throughLease(customer(i).setUp(NOON + i * 5 * SECOND)));
        }
        visit(AttributedCall.plain(customer(0).outgoingLeg().hungUp(NOON + 30 * SECOND)));
        for (var i = 2; i < 6; i++) {
            visit(throughLease(customer(i).setUp(NOON + i * MINUTE)));
        }
        step.until(NOON + HOUR);

        assertThat(signals()).isEmpty();
    }

    /** At noon, for a minute. */
    private void shortCall(ACall call) throws Exception {
        visit(call.setUp(NOON));
        visit(call.answered(NOON + 10 * SECOND));
        visit(call.hungUp(NOON + MINUTE));
    }

    /** From 12:20 on, and nobody has hung up. */
    private void longCall(ACall call) throws Exception {
        visit(call.setUp(NOON + 20 * MINUTE));
        visit(call.answered(NOON + 21 * MINUTE));
    }

    private static ACall customer(int n) {
        return ACall.of("order-" + n, "alice", "customer-" + n).through("x-" + n);
    }

    @Test
    void whoCameThroughAMiddleNumberAndNowCallsDirectlyBypassesIt() throws Exception {
        visit(throughLease(ACall.of("c1", "shop", "anna").through("x").setUp(NOON)));
        visit(ACall.of("c2", "shop", "anna").setUp(NOON + 20 * HOUR));
        visit(ACall.of("c3", "shop", "anna").setUp(NOON + 30 * HOUR));
        step.until(NOON + 31 * HOUR);

        assertThat(signals()).containsExactly("BYPASS_DIRECT");
    }

    @Test
    void theRiderAtTheDoorMayRingFromTheOwnTelephone() throws Exception {
        visit(throughLease(ACall.of("c1", "rider", "anna").through("x").setUp(NOON)));
        visit(ACall.of("c2", "rider", "anna").setUp(NOON + 10 * MINUTE));
        step.until(NOON + HOUR);

        assertThat(signals()).isEmpty();
    }

    @Test
    void whoWasCalledThemselvesOrComesThroughAgainBypassesNothing() throws Exception {
        visit(throughLease(ACall.of("c1", "shop", "anna").through("x").setUp(NOON)));
        visit(throughLease(ACall.of("c2", "shop", "anna").through("x").setUp(NOON + HOUR)));
        visit(ACall.of("c3", "anna", "shop").setUp(NOON + 2 * HOUR));
        visit(ACall.of("c4", "shop", "anna").setUp(NOON + 20 * HOUR));
        step.until(NOON + 21 * HOUR);

        assertThat(signals()).isEmpty();
    }

    @Test
    void whoWorksForALeaseTellsWhenAndWhomItCalls() throws Exception {
        for (var i = 0; i < 6; i++) {
            var call = ACall.of("c-" + i, "rider", "customer-" + i % 5).through("x");
            visit(throughLease(call.setUp(NOON + i * HOUR)));
        }
        step.until(NOON + DAY);

        assertThat(step.told(SideOutputs.VOICES))
                .extracting(LeaseVoice::door, LeaseVoice::hours)
                .containsExactly(
                        tuple("LEASE:lease", 0b11111 << 12), tuple("LEASE:lease", 0b111111 << 12));
        assertThat(step.told(SideOutputs.VOICES)).allMatch(v -> v.callees().size() == 5);
    }

    @Test
    void theFirstCallOfAnHourTellsWhenAndWhomItCallsThoughNothingIsDue() throws Exception {
        for (var i = 0; i < 19; i++) {
            var call = ACall.of("c-" + i, "rider", "customer-" + i).through("x");
            visit(throughLease(call.setUp(NOON + i * MINUTE)));
        }
        var early = NOON + HOUR + 5 * MINUTE;
        visit(throughLease(ACall.of("first", "rider", "anna").through("x").setUp(early)));
        visit(throughLease(ACall.of("next", "rider", "anna").setUp(early + 50 * MINUTE)));
        step.until(NOON + DAY);

        assertThat(step.told(SideOutputs.VOICES))
                .filteredOn(v -> v.at() >= NOON + HOUR)
                .extracting(LeaseVoice::at, LeaseVoice::hours)
                .startsWith(tuple(early, 0b11 << 12));
        assertThat(step.told()).noneMatch(s -> s.at() == early);
    }

    @Test
    void customersWhoRingBackAreNobodysCrew() throws Exception {
        for (var call = 0; call < 8; call++) {
            var at = NOON + call * 5 * MINUTE;
            for (var i = 0; i < 3; i++) {
                var out = ACall.of("out-" + call + i, "clerk-" + i, "customer-" + call);
                var back = ACall.of("back-" + call + i, "customer-" + i, "desk-" + call + i);
                visit(throughLease(out.through("x").setUp(at + i * SECOND)));
                visit(ringingBack(back.through("x").setUp(at + MINUTE + i * SECOND)));
            }
        }
        step.until(NOON + HOUR);
        var voices = step.told(SideOutputs.VOICES);
        assertThat(voices)
                .extracting(LeaseVoice::numberTk)
                .containsOnly("clerk-0", "clerk-1", "clerk-2");

        try (var split = StepHarness.of(new SplitLeases(), LeaseVoice.class, LeaseVoice::door)) {
            split.tell(voices);
            for (var i = 0; i < 3; i++) {
                split.tell(speaks("clerk-" + i, NOON + HOUR + i));
            }
            split.until(NOON + 2 * HOUR);
            assertThat(split.told()).extracting(Signal::code).containsExactly("LEASE_SCRIPTED");
        }
    }

    private static LeaseVoice speaks(String number, long at) {
        return new LeaseVoice(
                number, "lease", null, true, "words", at, null, 0, null, null, 0, List.of());
    }

    private static AttributedCall throughLease(Event call) {
        return new AttributedCall(
                call, call.ts(), BindingVerdict.BOUND_OK, "sub", "lease", PurposeClass.ECOM, true);
    }

    private static AttributedCall ringingBack(Event call) {
        return new AttributedCall(
                call, call.ts(), BindingVerdict.BOUND_OK, "sub", "lease", PurposeClass.ECOM, false);
    }

    private static Event message(String id, String to, SmsTemplate kind, long at) {
        return Told.event(id, at, new SmsMeta(SmsSender.PORT_106, to, kind));
    }

    private static Event seat(String imei, long firstSeen, long lastSeen, long at) {
        return Told.event(
                "seat-" + imei,
                at,
                new DeviceState("imsi", imei, "card", firstSeen, lastSeen, 1, DeviceClass.HANDSET));
    }

    @Test
    void whoCallsHomeByTheGatewayOfACarrierIsNoPoolWithTheOthersWhoDo() throws Exception {
        visit(ACall.of("c", "hiker", "mother").on("phone", ACall.GATEWAY).setUp(NOON));
        step.until(NOON + MINUTE);

        assertThat(step.told(SideOutputs.PARTIALS))
                .extracting(GroupPartial::kind)
                .containsExactly(GroupKind.DEVICE);
    }

    @Test
    void groupsAreToldAtTheEndOfTheMinute() throws Exception {
        for (var i = 0; i < 3; i++) {
            var call = ACall.of("c" + i, "alice", "callee-" + i % 2).on("phone", "trunk");
            visit(call.setUp(NOON + i * 10 * SECOND));
        }
        step.until(NOON + 59 * SECOND);

        assertThat(step.told(SideOutputs.PARTIALS)).isEmpty();

        step.until(NOON + MINUTE);

        assertThat(step.told(SideOutputs.PARTIALS))
                .extracting(GroupPartial::kind, GroupPartial::groupKey, GroupPartial::attempts)
                .containsExactlyInAnyOrder(
                        tuple(GroupKind.DEVICE, "phone", 3), tuple(GroupKind.TRUNK, "trunk", 3));
        assertThat(step.told(SideOutputs.PARTIALS))
                .allSatisfy(
                        partial -> {
                            assertThat(partial.memberTk()).isEqualTo("alice");
                            assertThat(partial.minute()).isEqualTo(NOON);
                            assertThat(partial.at()).isEqualTo(NOON + MINUTE);
                            assertThat(partial.calleeHashes()).hasSize(2);
                        });
    }

    @Test
    void aReportIsVerifiedOnlyByARealCall() throws Exception {
        visit(ACall.of("c1", "swindler", "reporter").setUp(NOON));
        visit(Told.report("r1", "reporter", "swindler", NOON + 10 * MINUTE, NOON + HOUR));
        visit(Told.report("r2", "reporter", "competitor", NOON + 10 * MINUTE, NOON + HOUR));
        visit(Told.report("r3", "reporter", "swindler", NOON + 5 * HOUR, NOON + 6 * HOUR));
        step.until(NOON + DAY);

        assertThat(step.told(SideOutputs.FACTS))
                .extracting(f -> f.event().header().eventId(), Fact::targetTk, Fact::verified)
                .containsExactly(
                        tuple("r1", "swindler", true),
                        tuple("r2", "competitor", false),
                        tuple("r3", "swindler", false));
    }

    @Test
    void aLateReportStillReachesItsOwnerUnverified() throws Exception {
        step.until(NOON + HOUR);
        visit(Told.report("r1", "reporter", "swindler", NOON, NOON));

        assertThat(step.told(SideOutputs.FACTS)).extracting(Fact::verified).containsExactly(false);
    }

    @Test
    void callsOutsideABindingAreToldAtOnce() throws Exception {
        for (var i = 0; i < 3; i++) {
            var call = ACall.of("c" + i, "spoofer", "victim-" + i).through("x" + i);
            var event = call.setUp(NOON + i * MINUTE);
            visit(
                    new AttributedCall(
                            event, event.ts(), BindingVerdict.NO_BINDING, null, null, null, false));
        }
        step.until(NOON + HOUR);

        assertThat(signals()).containsExactly("S14_UNBOUND_CALLS");
        assertThat(step.counted("verdict.NO_BINDING")).isEqualTo(3);
    }

    @Test
    void whatIsKnownOfANumberShowsInItsSnapshot() throws Exception {
        visit(Told.purpose("p1", "alice", PurposeClass.HEALTH, 100, NOON - HOUR, NOON + DAY));
        visit(Told.event("s1", NOON - MINUTE, new Sighting("alice", "cell-1", null)));
        for (var i = 0; i < 5; i++) {
            var call =
                    ACall.of("c" + i, "alice", "bob")
                            .on("phone", "trunk")
                            .showing(SpoofShape.INTL_DOMESTIC);
            visit(call.setUp(NOON + i * MINUTE));
        }
        step.until(NOON + HOUR);

        var alice = last("alice");
        assertThat(alice.purpose()).isEqualTo(PurposeClass.HEALTH);
        assertThat(alice.cellTk()).isEqualTo("cell-1");
        assertThat(alice.deviceTk()).isEqualTo("phone");
        assertThat(alice.spoofed24h()).isEqualTo(5);
        assertThat(alice.gapVariation()).isZero();
        assertThat(step.accounted(Outcome.PROCESSED, Feed.SIGHTINGS)).isEqualTo(1);
        assertThat(step.accounted(Outcome.PROCESSED, Feed.PURPOSES)).isZero();
    }

    @Test
    void aRestartInTheMiddleOfARelayLosesNothing() throws Exception {
        shortCall(ACall.of("c1", "impersonator-1", "victim").on("rack", null));
        longCall(ACall.of("c2", "impersonator-2", "victim").on("rack", null));
        step.until(NOON + 25 * MINUTE).restart().until(NOON + HOUR);

        assertThat(signals()).containsExactly("STRANGER_SHORT_CALL", "STRANGER_LONG_CALL");
        assertThat(step.accounted(Outcome.PROCESSED, Feed.CALLS)).isEqualTo(5);
    }

    @Test
    void aNewHolderStartsAfreshAndStaysTheHolder() throws Exception {
        for (var i = 0; i < 5; i++) {
            visit(ACall.of("c" + i, "alice", "callee-" + i).setUp(NOON + i * MINUTE));
        }
        visit(Told.opened("alice", 2, NOON + HOUR));
        for (var i = 5; i < 10; i++) {
            visit(ACall.of("c" + i, "alice", "callee-" + i).setUp(NOON + HOUR + i * MINUTE));
        }
        step.until(NOON + 2 * HOUR);

        assertThat(last("alice").subject().epoch()).isEqualTo(2);
        assertThat(last("alice").attempts24h()).isEqualTo(5);

        for (var i = 10; i < 15; i++) {
            visit(ACall.of("c" + i, "alice", "callee").setUp(NOON + 40 * DAY + i * MINUTE));
        }
        step.until(NOON + 41 * DAY);

        assertThat(last("alice").subject().epoch()).isEqualTo(2);
    }

    @Test
    void aDeviceToldBeforeTheFirstCallIsStillALink() throws Exception {
        visit(
                Told.event(
                        "d1",
                        NOON,
                        new DeviceState(
                                "sim", "phone", "alice", NOON, NOON, 1, DeviceClass.HANDSET)));
        visit(ACall.of("c1", "alice", "bob").on("phone", "trunk").setUp(NOON + MINUTE));
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.TOUCHES))
                .singleElement()
                .satisfies(touch -> assertThat(touch.memberTk()).isEqualTo("alice"));
    }

    @Test
    void aNumberSilentForThirtyDaysIsForgotten() throws Exception {
        var call = ACall.of("c1", "alice", "bob").on("phone", "trunk");
        visit(call.setUp(NOON));
        visit(call.answered(NOON + MINUTE));
        visit(call.cdr("cdr-1", NOON, MINUTE, NOON + 10 * MINUTE));
        visit(Told.report("r1", "bob", "alice", NOON, NOON + DAY));
        step.until(NOON + 30 * DAY);

        assertThat(step.remembered()).isPositive();

        step.until(NOON + 32 * DAY);

        assertThat(step.remembered()).isZero();
    }

    @Test
    void aCallOfABlockedNumberIsALeakOfWhoCarriedItAtOnce() throws Exception {
        visit(block("alice", AckStatus.EFFECTIVE, 1, NOON));
        visit(ACall.of("c1", "alice", "bob").setUp(NOON + MINUTE));
        visit(block("alice", AckStatus.LIFTED, 1, NOON + HOUR));
        visit(ACall.of("c2", "alice", "bob").setUp(NOON + 2 * HOUR));
        step.until(NOON + 3 * HOUR);

        assertThat(step.told(SideOutputs.PROOFS))
                .singleElement()
                .satisfies(
                        leak -> {
                            assertThat(leak.kind()).isEqualTo(ProofKind.LEAK);
                            assertThat(leak.party()).isEqualTo(Told.PROVIDER);
                            assertThat(leak.legId()).isEqualTo("leg-1");
                            assertThat(leak.at()).isEqualTo(NOON + MINUTE);
                            assertThat(leak.delayMs()).isEqualTo(MINUTE);
                        });
    }

    @Test
    void aBlockOfAnEarlierHolderIsNoLeakOfTheNext() throws Exception {
        visit(Told.opened("alice", 2, NOON));
        step.until(NOON);
        visit(block("alice", AckStatus.EFFECTIVE, 1, NOON + SECOND));
        visit(ACall.of("c1", "alice", "bob").setUp(NOON + MINUTE));
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.PROOFS)).isEmpty();
    }

    @Test
    void whoPointsAtANumberLearnsItsHolderAndWhomItReachedWithoutWaiting() throws Exception {
        visit(Told.opened("alice", 2, NOON - HOUR));
        for (var callee : List.of("bob", "carol")) {
            var call = ACall.of("c-" + callee, "alice", callee);
            visit(call.setUp(NOON + callee.length()));
            visit(call.answered(NOON + callee.length() + SECOND));
        }
        step.until(NOON + MINUTE);
        ordered(Told.push("push", Instruction.BLOCK, "case-1", NOON + HOUR, "alice"));

        assertThat(step.told(SideOutputs.BREAKER_NEWS))
                .singleElement()
                .satisfies(
                        news -> {
                            assertThat(news.particulars().epoch()).isEqualTo(2);
                            assertThat(news.particulars().callees())
                                    .containsExactly("carol", "bob");
                            assertThat(news.owned()).isTrue();
                        });
    }

    @Test
    void whatANumberWasHeardSayingIsPartOfItsProfileForADay() throws Exception {
        step.tell(said("alice", "c1", NOON, 1, 400, false));
        step.tell(said("alice", "c1", NOON + SECOND, 3, 1_250, false));
        step.tell(said("alice", "c2", NOON + 2 * SECOND, 0, 0, true));
        callStrangers("alice", NOON + MINUTE);
        step.until(NOON + HOUR);

        assertThat(last("alice").speech24h()).isEqualTo(new Speech(2, 3, 12.5, 1, Double.NaN));
        assertThat(last("alice").speech24h().warningShare()).isEqualTo(0.5);

        callStrangers("alice", NOON + DAY + MINUTE);
        step.until(NOON + 2 * DAY);

        assertThat(last("alice").speech24h()).isNull();
    }

    @Test
    void theNextHolderDoesNotInheritWhatWasSaid() throws Exception {
        step.tell(said("alice", "c1", NOON, 3, 1_250, false));
        visit(Told.opened("alice", 2, NOON + SECOND));
        callStrangers("alice", NOON + MINUTE);
        step.until(NOON + HOUR);

        assertThat(last("alice").subject().epoch()).isEqualTo(2);
        assertThat(last("alice").speech24h()).isNull();
    }

    @Test
    void wordsThatComeTooLateForTheProfileAreCounted() throws Exception {
        step.until(NOON + HOUR);
        step.tell(said("alice", "c1", NOON, 3, 1_250, false));

        assertThat(step.counted("visits.SPEAKER.LATE")).isEqualTo(1);
        assertThat(step.accounted(Outcome.LATE, Feed.TRANSCRIPTS)).isZero();
    }

    private static Visit said(
            String number, String call, long at, int stages, int points, boolean warned) {
        return Visit.of(
                new SpeechNote(
                        "segment-" + at,
                        number,
                        new SpokenCall(
                                Hashes.of(call), at, stages, points, warned, SpokenCall.UNHEARD)));
    }

    private void callStrangers(String number, long from) throws Exception {
        for (var i = 0; i < 6; i++) {
            visit(ACall.of("c-" + from + i, number, "stranger-" + i).setUp(from + i * MINUTE));
        }
    }

    @Test
    void whoIsAboutToPayIsAskedWithWhomTheySpeak() throws Exception {
        var call = ACall.of("c1", "stranger", "victim");
        visit(call.setUp(NOON));
        visit(call.answered(NOON + SECOND));
        step.until(NOON + MINUTE);
        step.tell(
                        new Visit(
                                "victim",
                                Visit.Role.PAYER,
                                AttributedCall.plain(payment(NOON + 2 * MINUTE))))
                .until(NOON + 2 * MINUTE);

        assertThat(step.told(SideOutputs.TRANSFERS))
                .singleElement()
                .satisfies(
                        transfer -> {
                            assertThat(transfer.callerTk()).isEqualTo("stranger");
                            assertThat(transfer.victimTk()).isEqualTo("victim");
                            assertThat(transfer.bank()).isEqualTo(Told.PROVIDER);
                        });
    }

    private static Event payment(long at) {
        return Told.event(
                "payment",
                at,
                new FundEvent(
                        "account",
                        FundDirection.OUT,
                        AmountBucket.FROM_50K,
                        "payee",
                        true,
                        FundRisk.NONE,
                        StopState.NONE));
    }

    private static Event block(String number, AckStatus status, int epoch, long at) {
        return Told.event(
                "ack-" + status,
                at,
                new Ack(
                        "leg-1",
                        "bundle-1",
                        Told.PROVIDER,
                        status,
                        1,
                        at,
                        null,
                        number,
                        epoch,
                        ActionType.BLOCK));
    }

    private void ordered(Event push) throws Exception {
        var orders = new ArrayList<Event>();
        Routing.throughMiddleNumbers(push, new ListCollector<>(orders));
        for (var order : orders) {
            visit(order);
        }
    }

    private void visit(Event event) throws Exception {
        visit(AttributedCall.plain(event));
    }

    private void visit(AttributedCall call) throws Exception {
        var visits = new ArrayList<Visit>();
        new Visits(cdrOnlyProviders).flatMap(call, new ListCollector<>(visits));
        step.tell(visits);
    }

    private List<String> signals() {
        return step.told(SideOutputs.SIGNALS).stream().map(Signal::code).toList();
    }

    private NumberSnapshot last(String number) {
        return step.told().stream()
                .filter(s -> s.subject().tk().equals(number))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
