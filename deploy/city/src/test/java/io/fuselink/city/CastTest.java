/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Cdr;
import io.fuselink.events.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CastTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "city.md");

    private final Played city = Played.STANDARD;

    @Test
    void threeHundredPeopleAreEnoughForEverybody() {
        assertThat(new HashSet<>(city.truth.numbers().values()))
                .containsAll(
                        Arrays.stream(Persona.values())
                                .filter(p -> p != Persona.OUTSIDER)
                                .collect(Collectors.toSet()));
        assertThat(city.truth.campaigns().stream().map(Campaign::kind).distinct())
                .containsExactlyInAnyOrderElementsOf(Persona.evaders());
    }

    @Test
    void nobodyIsIdle() {
        var active =
                city.bodies(Feed.CDRS, Cdr.class).stream()
                        .flatMap(
                                c ->
                                        Stream.of(
                                                city.truth.personaOf(c.fromTk()),
                                                city.truth.personaOf(c.toTk())))
                        .collect(Collectors.toSet());

        assertThat(active)
                .containsAll(
                        Arrays.stream(Persona.values())
                                .filter(p -> p != Persona.MIDDLE_NUMBER)
                                .toList());
    }

    @Test
    void aSparseCityHasOnlyWhoIsCast() {
        var sparse = Played.only(Persona.SLEEPER_CARD);

        assertThat(Set.copyOf(sparse.truth.numbers().values()))
                .containsExactlyInAnyOrder(Persona.FRIEND_AND_FAMILY, Persona.SLEEPER_CARD);
        assertThat(sparse.truth.campaigns())
                .extracting(Campaign::kind)
                .containsExactly(Persona.SLEEPER_CARD);
    }

    @Test
    void aCampaignSaysHowBlatantItIs() {
        var plan = new CityPlan(90, 1, 7).withCast(Persona.STATIC_GOIP).withIntensity(0.25);

        assertThat(City.of(plan).truth().campaigns())
                .allSatisfy(c -> assertThat(c.intensity()).isEqualTo(0.25));
    }

    @Test
    void thePageAboutTheCityIsWrittenFromTheCast() throws IOException {
        if (System.getProperty("fuselink.regenerate") != null) {
            Files.writeString(PAGE, CityPage.text());
        }
        assertThat(PAGE)
                .as(
                        "docs/city.md is out of date: run mvn -pl deploy/city test -Dfuselink.regenerate")
                .hasContent(CityPage.text());
    }
}
