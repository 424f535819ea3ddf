/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Cdr;
import io.fuselink.events.Feed;
import io.fuselink.events.Registration;
import io.fuselink.events.TenureChange;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Numbers change hands; risk sticks to the holder. */
class TenureTest {
    private final Played city = Played.STANDARD;

    @Test
    void everyPersonalNumberIsRegisteredBeforeItsFirstCall() {
        var registered =
                city.of(Feed.REGISTRATIONS).stream()
                        .filter(e -> e.header().eventTime() < city.truth.startMs() + 10_000)
                        .map(e -> e.registration().phoneTk())
                        .collect(Collectors.toSet());
        var personal =
                city.bodies(Feed.CDRS, Cdr.class).stream()
                        .filter(c -> c.fromClass().mobile())
                        .map(Cdr::fromTk)
                        .filter(city.truth.numbers()::containsKey)
                        .collect(Collectors.toSet());

        assertThat(registered).containsAll(personal);
    }

    @Test
    void anInnocentInheritsABurntNumberAndLivesLikeAnybody() {
        var heir =
                city.truth.tenures().stream()
                        .filter(t -> t.persona() == Persona.NEW_HOLDER)
                        .filter(t -> city.truth.personaOf(t.tk()) == Persona.PHOENIX)
                        .findFirst()
                        .orElseThrow();

        assertThat(heir.epoch()).isEqualTo(2);
        assertThat(city.truth.personaAt(heir.tk(), city.truth.startMs()))
                .isEqualTo(Persona.PHOENIX);
        assertThat(city.truth.personaAt(heir.tk(), heir.from())).isEqualTo(Persona.NEW_HOLDER);
        assertThat(city.registrationsOf(heir.tk()))
                .extracting(Registration::change)
                .containsExactly(TenureChange.OPENED, TenureChange.CLOSED, TenureChange.OPENED);
        assertThat(city.registrationsOf(heir.tk()))
                .extracting(Registration::epoch)
                .containsExactly(1, 1, 2);
        assertThat(city.registrationsOf(heir.tk()).stream().map(Registration::idDocTk).distinct())
                .hasSize(2);
        var evil = city.callsFrom(heir.tk()).stream().filter(c -> c.callTime() < heir.from());
        var good =
                city.callsFrom(heir.tk()).stream()
                        .filter(c -> c.callTime() >= heir.from())
                        .toList();
        assertThat(evil).hasSizeGreaterThan(10);
        assertThat(good).hasSizeBetween(1, 15);
    }

    @Test
    void nobodyCallsFromANumberThatBelongsToNobody() {
        var left =
                city.truth.tenures().stream()
                        .filter(t -> t.persona() == Persona.FRIEND_AND_FAMILY)
                        .findFirst()
                        .orElseThrow();
        var reopened =
                city.truth.tenures().stream()
                        .filter(t -> t.tk().equals(left.tk()) && t.epoch() == 2)
                        .findFirst()
                        .orElseThrow();

        assertThat(left.until()).isLessThan(reopened.from());
        assertThat(city.callsFrom(left.tk()))
                .isNotEmpty()
                .noneMatch(c -> c.callTime() >= left.until() && c.callTime() < reopened.from());
    }

    @Test
    void theTruthAboutTenuresHoldsInABusyCityToo() {
        var busy =
                Played.of(
                        new CityPlan(90, 3, 7)
                                .withCast(Persona.PHOENIX, Persona.NEW_HOLDER)
                                .withTempo(2));
        for (var tenure : busy.truth.tenures()) {
            if (tenure.persona() == Persona.NEW_HOLDER) {
                assertThat(busy.registrationsOf(tenure.tk()))
                        .hasSize(3)
                        .last()
                        .satisfies(
                                r -> {
                                    assertThat(r.change()).isEqualTo(TenureChange.OPENED);
                                    assertThat(r.openedAt()).isEqualTo(tenure.from());
                                });
            }
        }
    }
}
