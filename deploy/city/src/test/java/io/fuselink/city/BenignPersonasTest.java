/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static io.fuselink.city.Played.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.BindingOp;
import io.fuselink.events.CallEvent;
import io.fuselink.events.Cdr;
import io.fuselink.events.Channel;
import io.fuselink.events.DeviceClass;
import io.fuselink.events.DeviceState;
import io.fuselink.events.Event;
import io.fuselink.events.FailClass;
import io.fuselink.events.Feed;
import io.fuselink.events.FundEvent;
import io.fuselink.events.Initiator;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.PurposeScope;
import io.fuselink.events.ReportCategory;
import io.fuselink.events.SmsMeta;
import io.fuselink.events.SmsTemplate;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;
import io.fuselink.events.UserReport;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What makes every honest persona look guilty, and what clears it. */
class BenignPersonasTest {
    private final Played city = Played.STANDARD;

    @Test
    void friendsCallFewAndAreCalledByThem() {
        for (var friend : city.numbersOf(Persona.FRIEND_AND_FAMILY)) {
            var callees =
                    city.callsFrom(friend).stream()
                            .filter(c -> !c.throughMiddleNumber())
                            .filter(
                                    c ->
                                            city.truth.personaOf(c.toTk())
                                                    == Persona.FRIEND_AND_FAMILY)
                            .map(Cdr::toTk)
                            .collect(Collectors.toSet());
            assertThat(callees).hasSizeLessThanOrEqualTo(6);
            assertThat(city.callsTo(friend)).isNotEmpty();
        }
    }

    @Test
    void everyCallOfACourierLiesInsideALiveBindingOfItsOwn() {
        var bindings = city.bindings();
        for (var courier : city.numbersOf(Persona.COURIER)) {
            assertThat(city.busiestHour(courier)).isBetween(10L, 22L);
            for (var call : city.callsFrom(courier)) {
                if (!call.throughMiddleNumber()) {
                    continue; // rung back somebody who had miss-called
                }
                var binding = bindings.get(call.subId());
                var bound = binding.get(BindingOp.BIND);
                assertThat(call.callTime()).isGreaterThan(bound.bindTime());
                assertThat(call.releaseTime())
                        .isLessThan(binding.get(BindingOp.UNBIND).expireTime());
                assertThat(bound.aTk()).isEqualTo(courier);
                assertThat(bound.bTk()).isEqualTo(call.toTk());
                assertThat(bound.xTk()).isEqualTo(call.xTk());
                assertThat(bound.purpose().errand()).isTrue();
            }
        }
        assertThat(city.numbersOf(Persona.COURIER)).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void customersRingCouriersBackThroughTheSameMiddleNumber() {
        var couriers = city.numbersOf(Persona.COURIER);
        var back =
                couriers.stream()
                        .flatMap(tk -> city.callsTo(tk).stream())
                        .filter(c -> c.initiator() == Initiator.B)
                        .count();
        var out = couriers.stream().mapToLong(tk -> city.callsFrom(tk).size()).sum();

        assertThat(back / (double) out).isBetween(0.1, 0.4);
    }

    @Test
    void aHospitalLineIsRegisteredAndStaysInsideItsLimit() {
        var lines = city.numbersOf(Persona.HOSPITAL_LINE);
        assertThat(lines).hasSize(2);
        for (var line : lines) {
            var purpose =
                    city.of(Feed.PURPOSES).stream()
                            .map(Event::purpose)
                            .filter(p -> p.scope().equals(line))
                            .findFirst()
                            .orElseThrow();
            assertThat(purpose.subjectType()).isEqualTo(PurposeScope.NUMBER);
            assertThat(purpose.purpose()).isEqualTo(PurposeClass.HEALTH);
            assertThat(city.busiestHour(line)).isBetween(30L, 60L);
            assertThat(purpose.hourlyLimit()).isGreaterThan(60);
            assertThat(share(city.callsFrom(line), Cdr::answered)).isGreaterThan(0.8);
            assertThat(city.callsTo(line)).isNotEmpty();
        }
    }

    @Test
    void aLawyerCallsOneLineOverTwentyTimesAndIsAnsweredTwice() {
        var lawyers = city.numbersOf(Persona.LAWYER);
        assertThat(lawyers).hasSize(2);
        for (var lawyer : lawyers) {
            var calls = city.callsFrom(lawyer);
            assertThat(calls).hasSizeGreaterThanOrEqualTo(20);
            assertThat(calls.stream().map(Cdr::toTk).distinct()).hasSize(1);
            assertThat(calls.get(0).toClass()).isEqualTo(NumberClass.LANDLINE);
            assertThat(calls.stream().filter(Cdr::answered)).hasSize(2);
        }
        assertThat(city.of(Feed.CALLS).stream().map(Event::call))
                .filteredOn(c -> lawyers.contains(c.fromTk()))
                .allSatisfy(c -> assertThat(c.homeProv()).isNotEqualTo(c.roamProv()));
    }

    @Test
    void warningsSaySafeAccountTooAndComeFromServiceLines() {
        var warnings =
                city.of(Feed.TRANSCRIPTS).stream()
                        .map(Event::transcript)
                        .filter(t -> city.truth.personaOf(t.fromTk()) == Persona.ADVISORY_LINE)
                        .filter(t -> t.channel() == Channel.CALLER && t.text().contains("安全账户"));

        assertThat(warnings).hasSizeGreaterThan(5);
    }

    @Test
    void ridersMoveWithEveryCallAndMostOfTheirCallsAreBound() {
        for (var rider : city.numbersOf(Persona.RIDER)) {
            var calls = city.callsFrom(rider);
            assertThat(calls).hasSizeGreaterThan(5);
            assertThat(share(calls, Cdr::throughMiddleNumber)).isBetween(0.7, 1.0);
        }
        var moving =
                city.numbersOf(Persona.RIDER).stream()
                        .map(city::attemptsOf)
                        .map(
                                attempts ->
                                        attempts.stream()
                                                .map(CallEvent::cellTk)
                                                .distinct()
                                                .count());
        assertThat(moving).anyMatch(cells -> cells > 10);
        assertThat(city.callsFrom(city.numbersOf(Persona.RIDER)))
                .anyMatch(c -> !c.throughMiddleNumber());
    }

    @Test
    void ridersAreBusiestAtNoon() {
        var noon = city.truth.startMs() + 2 * Played.HOUR_MS;
        var calls = city.callsFrom(city.numbersOf(Persona.RIDER));

        assertThat(share(calls, c -> c.callTime() >= noon)).isGreaterThan(0.45);
    }

    @Test
    void driversCallOneStrangerAfterTheOtherEachInsideOneBinding() {
        var drivers = city.numbersOf(Persona.DRIVER);
        var calls = city.callsFrom(drivers);

        assertThat(calls).allMatch(Cdr::throughMiddleNumber).allMatch(c -> c.subId() != null);
        assertThat(calls.stream().map(Cdr::toTk).distinct().count())
                .isGreaterThan(calls.size() * 9L / 10);
    }

    @Test
    void passengersWhoForgotSomethingRingDeadMiddleNumbers() {
        var fraud = Set.copyOf(city.truth.fraudNumbers());
        var honest =
                city.bodies(Feed.CDRS, Cdr.class).stream()
                        .filter(c -> c.failClass() == FailClass.NO_BIND)
                        .filter(c -> !fraud.contains(c.fromTk()));

        assertThat(honest).isNotEmpty().allMatch(c -> c.subId() == null);
    }

    @Test
    void aTeacherIsSilentThenCallsAWholeClassAndIsRungBack() {
        for (var teacher : city.numbersOf(Persona.TEACHER)) {
            var calls = city.callsFrom(teacher);
            assertThat(calls.get(0).callTime() - city.truth.startMs())
                    .isGreaterThan(30 * Played.MINUTE_MS);
            assertThat(calls).hasSizeBetween(34, 50);
            assertThat(city.busiestHour(teacher)).isGreaterThan(15);
            assertThat(share(calls, Cdr::answered)).isGreaterThan(0.55);
            assertThat(city.callsTo(teacher)).hasSizeGreaterThan(3);
        }
    }

    @Test
    void recruitersShareATrunkLikeARotatorAndAreMarkedAsSelling() {
        var recruiters = city.numbersOf(Persona.RECRUITER);
        var calls = city.callsFrom(recruiters);

        assertThat(calls).allMatch(c -> c.trunkId().startsWith("ent-agency"));
        assertThat(recruiters)
                .allSatisfy(tk -> assertThat(city.busiestHour(tk)).isBetween(12L, 40L));
        assertThat(city.bodies(Feed.REPORTS, UserReport.class))
                .filteredOn(r -> r.category() == ReportCategory.MARKETING)
                .isNotEmpty()
                .allMatch(r -> recruiters.contains(r.targetTk()));
        assertThat(recruiters).allSatisfy(tk -> assertThat(city.callsTo(tk)).isNotEmpty());
    }

    @Test
    void customerServiceShowsA400NumberAtTimesAndIsRegistered() {
        var lines = city.numbersOf(Persona.CUSTOMER_SERVICE);
        var calls = city.callsFrom(lines);
        var registered = city.of(Feed.PURPOSES).stream().map(e -> e.purpose().scope()).toList();

        assertThat(calls.stream().filter(c -> c.displayClass() == NumberClass.ENTERPRISE_400))
                .hasSizeBetween(2, calls.size() / 5);
        assertThat(calls).allMatch(c -> c.fromClass() == NumberClass.CALLCENTRE_95);
        assertThat(calls.stream().map(Cdr::fromTk).distinct()).isSubsetOf(registered);
    }

    @Test
    void aHikerCallsHomeFromAbroadDressedAsADomesticNumberAtTimes() {
        for (var hiker : city.numbersOf(Persona.HIKER_ABROAD)) {
            var attempts = city.attemptsOf(hiker);
            assertThat(attempts).allMatch(c -> c.trunkType() == TrunkType.INTL);
            assertThat(attempts).anyMatch(c -> c.spoofShape() == SpoofShape.INTL_DOMESTIC);
            assertThat(attempts.stream().map(CallEvent::toTk).distinct())
                    .hasSizeLessThanOrEqualTo(4);
            assertThat(city.callsTo(hiker)).isNotEmpty();
        }
    }

    @Test
    void theElderlyTalkForLongGetCodesMeanwhileAndPaySomebodyNew() {
        var elderly = city.numbersOf(Persona.ELDERLY);
        var calls = city.callsFrom(elderly);

        assertThat(calls).anyMatch(c -> c.durationMs() > 20 * Played.MINUTE_MS);
        assertThat(city.bodies(Feed.SMS, SmsMeta.class))
                .filteredOn(s -> s.templateKind() == SmsTemplate.OTP)
                .anyMatch(s -> elderly.contains(s.toTk()));
        var accounts =
                city.of(Feed.LINKS).stream()
                        .filter(e -> elderly.contains(e.link().phoneTk()))
                        .map(e -> e.link().acctTk())
                        .toList();
        assertThat(city.bodies(Feed.FUNDS, FundEvent.class))
                .filteredOn(f -> accounts.contains(f.acctTk()))
                .isNotEmpty()
                .allMatch(FundEvent::firstTimePayee);
    }

    @Test
    void shopsCallStrangersForSecondsAndMoreSoTowardsNoon() {
        var shops = city.numbersOf(Persona.SHOP_AT_NOON);
        var calls = city.callsFrom(shops);
        var eleven = city.truth.startMs() + 2 * Played.HOUR_MS;

        assertThat(share(calls, c -> c.callTime() >= eleven)).isGreaterThan(0.4);
        assertThat(Played.meanTalkMs(calls)).isLessThan(30_000);
        assertThat(shops).allSatisfy(tk -> assertThat(city.callsTo(tk)).isNotEmpty());
    }

    @Test
    void theWeddingPlannersCardIsDaysOldAndReachesEveryProvinceAndIsRungBack() {
        for (var planner : city.numbersOf(Persona.WEDDING_PLANNER)) {
            var age = city.truth.startMs() - city.registrationsOf(planner).get(0).openedAt();
            assertThat(age).isLessThan(7 * 24 * Played.HOUR_MS);
            assertThat(city.attemptsOf(planner).stream().map(CallEvent::toProv).distinct())
                    .hasSizeGreaterThanOrEqualTo(8);
            assertThat(city.callsTo(planner)).hasSizeGreaterThan(5);
        }
    }

    @Test
    void aModuleReportsLikeClockworkToOneNumber() {
        for (var module : city.numbersOf(Persona.IOT_MODULE)) {
            var calls = city.callsFrom(module);
            assertThat(calls.stream().map(Cdr::toTk).distinct()).hasSize(1);
            for (var i = 1; i < calls.size(); i++) {
                assertThat(calls.get(i).callTime() - calls.get(i - 1).callTime())
                        .isBetween(8 * Played.MINUTE_MS - 2_000, 8 * Played.MINUTE_MS + 2_000);
            }
        }
        assertThat(city.bodies(Feed.DEVICES, DeviceState.class))
                .filteredOn(d -> city.truth.personaOf(d.phoneTk()) == Persona.IOT_MODULE)
                .isNotEmpty()
                .allMatch(d -> d.imeiClass() == DeviceClass.MODULE && d.simCount24h() == 1);
    }

    @Test
    void theRepairShopHasOneCardInManyDevicesAndManyCardsInOne() {
        var shop = city.numbersOf(Persona.REPAIR_SHOP);
        var bench =
                shop.stream()
                        .filter(tk -> !city.attemptsOf(tk).isEmpty())
                        .findFirst()
                        .orElseThrow();
        var states = city.bodies(Feed.DEVICES, DeviceState.class);

        assertThat(city.attemptsOf(bench).stream().map(CallEvent::imeiTk).distinct())
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(city.callsFrom(bench)).allMatch(c -> shop.contains(c.toTk()));
        assertThat(states)
                .anyMatch(
                        d ->
                                d.simCount24h() >= 4
                                        && city.truth.personaOf(d.phoneTk())
                                                == Persona.FRIEND_AND_FAMILY);
    }

    @Test
    void theHotlineIsRungMoreThanItRingsAndListensForLong() {
        for (var hotline : city.numbersOf(Persona.HOTLINE)) {
            var in = city.callsTo(hotline);
            assertThat(in).hasSizeGreaterThan(city.callsFrom(hotline).size());
            assertThat(Played.meanTalkMs(in)).isGreaterThan(4 * Played.MINUTE_MS);
            assertThat(city.callsFrom(hotline))
                    .allSatisfy(
                            back ->
                                    assertThat(in)
                                            .anyMatch(
                                                    c ->
                                                            c.fromTk().equals(back.toTk())
                                                                    && c.callTime()
                                                                            < back.callTime()));
        }
    }
}
