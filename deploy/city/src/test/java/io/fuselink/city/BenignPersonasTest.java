/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static io.fuselink.city.Played.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.BindingOp;
import io.fuselink.events.Cdr;
import io.fuselink.events.Channel;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Initiator;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.PurposeScope;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
}
