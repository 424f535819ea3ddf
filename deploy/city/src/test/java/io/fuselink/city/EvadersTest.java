/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static io.fuselink.city.Played.MINUTE_MS;
import static io.fuselink.city.Played.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Binding;
import io.fuselink.events.BindingOp;
import io.fuselink.events.CallEvent;
import io.fuselink.events.Cdr;
import io.fuselink.events.DeviceState;
import io.fuselink.events.Event;
import io.fuselink.events.FailClass;
import io.fuselink.events.Feed;
import io.fuselink.events.FundDirection;
import io.fuselink.events.FundEvent;
import io.fuselink.events.Instruction;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Registration;
import io.fuselink.events.SmsMeta;
import io.fuselink.events.SmsTemplate;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TranscriptSegment;
import io.fuselink.events.TrunkType;
import io.fuselink.events.UserReport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What makes every evader guilty, and behind what it hides. */
class EvadersTest {
    private final Played city = Played.STANDARD;

    @Test
    void everyNumberOfTheRotatorIsPoliteAndTogetherTheyAreNot() {
        var rotator = city.campaign("rotator-0");

        assertThat(rotator.members()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(rotator.members())
                .allSatisfy(tk -> assertThat(city.busiestHour(tk)).isLessThanOrEqualTo(20));
        assertThat(
                        List.of(
                                city.inHour(rotator, 0),
                                city.inHour(rotator, 1),
                                city.inHour(rotator, 2)))
                .allSatisfy(calls -> assertThat(calls).isGreaterThan(200));
    }

    @Test
    void theRotatorSharesATrunkAndHardlyACalleeAndHardlyAnybodyCallsBack() {
        var rotator = city.campaign("rotator-0");
        var calls = city.callsFrom(rotator.members());

        assertThat(calls)
                .allSatisfy(
                        c -> {
                            assertThat("TRUNK:" + c.trunkId()).isIn(rotator.groupKeys());
                            assertThat(c.fromClass()).isEqualTo(NumberClass.MVNO);
                        });
        assertThat(calls.stream().map(Cdr::toTk).distinct().count())
                .isGreaterThan(calls.size() * 3L / 5);
        assertThat(share(calls, Cdr::answered)).isLessThan(0.5);
        var rungBack =
                rotator.members().stream()
                        .flatMap(tk -> city.callsTo(tk).stream())
                        .filter(c -> !rotator.members().contains(c.fromTk()))
                        .count();
        assertThat(rungBack).isLessThan(calls.size() / 8L);
    }

    @Test
    void theGoipIsAHandfulOfCardsInHardlyAnyDeviceInOneCell() {
        var goip = city.campaign("goip-0");
        var told = attempts(goip).stream().filter(c -> c.cellTk() != null).toList();

        assertThat(goip.members()).hasSizeBetween(10, 14);
        assertThat(told.stream().map(c -> "DEVICE:" + c.imeiTk())).isSubsetOf(goip.groupKeys());
        assertThat(told.stream().map(c -> "CELL:" + c.cellTk())).isSubsetOf(goip.groupKeys());
        assertThat(told).hasSizeLessThan(attempts(goip).size());
        assertThat(goip.members())
                .allSatisfy(tk -> assertThat(city.busiestHour(tk)).isBetween(15L, 45L));
        assertThat(
                        city.bodies(Feed.DEVICES, DeviceState.class).stream()
                                .filter(d -> goip.members().contains(d.phoneTk())))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.simCount24h()).isGreaterThan(3));
    }

    @Test
    void theCardsOfAVehicleChangeCellTogether() {
        var vehicle = city.campaign(Persona.VEHICLE_GOIP);
        var told =
                attempts(vehicle).stream()
                        .filter(c -> c.cellTk() != null)
                        .filter(c -> !vehicle.members().contains(c.toTk()))
                        .toList();

        assertThat(told.stream().map(CallEvent::cellTk).distinct()).hasSizeGreaterThan(15);
        var slices = new HashMap<Long, Set<String>>();
        for (var event : city.of(Feed.CALLS)) {
            if (told.contains(event.call())) {
                var since = event.header().eventTime() - city.truth.startMs();
                slices.computeIfAbsent(since / (6 * MINUTE_MS), s -> new HashSet<>())
                        .add(event.call().cellTk());
            }
        }
        assertThat(slices.values()).allSatisfy(cells -> assertThat(cells).hasSize(1));
    }

    @Test
    void theRelayHandsAVictimFromAShortCallToALongOneWithinTheHour() {
        var relay = city.campaign("relay-0");
        assertThat(relay.victims()).hasSizeGreaterThanOrEqualTo(4);
        for (var victim : relay.victims()) {
            var calls =
                    city.callsFrom(relay.members()).stream()
                            .filter(c -> c.toTk().equals(victim))
                            .sorted(Comparator.comparingLong(Cdr::durationMs))
                            .toList();
            var second = calls.get(calls.size() - 1);
            assertThat(second.durationMs()).isBetween(10 * MINUTE_MS, 25 * MINUTE_MS);
            assertThat(second.spoofShape() != SpoofShape.NONE || abroad(second)).isTrue();
            assertThat(city.saidIn(second.callId()))
                    .containsPattern("CALLER:.*安全账户")
                    .containsPattern("CALLEE:");
            assertThat(calls)
                    .anySatisfy(
                            first -> {
                                assertThat(first.durationMs()).isLessThan(3 * MINUTE_MS);
                                assertThat(second.callTime())
                                        .isBetween(
                                                first.releaseTime(),
                                                first.releaseTime() + 60 * MINUTE_MS);
                            });
        }
    }

    private boolean abroad(Cdr cdr) {
        return city.bodies(Feed.CALLS, CallEvent.class).stream()
                .filter(c -> c.callId().equals(cdr.callId()))
                .allMatch(c -> c.trunkType() == TrunkType.INTL);
    }

    @Test
    void victimsWhoBelieveItReadCodesAndPayAnAccountTheyNeverPaid() {
        var relay = city.campaign("relay-0");
        var codes =
                city.bodies(Feed.SMS, SmsMeta.class).stream()
                        .filter(s -> s.templateKind() == SmsTemplate.OTP)
                        .filter(s -> relay.victims().contains(s.toTk()))
                        .count();
        var account = new Bank(new NumberBook(7), null).account("relay-0");
        var paid =
                city.bodies(Feed.FUNDS, FundEvent.class).stream()
                        .filter(f -> f.dir() == FundDirection.OUT && account.equals(f.payeeTk()))
                        .toList();

        assertThat(codes).isGreaterThanOrEqualTo(4);
        assertThat(paid).hasSizeGreaterThanOrEqualTo(2).allMatch(FundEvent::firstTimePayee);
        assertThat(city.of(Feed.LINKS).stream().map(Event::link))
                .anySatisfy(
                        l -> {
                            assertThat(l.acctTk()).isEqualTo(account);
                            assertThat(l.phoneTk()).isIn(relay.members());
                        });
    }

    @Test
    void someVictimsReportAndThenThePoliceNameTheNumber() {
        var relay = city.campaign("relay-0");
        var losses =
                city.of(Feed.REPORTS).stream()
                        .filter(e -> relay.members().contains(e.report().targetTk()))
                        .filter(e -> e.report().lossAmountFen() != null)
                        .toList();
        var pushes = city.of(Feed.CASES).stream().map(Event::push).toList();

        assertThat(losses.stream().map(e -> e.report().reporterTk()))
                .isSubsetOf(relay.victims())
                .hasSizeBetween(2, relay.victims().size() - 1);
        assertThat(pushes)
                .extracting(p -> p.instruction())
                .containsExactly(Instruction.BLOCK, Instruction.FREEZE);
        assertThat(pushes.get(0).targets().get(0).tk()).isIn(relay.members());
        assertThat(pushes.get(0).issuedAt()).isGreaterThan(losses.get(0).header().eventTime());
    }

    @Test
    void crewsThatDoNotKnowEachOtherShareASubLetLeaseAndEachCallIsBound() {
        var resale = city.campaign(Persona.RESALE_SPLIT);
        var calls = city.callsFrom(resale.members());
        var bindings = city.bindings();
        var callees =
                resale.members().stream()
                        .map(
                                tk ->
                                        city.callsFrom(tk).stream()
                                                .map(Cdr::toTk)
                                                .collect(Collectors.toSet()))
                        .toList();

        assertThat(calls).hasSizeGreaterThan(100);
        assertThat(calls)
                .allSatisfy(
                        c -> {
                            var bound = bindings.get(c.subId()).get(BindingOp.BIND);
                            assertThat("LEASE:" + bound.poolKey()).isIn(resale.groupKeys());
                            assertThat(bound.purpose()).isEqualTo(PurposeClass.ECOM);
                        });
        assertThat(callees.get(0)).doesNotContainAnyElementsOf(callees.get(1));
    }

    @Test
    void theBurstFarmBindsAsManyAsItCallsAndAllAtOnce() {
        var farm = city.campaign(Persona.BINDING_BURST_FARM);
        var binds =
                city.bodies(Feed.BINDINGS, Binding.class).stream()
                        .filter(b -> b.op() == BindingOp.BIND && farm.members().contains(b.aTk()))
                        .map(Binding::bindTime)
                        .sorted()
                        .toList();
        var inAnyTenMinutes =
                binds.stream()
                        .mapToLong(
                                t ->
                                        binds.stream()
                                                .filter(u -> u >= t && u < t + 10 * MINUTE_MS)
                                                .count())
                        .max()
                        .orElse(0);

        assertThat(inAnyTenMinutes).isBetween(25L, 60L);
        assertThat(city.callsFrom(farm.members())).hasSameSizeAs(binds);
    }

    @Test
    void theUnboundCallerHasNoBindingForAnyOfHisCalls() {
        var spoofer = city.campaign("unbound-0").members().get(0);
        var calls = city.callsFrom(spoofer);

        assertThat(city.busiestHour(spoofer)).isGreaterThanOrEqualTo(5);
        assertThat(calls.stream().map(Cdr::xTk).distinct()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(calls)
                .allSatisfy(
                        c -> {
                            assertThat(c.subId()).isNull();
                            assertThat(c.failClass()).isEqualTo(FailClass.NO_BIND);
                            assertThat(city.truth.personaOf(c.xTk()))
                                    .isEqualTo(Persona.MIDDLE_NUMBER);
                        });
        var bound = new HashSet<String>();
        city.of(Feed.BINDINGS).forEach(e -> bound.add(e.binding().aTk()));
        city.of(Feed.BINDINGS).forEach(e -> bound.add(e.binding().bTk()));
        assertThat(bound).doesNotContain(spoofer);
    }

    @Test
    void theOverstayingCallerCallsForHoursThroughABindingOfMinutes() {
        var caller = city.campaign("overstaying-0").members().get(0);
        var calls = city.callsFrom(caller);
        var binding = city.bindings().get(calls.get(0).subId());
        var late =
                calls.stream()
                        .filter(c -> c.callTime() > binding.get(BindingOp.BIND).expireTime())
                        .toList();

        assertThat(binding).containsOnlyKeys(BindingOp.BIND);
        assertThat(calls.get(0).callTime()).isLessThan(binding.get(BindingOp.BIND).expireTime());
        assertThat(late).hasSizeGreaterThanOrEqualTo(5);
        assertThat(late.get(0).callTime())
                .isGreaterThan(binding.get(BindingOp.BIND).expireTime() + 60 * MINUTE_MS);
    }

    @Test
    void theImitatedHotlineComesFromAbroadAndNotAlwaysUnderItsMask() {
        var mask = city.campaign(Persona.SPOOFED_HOTLINE);
        var attempts = attempts(mask);

        assertThat(attempts).allMatch(c -> c.trunkType() == TrunkType.INTL);
        assertThat(attempts.stream().filter(c -> c.spoofShape() != SpoofShape.NONE).count())
                .isBetween(attempts.size() / 3L, attempts.size() - 1L);
    }

    @Test
    void sleepersWereLastSeenWeeksAgoInAnotherHandsetAndAnotherProvince() {
        var sleepers = city.campaign(Persona.SLEEPER_CARD);
        for (var sleeper : sleepers.members()) {
            var before =
                    city.bodies(Feed.DEVICES, DeviceState.class).stream()
                            .filter(d -> d.phoneTk().equals(sleeper))
                            .findFirst()
                            .orElseThrow();
            assertThat(city.truth.startMs() - before.lastSeen())
                    .isGreaterThan(30 * 24 * 60 * MINUTE_MS);
            assertThat(city.attemptsOf(sleeper))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(
                            c -> {
                                assertThat(c.imeiTk()).isNotEqualTo(before.imeiTk());
                                assertThat(c.roamProv()).isNotEqualTo(c.homeProv());
                            });
        }
    }

    @Test
    void newCardsAreDaysOldOnOneDocumentAndReachTheWholeCountry() {
        var burst = city.campaign(Persona.NEW_CARD_BURST);
        var documents = new HashSet<String>();
        for (var card : burst.members()) {
            var registration = city.registrationsOf(card).get(0);
            documents.add(registration.idDocTk());
            assertThat(city.truth.startMs() - registration.openedAt())
                    .isLessThan(7 * 24 * 60 * MINUTE_MS);
            assertThat(
                            city.attemptsOf(card).stream()
                                    .map(CallEvent::toProv)
                                    .filter(Objects::nonNull)
                                    .distinct())
                    .hasSizeGreaterThanOrEqualTo(8);
        }
        assertThat(documents).hasSize(1);
    }

    @Test
    void thePhoenixRisesFromTheSameDeviceAndCallsTheOldListAgain() {
        var phoenix = city.campaign(Persona.PHOENIX);
        var burnt = phoenix.members().subList(0, phoenix.members().size() / 2);
        var risen = phoenix.members().subList(burnt.size(), phoenix.members().size());
        var givenUp = city.truth.tenures().get(0).until();
        var before = callees(burnt, givenUp);
        var again = callees(risen, Long.MAX_VALUE);
        var both = again.stream().filter(before::contains).count();

        assertThat(burnt)
                .allSatisfy(
                        tk ->
                                assertThat(city.callsFrom(tk))
                                        .filteredOn(c -> c.callTime() >= givenUp + 60 * MINUTE_MS)
                                        .filteredOn(c -> risen.contains(c.toTk()))
                                        .isEmpty());
        assertThat(city.callsFrom(risen)).allMatch(c -> c.callTime() > givenUp);
        assertThat(both / (double) again.size()).isGreaterThan(0.25);
        assertThat(devices(risen)).isEqualTo(devices(burnt.subList(1, burnt.size())));
    }

    private Set<String> callees(List<String> numbers, long until) {
        return city.callsFrom(numbers).stream()
                .filter(c -> c.callTime() < until && !numbers.contains(c.toTk()))
                .map(Cdr::toTk)
                .collect(Collectors.toSet());
    }

    private Set<String> devices(List<String> numbers) {
        return numbers.stream()
                .flatMap(tk -> city.attemptsOf(tk).stream())
                .map(CallEvent::imeiTk)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Test
    void theParaphraserSaysItInOtherWords() {
        var crew = city.campaign(Persona.SCRIPT_PARAPHRASER);
        var calls = city.callsFrom(crew.members());
        var said =
                city.bodies(Feed.TRANSCRIPTS, TranscriptSegment.class).stream()
                        .filter(t -> crew.members().contains(t.fromTk()))
                        .map(TranscriptSegment::callId)
                        .distinct()
                        .map(city::saidIn)
                        .toList();

        assertThat(calls).allMatch(c -> !c.answered() || c.durationMs() >= 4 * MINUTE_MS);
        assertThat(said).anyMatch(words -> !words.contains("安全账户"));
        assertThat(said).anyMatch(words -> words.contains("安全账户"));
    }

    @Test
    void bombersReportAnInnocentWhoNeverCalledMostOfThem() {
        var crew = city.campaign(Persona.REPORT_BOMBER);
        var innocent = crew.victims().get(0);
        var reports =
                city.bodies(Feed.REPORTS, UserReport.class).stream()
                        .filter(r -> crew.members().contains(r.reporterTk()))
                        .toList();
        var really =
                city.callsFrom(innocent).stream()
                        .map(Cdr::toTk)
                        .filter(crew.members()::contains)
                        .collect(Collectors.toSet());

        assertThat(city.truth.personaOf(innocent).evader()).isFalse();
        assertThat(reports).hasSameSizeAs(crew.members());
        assertThat(reports).allMatch(r -> r.targetTk().equals(innocent));
        assertThat(really).hasSizeLessThan(crew.members().size());
    }

    @Test
    void theFakeBuyersSitInOneDeviceAndAreBoundToOneSellerAgainAndAgain() {
        var farm = city.campaign(Persona.FAKE_ORDER_FARM);
        var pairs =
                city.bodies(Feed.BINDINGS, Binding.class).stream()
                        .filter(b -> b.op() == BindingOp.BIND && farm.members().contains(b.aTk()))
                        .collect(Collectors.groupingBy(Binding::bTk, Collectors.counting()));

        assertThat(pairs.keySet()).isSubsetOf(farm.members());
        assertThat(pairs.values()).allMatch(times -> times > 5);
        assertThat(city.callsFrom(farm.members()))
                .allMatch(c -> c.durationMs() < MINUTE_MS && c.throughMiddleNumber());
    }

    @Test
    void whoFakesOrdersHoldsBothEndsAndABurstComesFromOneDevice() {
        var orders = city.campaign(Persona.FAKE_ORDER_FARM);
        var burst = city.campaign(Persona.BINDING_BURST_FARM);
        var bound =
                city.bodies(Feed.BINDINGS, Binding.class).stream()
                        .filter(b -> b.op() == BindingOp.BIND)
                        .toList();

        assertThat(bound)
                .filteredOn(b -> orders.members().contains(b.aTk()))
                .allMatch(b -> b.aDeviceTk().equals(b.bDeviceTk()));
        assertThat(bound)
                .filteredOn(b -> burst.members().contains(b.aTk()))
                .extracting(Binding::aDeviceTk)
                .hasSizeGreaterThan(10)
                .containsOnly(
                        bound.stream()
                                .filter(b -> burst.members().contains(b.aTk()))
                                .findFirst()
                                .orElseThrow()
                                .aDeviceTk());
        var fraud = Set.copyOf(city.truth.fraudNumbers());
        assertThat(bound)
                .filteredOn(b -> !fraud.contains(b.aTk()))
                .isNotEmpty()
                .noneMatch(b -> b.aDeviceTk().equals(b.bDeviceTk()));
    }

    @Test
    void cardsOfEvadersAreNotAllYoungAndCardsOfTheHonestAreNotAllOld() {
        var fraud = Set.copyOf(city.truth.fraudNumbers());
        var young =
                city.bodies(Feed.REGISTRATIONS, Registration.class).stream()
                        .filter(r -> r.epoch() == 1)
                        .filter(r -> r.openedAt() > city.truth.startMs() - 7 * 24 * 60 * MINUTE_MS)
                        .map(Registration::phoneTk)
                        .collect(Collectors.partitioningBy(fraud::contains));

        assertThat(young.get(true)).hasSizeLessThan(fraud.size() / 4);
        assertThat(young.get(false)).hasSizeGreaterThan(5);
    }

    private List<CallEvent> attempts(Campaign campaign) {
        return campaign.members().stream().flatMap(tk -> city.attemptsOf(tk).stream()).toList();
    }
}
