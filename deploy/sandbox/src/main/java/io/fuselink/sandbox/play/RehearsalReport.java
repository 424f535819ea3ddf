/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fuselink.city.Persona;
import io.fuselink.events.ActionType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Many rehearsed cities as one account: what was done to which honest people, and how many campaigns of
 * each evader were found at which intensity, after how many of their calls.
 */
public final class RehearsalReport {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private static final String HONEST = "%-18s %8s %10s %6s %6s  %s";
    private static final String EVADER = "%-20s %9s %6s %6s %8s %8s %8s";

    private final List<Rehearsed> cities = new ArrayList<>();

    public void add(Rehearsed city) {
        cities.add(city);
    }

    /** Writes every city's account as {@code rehearsal.json}. */
    public void writeTo(Path folder) throws IOException {
        JSON.writeValue(folder.resolve("rehearsal.json").toFile(), cities);
    }

    /** Everything in tables for a terminal. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(load());
        lines.add("");
        lines.add(line(HONEST, "persona", "numbers", "suspected", "level", "wrong", "actions"));
        for (var persona : Persona.values()) {
            var rows = honest(persona);
            if (!rows.isEmpty()) {
                lines.add(honest(persona, rows));
            }
        }
        lines.add("");
        lines.add(
                line(
                        EVADER,
                        "evader",
                        "campaigns",
                        "found",
                        "acted",
                        "calls50",
                        "calls95",
                        "min50"));
        byIntensity()
                .forEach(
                        (intensity, rows) -> {
                            lines.add("intensity " + intensity);
                            lines.addAll(evaders(rows));
                        });
        return lines;
    }

    private String load() {
        var calls = sum(Rehearsed::calls);
        return String.format(
                Locale.ROOT,
                "%d cities, %,d events, %,d calls, %,d signals (%.2f in a hundred calls); fraud numbers %,d, found %,d, before their 20th call %,d",
                cities.size(),
                sum(Rehearsed::events),
                calls,
                sum(Rehearsed::signals),
                100.0 * sum(Rehearsed::signals) / Math.max(1, calls),
                sum(city -> (long) city.truth().fraudNumbers()),
                sum(city -> (long) city.truth().fraudNumbersFound()),
                sum(city -> (long) city.truth().fraudNumbersFoundEarly()));
    }

    private long sum(Function<Rehearsed, Long> count) {
        return cities.stream().mapToLong(count::apply).sum();
    }

    private List<HonestRow> honest(Persona persona) {
        return cities.stream()
                .flatMap(city -> city.truth().honest().stream())
                .filter(row -> row.persona() == persona)
                .toList();
    }

    private static String honest(Persona persona, List<HonestRow> rows) {
        var actions = new TreeMap<ActionType, Integer>();
        rows.forEach(row -> row.actions().forEach((a, n) -> actions.merge(a, n, Integer::sum)));
        return line(
                HONEST,
                persona,
                rows.stream().mapToInt(HonestRow::numbers).sum(),
                rows.stream().mapToInt(HonestRow::suspected).sum(),
                rows.stream().mapToInt(HonestRow::level).max().orElse(0),
                rows.stream().mapToInt(HonestRow::wrongActions).sum(),
                actions.entrySet().stream()
                        .map(action -> action.getKey() + " " + action.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private Map<Double, List<CampaignRow>> byIntensity() {
        var rows = new TreeMap<Double, List<CampaignRow>>();
        for (var city : cities) {
            rows.computeIfAbsent(city.intensity(), i -> new ArrayList<>())
                    .addAll(city.truth().evaders());
        }
        return rows;
    }

    private static List<String> evaders(List<CampaignRow> rows) {
        var lines = new ArrayList<String>();
        var kinds =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CampaignRow::evader, TreeMap::new, Collectors.toList()));
        kinds.forEach((kind, campaigns) -> lines.add(evader(kind.name(), campaigns)));
        lines.add(evader("all", rows));
        return lines;
    }

    private static String evader(String name, List<CampaignRow> rows) {
        var calls = sorted(rows, CampaignRow::callsBefore);
        var minutes = sorted(rows, CampaignRow::minutesToAction);
        return line(
                EVADER,
                name,
                rows.size(),
                share(rows, CampaignRow::found),
                share(rows, CampaignRow::acted),
                quantile(calls, 0.5),
                quantile(calls, 0.95),
                quantile(minutes, 0.5));
    }

    private static String share(Collection<CampaignRow> rows, Predicate<CampaignRow> which) {
        return String.format(
                Locale.ROOT, "%.2f", (double) rows.stream().filter(which).count() / rows.size());
    }

    private static <T extends Comparable<T>> List<T> sorted(
            List<CampaignRow> rows, Function<CampaignRow, T> value) {
        return rows.stream().map(value).filter(v -> v != null).sorted().toList();
    }

    private static Object quantile(List<?> sorted, double share) {
        return sorted.isEmpty() ? "-" : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static String line(String format, Object... cells) {
        return ("  " + String.format(Locale.ROOT, format, cells)).stripTrailing();
    }
}
