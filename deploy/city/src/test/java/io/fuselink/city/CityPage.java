/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code docs/city.md}: the cast of the city as a page, written from {@link Persona} and {@link Incident}. */
final class CityPage {
    private CityPage() {}

    static String text() {
        return """
                # The city's cast

                A synthetic city to rehearse on. Every honest persona is easily mistaken for somebody else, and every evader hides among them: no single
                figure of a number tells the two apart. Sources are signatures (S), golden cases (G) and sections (§) of the domain.

                ## The honest

                | Persona | What it does | Easily taken for | Source |
                |---|---|---|---|
                %s

                ## The evaders

                Every evader has an intensity from 0 (polite) to 1 (blatant), one for the whole play (`CityPlan.withIntensity`, default %s), so that what is found is a curve.

                | Evader | What it does | Hides among | From intensity 0 to 1 | Source |
                |---|---|---|---|---|
                %s

                ## Days that go wrong

                | Incident | What happens |
                |---|---|
                %s

                ## What the truth says

                `truth.json` holds the persona of every number the city knows, the campaigns with members, victims, what they share and their intensity,
                the numbers that change hands with one tenure for each holder, the incident, the records sent and what the gateways did to them.
                A number that changes hands is listed under who held it at the start of the play if that was an evader, or else under its new holder; ask for a moment to be exact.
                `CityPlan.withCast(…)` settles friends and families and only the named personas beside them.
                """
                .formatted(
                        rows(p -> !p.evader(), CityPage::honest),
                        CityPlan.DEFAULT_INTENSITY,
                        rows(Persona::evader, CityPage::evader),
                        Arrays.stream(Incident.values())
                                .map(i -> "| `%s` | %s |".formatted(i.wireName(), i.sentence()))
                                .collect(Collectors.joining("\n")));
    }

    private static String rows(Predicate<Persona> which, Function<Persona, String> row) {
        return Arrays.stream(Persona.values())
                .filter(which)
                .map(row)
                .collect(Collectors.joining("\n"));
    }

    private static String honest(Persona p) {
        return "| %s | %s | %s | %s |".formatted(p, p.does(), p.lookAlike(), p.source());
    }

    private static String evader(Persona p) {
        return "| %s | %s | %s | %s | %s |"
                .formatted(p, p.does(), p.lookAlike(), p.politeToBlatant(), p.source());
    }
}
