/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Feed;
import io.fuselink.events.Finding;
import io.fuselink.events.Leg;
import io.fuselink.events.Output;
import io.fuselink.events.Page;
import io.fuselink.jobs.JobAccounts;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.sandbox.delays.Delay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code summary.json} says of a run; every number is counted, none is assumed. */
public final class Summary {
    /** File name inside the output folder. */
    static final String FILE_NAME = "summary.json";

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** What every run can say: events by outcome, and what was concluded from them. */
    static Summary of(Map<Feed, Long> eventsIn, JobAccounts accounts, OutputRecords outputs) {
        var summary = new Summary();
        summary.put("events_in", byFeed(eventsIn));
        summary.put("processed", accounts.total(Outcome.PROCESSED));
        summary.put("dead_letters", accounts.below("dead-letter."));
        summary.put("late", accounts.total(Outcome.LATE));
        summary.put("duplicates", accounts.total(Outcome.DUPLICATE));
        summary.put("conserved", conserved(eventsIn, accounts));
        summary.put("signals", accounts.below("signal."));
        summary.put("verdicts", accounts.below("verdict."));
        summary.put(
                "findings",
                distinct(
                        outputs.of(Output.FINDINGS, Finding.class),
                        Finding::id,
                        Finding::detector));
        summary.put(
                "assessments",
                distinct(
                        outputs.of(Output.ASSESSMENTS, Assessment.class),
                        Assessment::id,
                        a -> "L" + a.level()));
        var bundles =
                distinct(outputs.of(Output.BUNDLES, Bundle.class), Bundle::bundleId, b -> "all");
        summary.put("bundles", bundles.getOrDefault("all", 0L));
        var legs = latest(outputs.of(Output.LEGS, Leg.class));
        summary.put("legs", states(legs));
        summary.put("leg_flags", flags(legs));
        summary.put("pages", outputs.of(Output.PAGES, Page.class).stream().distinct().toList());
        summary.put("budget", accounts.below("budget."));
        summary.put("transcripts", transcripts(accounts));
        return summary;
    }

    /** Whether every event that came in is in exactly one outcome, feed by feed. */
    static boolean conserved(Map<Feed, Long> eventsIn, JobAccounts accounts) {
        return unaccounted(eventsIn, accounts).isEmpty();
    }

    /** Events that came in and have no outcome yet, by feed; below 0 where one has more than one. */
    static Map<String, Long> unaccounted(Map<Feed, Long> eventsIn, JobAccounts accounts) {
        var open = new TreeMap<String, Long>();
        for (var feed : Feed.values()) {
            var missing = eventsIn.getOrDefault(feed, 0L) - accounts.accounted(feed);
            if (missing != 0) {
                open.put(feed.wireName(), missing);
            }
        }
        return open;
    }

    Summary put(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    public Object get(String name) {
        return fields.get(name);
    }

    /** Calls read and called suspicious, by who supplied the words. */
    @SuppressWarnings("unchecked")
    public Map<String, Map<String, Long>> transcripts() {
        return (Map<String, Map<String, Long>>) fields.get("transcripts");
    }

    /** The run in one line. */
    public String headline() {
        return "events in %s, processed %s, late %s, duplicates %s, dead letters %s, bundles %s, %s"
                .formatted(
                        get("events_in"),
                        get("processed"),
                        get("late"),
                        get("duplicates"),
                        get("dead_letters"),
                        get("bundles"),
                        Boolean.TRUE.equals(get("conserved"))
                                ? "every event accounted for"
                                : "NOT every event accounted for");
    }

    /** The city's people and what became of them, as two tables; empty when nobody knows the truth. */
    public List<String> cast() {
        return get("truth") instanceof TruthCheck check ? CastTables.of(check) : List.of();
    }

    /** What somebody on duty was called for, and what the breaker held back of itself; nothing on a quiet day. */
    public List<String> alarms() {
        var lines = new ArrayList<String>();
        pages().stream()
                .collect(Collectors.groupingBy(Page::kind, TreeMap::new, Collectors.toList()))
                .forEach(
                        (kind, pages) ->
                                lines.add(
                                        "  page %-20s %3d  %s"
                                                .formatted(
                                                        kind,
                                                        pages.size(),
                                                        pages.get(0).message())));
        if (!lines.isEmpty()) {
            lines.add(0, "Pages, by kind, each with the first of them:");
        }
        if (get("protected_hit") instanceof Integer hit) {
            lines.add("Actions upon protected numbers: " + hit);
        }
        if (get("budget") instanceof Map<?, ?> budget && !budget.isEmpty()) {
            lines.add("The breaker's own breaker: " + budget);
        }
        return lines;
    }

    @SuppressWarnings("unchecked")
    private List<Page> pages() {
        return get("pages") instanceof List<?> pages ? (List<Page>) pages : List.of();
    }

    /** How long orders and releases took; nothing where nobody measured. */
    @SuppressWarnings("unchecked")
    public List<String> delays() {
        return get("delays_ms") instanceof List<?> delays
                ? ((List<Delay>) delays).stream().map(d -> "  " + d.line()).toList()
                : List.of();
    }

    void writeTo(Path folder) throws IOException {
        JSON.writeValue(folder.resolve(FILE_NAME).toFile(), fields);
    }

    private static Map<String, Long> byFeed(Map<Feed, Long> counts) {
        var named = new TreeMap<String, Long>();
        counts.forEach((feed, count) -> named.put(feed.wireName(), count));
        return named;
    }

    /** Distinct records by a class of theirs; a topic may hold a record twice. */
    private static <T> Map<String, Long> distinct(
            List<T> records, Function<T, String> id, Function<T, String> kind) {
        var kinds = new HashMap<String, String>();
        records.forEach(r -> kinds.put(id.apply(r), kind.apply(r)));
        var counts = new TreeMap<String, Long>();
        kinds.values().forEach(k -> counts.merge(k, 1L, Long::sum));
        return counts;
    }

    private static Collection<Leg> latest(List<Leg> versions) {
        var latest = new HashMap<String, Leg>();
        versions.forEach(
                l -> latest.merge(l.legId(), l, (a, b) -> b.version() >= a.version() ? b : a));
        return latest.values();
    }

    /** Legs by action and the state they stand in. */
    private static Map<String, Long> states(Collection<Leg> legs) {
        return legs.stream()
                .collect(
                        Collectors.groupingBy(
                                leg -> leg.action() + "/" + leg.state(),
                                TreeMap::new,
                                Collectors.counting()));
    }

    /** Legs by action and what else is to be said of them, whatever state they stand in. */
    private static Map<String, Long> flags(Collection<Leg> legs) {
        var counts = new TreeMap<String, Long>();
        for (var leg : legs) {
            if (leg.timedOut()) {
                counts.merge(leg.action() + "/TIMED_OUT", 1L, Long::sum);
            }
            if (leg.escalated()) {
                counts.merge(leg.action() + "/ESCALATED", 1L, Long::sum);
            }
            if (leg.appealed()) {
                counts.merge(leg.action() + "/APPEALED", 1L, Long::sum);
            }
        }
        return counts;
    }

    /** Calls read and calls called suspicious, by who supplied the words. */
    private static Map<String, Map<String, Long>> transcripts(JobAccounts accounts) {
        var suspicious = accounts.below("script.suspicious.");
        var byProvider = new TreeMap<String, Map<String, Long>>();
        accounts.below("script.calls.")
                .forEach(
                        (provider, calls) ->
                                byProvider.put(
                                        provider,
                                        new TreeMap<>(
                                                Map.of(
                                                        "calls",
                                                        calls,
                                                        "suspicious",
                                                        suspicious.getOrDefault(provider, 0L)))));
        return byProvider;
    }
}
