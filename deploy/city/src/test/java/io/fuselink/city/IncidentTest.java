/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.events.BindingOp;
import io.fuselink.events.Cdr;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.UserReport;
import io.fuselink.events.codec.JsonCodec;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Days that go wrong. */
class IncidentTest {
    private static final CityPlan ORDINARY = new CityPlan(90, 3, 11);

    @ParameterizedTest
    @EnumSource(Incident.class)
    void theSamePlanGivesTheSameBytesAndTheSameTruth(Incident incident) {
        var plan = new CityPlan(60, 1, 11).withIncident(incident);
        var truth = City.of(plan).truth();

        assertThat(CityTest.bytesOf(City.of(plan))).isEqualTo(CityTest.bytesOf(City.of(plan)));
        assertThat(new JsonCodec().encodeOutput(truth))
                .isEqualTo(new JsonCodec().encodeOutput(City.of(plan).truth()));
        assertThat(truth.incident()).isEqualTo(incident);
        assertThat(Incident.named(incident.wireName())).isEqualTo(incident);
    }

    @Test
    void aPolicySlipsByADigitInTheMiddleOfThePlay() {
        var city = Played.of(ORDINARY.withIncident(Incident.BAD_THRESHOLD));
        var policies = city.of(Feed.POLICY).stream().map(Event::policy).toList();

        assertThat(policies).hasSize(1);
        assertThat(policies.get(0).limits())
                .isEqualTo(Map.of("s20_reporters_24h", 0.3, "budget_actionable_1h", 11.0));
        assertThat(policies.get(0).validFrom())
                .isBetween(ORDINARY.startMs() + Played.HOUR_MS, ORDINARY.endMs() - Played.HOUR_MS)
                .isGreaterThan(policies.get(0).publishedAt());
    }

    @Test
    void onAFestivalEverybodyCallsThreeTimesAsOften() {
        var ordinary = Played.of(ORDINARY.withCast(Persona.COURIER, Persona.STATIC_GOIP));
        var festival =
                Played.of(
                        ORDINARY.withCast(Persona.COURIER, Persona.STATIC_GOIP)
                                .withIncident(Incident.FESTIVAL));

        assertThat(festival.of(Feed.CDRS).size() / (double) ordinary.of(Feed.CDRS).size())
                .isBetween(2.5, 3.5);
    }

    @Test
    void bindingsAreSilentForAnHourWhileCallsGoOnAndComeLater() {
        var city = Played.of(ORDINARY.withIncident(Incident.SILENT_BIND));
        var from = ORDINARY.startMs() + Played.HOUR_MS;
        var until = from + Played.HOUR_MS;
        var arrivals =
                city.of(Feed.BINDINGS).stream()
                        .map(e -> e.header().ingestTime())
                        .filter(t -> t > from + 1_000 && t < until)
                        .toList();
        var late =
                city.of(Feed.BINDINGS).stream()
                        .filter(e -> e.header().ingestTime() > e.header().eventTime() + 1_000)
                        .toList();
        var bound =
                late.stream()
                        .filter(e -> e.binding().op() == BindingOp.BIND)
                        .map(e -> e.binding().subId())
                        .collect(Collectors.toSet());

        assertThat(arrivals).isEmpty();
        assertThat(late)
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.header().eventTime()).isBetween(from, until));
        assertThat(city.bodies(Feed.CDRS, Cdr.class))
                .filteredOn(c -> bound.contains(c.subId()))
                .isNotEmpty();
    }

    @Test
    void theReportBombHitsFiveInnocentsWithACrewEach() {
        var city = Played.of(ORDINARY.withIncident(Incident.REPORT_BOMB));
        var crews =
                city.truth.campaigns(Persona.REPORT_BOMBER).stream()
                        .filter(c -> c.id().startsWith("report-bomb"))
                        .toList();
        var against =
                city.bodies(Feed.REPORTS, UserReport.class).stream()
                        .collect(
                                Collectors.groupingBy(UserReport::targetTk, Collectors.counting()));

        assertThat(crews).hasSize(5);
        assertThat(crews.stream().flatMap(c -> c.victims().stream()).distinct()).hasSize(5);
        assertThat(crews)
                .allSatisfy(
                        c -> {
                            var innocent = c.victims().get(0);
                            assertThat(city.truth.personaOf(innocent).evader()).isFalse();
                            assertThat(against.get(innocent)).isGreaterThanOrEqualTo(25);
                        });
    }

    @Test
    void anUnknownIncidentIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Incident.named("earthquake"))
                .hasMessage(
                        "incident: earthquake is not one of none, bad-threshold, festival, silent-bind,"
                                + " report-bomb");
    }
}
