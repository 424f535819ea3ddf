/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.CallEvent;
import io.fuselink.events.Cdr;
import io.fuselink.events.Feed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No single figure of a number may tell fraud from honest life, or the city teaches nothing. */
class SeparabilityTest {
    private static final int ATTEMPTS_LEAST = 3;

    /** A number's day as any detector may see it. */
    private record Day(
            boolean fraud, List<Cdr> made, List<Cdr> received, List<CallEvent> attempts) {
        double answered() {
            return made.stream().filter(Cdr::answered).count() / (double) made.size();
        }

        double meanTalk() {
            return made.stream()
                    .filter(Cdr::answered)
                    .mapToLong(Cdr::durationMs)
                    .average()
                    .orElse(0);
        }

        double dispersion() {
            return callees().size() / (double) made.size();
        }

        double inboundPerAttempt() {
            return received.size() / (double) made.size();
        }

        double rungBack() {
            var callers = received.stream().map(Cdr::fromTk).collect(Collectors.toSet());
            var callees = callees();
            return callees.stream().filter(callers::contains).count() / (double) callees.size();
        }

        double shortShare() {
            return made.stream().filter(c -> c.answered() && c.durationMs() < 20_000).count()
                    / (double) made.size();
        }

        double noCell() {
            return attempts.stream().filter(c -> c.cellTk() == null).count()
                    / (double) attempts.size();
        }

        double noDevice() {
            return attempts.stream().filter(c -> c.imeiTk() == null).count()
                    / (double) attempts.size();
        }

        double cells() {
            return attempts.stream().map(CallEvent::cellTk).distinct().count();
        }

        double provinces() {
            return attempts.stream().map(CallEvent::toProv).distinct().count();
        }

        double gapVariation() {
            var gaps = new double[made.size() - 1];
            for (var i = 0; i < gaps.length; i++) {
                gaps[i] = made.get(i + 1).callTime() - made.get(i).callTime();
            }
            var mean = Arrays.stream(gaps).average().orElse(0);
            var variance =
                    Arrays.stream(gaps).map(g -> (g - mean) * (g - mean)).average().orElse(0);
            return Math.sqrt(variance) / mean;
        }

        private Set<String> callees() {
            return made.stream().map(Cdr::toTk).collect(Collectors.toSet());
        }
    }

    private static final Map<String, ToDoubleFunction<Day>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("attempts", d -> d.made().size());
        COLUMNS.put("dispersion", Day::dispersion);
        COLUMNS.put("answered", Day::answered);
        COLUMNS.put("mean talk", Day::meanTalk);
        COLUMNS.put("short share", Day::shortShare);
        COLUMNS.put("inbound per attempt", Day::inboundPerAttempt);
        COLUMNS.put("rung back", Day::rungBack);
        COLUMNS.put("no cell", Day::noCell);
        COLUMNS.put("no device", Day::noDevice);
        COLUMNS.put("cells", Day::cells);
        COLUMNS.put("provinces", Day::provinces);
        COLUMNS.put("gap variation", Day::gapVariation);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7})
    void noColumnAloneTellsFraudFromHonestLife(double intensity) {
        var city = Played.of(CityPlan.standard(7).withIntensity(intensity));
        var days = days(city);
        var aucs = new LinkedHashMap<String, Double>();
        COLUMNS.forEach((name, column) -> aucs.put(name, auc(days, column)));

        assertThat(aucs).allSatisfy((name, auc) -> assertThat(auc).as(name).isBetween(0.12, 0.88));
        assertThat(aucs.get("no cell")).isBetween(0.25, 0.75);
        assertThat(aucs.get("no device")).isBetween(0.25, 0.75);
        assertThat(aucs.get("mean talk")).isBetween(0.25, 0.75);
    }

    private static List<Day> days(Played city) {
        var fraud = new HashSet<>(city.truth.fraudNumbers());
        var received =
                city.bodies(Feed.CDRS, Cdr.class).stream()
                        .collect(Collectors.groupingBy(Cdr::toTk));
        var attempts =
                city.bodies(Feed.CALLS, CallEvent.class).stream()
                        .filter(CallEvent::attempt)
                        .collect(Collectors.groupingBy(CallEvent::fromTk));
        return city.truth.numbers().keySet().stream()
                .filter(tk -> city.callsFrom(tk).size() >= ATTEMPTS_LEAST)
                .map(
                        tk ->
                                new Day(
                                        fraud.contains(tk),
                                        city.callsFrom(tk),
                                        received.getOrDefault(tk, List.of()),
                                        attempts.getOrDefault(tk, List.of())))
                .toList();
    }

    /** Chance that a fraud number's value lies above an honest one's; 0.5 says nothing. */
    private static double auc(List<Day> days, ToDoubleFunction<Day> column) {
        var fraud = days.stream().filter(Day::fraud).mapToDouble(column).toArray();
        var honest = days.stream().filter(d -> !d.fraud()).mapToDouble(column).toArray();
        var above = 0.0;
        for (var f : fraud) {
            for (var h : honest) {
                above += f > h ? 1 : f == h ? 0.5 : 0;
            }
        }
        return above / fraud.length / honest.length;
    }
}
