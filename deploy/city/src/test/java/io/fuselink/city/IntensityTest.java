/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.events.Cdr;
import io.fuselink.events.Feed;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.UserReport;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntensityTest {
    private static final Map<Double, Played> CITIES = new HashMap<>();

    private static Played at(double intensity) {
        return CITIES.computeIfAbsent(
                intensity,
                i ->
                        Played.of(
                                new CityPlan(60, 3, 5)
                                        .withCast(Persona.evaders().toArray(Persona[]::new))
                                        .withIntensity(i)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Persona.class,
            names = {
                "POLITE_ROTATOR",
                "STATIC_GOIP",
                "VEHICLE_GOIP",
                "RELAY_IMPERSONATOR",
                "RESALE_SPLIT",
                "BINDING_BURST_FARM",
                "NO_BINDING_SPOOFER",
                "SPOOFED_HOTLINE",
                "SLEEPER_CARD",
                "NEW_CARD_BURST",
                "PHOENIX",
                "SCRIPT_PARAPHRASER",
                "FAKE_ORDER_FARM"
            })
    void theMoreBlatantTheMoreANumberCalls(Persona evader) {
        var polite = callsPerNumber(at(0), evader);
        var middling = callsPerNumber(at(0.5), evader);
        var blatant = callsPerNumber(at(1), evader);

        assertThat(polite).isPositive().isLessThan(middling);
        assertThat(middling).isLessThan(blatant);
        assertThat(blatant).isGreaterThan(2 * polite);
    }

    private static double callsPerNumber(Played city, Persona evader) {
        var calls = 0;
        var numbers = 0;
        for (var campaign : city.truth.campaigns(evader)) {
            calls += city.callsFrom(campaign.members()).size();
            numbers += campaign.members().size();
        }
        return calls / (double) numbers;
    }

    @Test
    void politeCrewsShowTheirOwnNumbersAndBlatantOnesThePolices() {
        assertThat(at(0).bodies(Feed.CDRS, Cdr.class))
                .allMatch(c -> c.spoofShape() == SpoofShape.NONE);
        assertThat(at(1).bodies(Feed.CDRS, Cdr.class))
                .anyMatch(c -> c.spoofShape() == SpoofShape.INTL_SHORT_CODE);
    }

    @Test
    void politeBombersReportCallsThatDidTakePlace() {
        assertThat(shareOfRealCalls(at(0))).isGreaterThan(0.6);
        assertThat(shareOfRealCalls(at(1))).isLessThan(0.4);
    }

    private static double shareOfRealCalls(Played city) {
        var crew = city.campaign(Persona.REPORT_BOMBER);
        var reports =
                city.bodies(Feed.REPORTS, UserReport.class).stream()
                        .filter(r -> crew.members().contains(r.reporterTk()))
                        .toList();
        var real =
                reports.stream()
                        .filter(
                                r ->
                                        city.callsFrom(r.targetTk()).stream()
                                                .anyMatch(c -> c.toTk().equals(r.reporterTk())))
                        .count();
        return real / (double) reports.size();
    }

    @Test
    void anIntensityBeyondItsEndsIsRefused() {
        assertThatThrownBy(() -> CityPlan.standard(1).withIntensity(1.1))
                .hasMessageStartingWith("intensity: 1.1 is not between 0");
    }
}
