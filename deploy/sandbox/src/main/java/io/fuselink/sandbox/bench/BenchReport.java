/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fuselink.jobs.JobAccounts;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.topology.Uids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a benchmark measured, as a table for people and JSON for the next one who compares. */
public final class BenchReport {
    /** The topology's name of the task that all signals pass. */
    private static final String SIGNALS = "signals";

    private static final double SHOWN_FROM_US = 0.1;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, Object> values = new LinkedHashMap<>();

    void put(String name, Object value) {
        values.put(name, value);
    }

    void machine(BenchPlan plan) throws IOException {
        values.put("numbers", plan.numbers());
        values.put("state", plan.state().flinkName());
        values.put("seed", plan.seed());
        var machine = new TreeMap<String, Object>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("cpu", cpuName());
        machine.put("max_heap_mb", Runtime.getRuntime().maxMemory() >> 20);
        machine.put("java", System.getProperty("java.version"));
        values.put("machine", machine);
    }

    private static String cpuName() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("unknown");
        }
    }

    /** CPU of each kind of thread, divided by all events; patterns also by the calls. */
    void cpu(CpuMeter.Reading from, CpuMeter.Reading to, long events, long calls) {
        var perEvent = new LinkedHashMap<String, Double>();
        var total = 0L;
        var patterns = 0L;
        var used = new ArrayList<>(to.since(from).entrySet());
        used.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        for (var kind : used) {
            total += kind.getValue();
            if (ofPatternStage(kind.getKey())) {
                patterns += kind.getValue();
            }
            perEvent.put(kind.getKey(), micros(kind.getValue(), events));
        }
        values.put("cpu_us_per_event_total", micros(total, events));
        values.put("cpu_us_per_event", perEvent);
        values.put("pattern_stage_us_per_call", micros(patterns, calls));
        values.put("gc_ms", to.gcMs() - from.gcMs());
        values.put("measured_s", Math.round((to.atNs() - from.atNs()) / 1e8) / 10.0);
    }

    /** The patterns, and the task that hands every signal to those it concerns or concludes from it alone. */
    private static boolean ofPatternStage(String kind) {
        return kind.equals(SIGNALS)
                || kind.equals(Uids.CONCLUDE)
                || kind.startsWith("match-")
                        && !kind.equals(Uids.MATCH_TEXT)
                        && !kind.equals(Uids.MATCH_VOICES);
    }

    private static double micros(long ns, long of) {
        return of == 0 ? 0 : Math.round(ns / 10.0 / of) / 100.0;
    }

    /** What became of the events, and how much is said about them. */
    void outcomes(JobAccounts accounts) {
        var outcomes = new LinkedHashMap<String, Long>();
        for (var outcome : Outcome.values()) {
            outcomes.put(outcome.name().toLowerCase(Locale.ROOT), accounts.total(outcome));
        }
        var signals = accounts.below("signal.").values().stream().mapToLong(n -> n).sum();
        outcomes.put("signals", signals);
        values.put("outcomes", outcomes);
    }

    /**
     * @param numbers live numbers
     */
    void checkpoints(Checkpoints checkpoints, int numbers) {
        var map = new LinkedHashMap<String, Long>();
        map.put("completed", checkpoints.count());
        map.put("p50", checkpoints.medianMs());
        map.put("max", checkpoints.longestMs());
        values.put("checkpoint_ms", map);
        values.put("checkpoint_bytes", checkpoints.bytes());
        values.put("checkpoint_bytes_per_number", checkpoints.bytes() / numbers);
        values.put("profile_bytes_per_number", checkpoints.bytes(Uids.PROFILE_NUMBERS) / numbers);
    }

    /** Less is gathered at a pace than flat out, so that an event costs more; who plays is counted too. */
    void paced(CpuMeter.Reading from, CpuMeter.Reading to, long events) {
        var used = to.since(from);
        var perEvent = new TreeMap<String, Double>();
        used.forEach((kind, ns) -> perEvent.put(kind, micros(ns, events)));
        perEvent.values().removeIf(micros -> micros < SHOWN_FROM_US);
        var total = used.values().stream().mapToLong(Long::longValue).sum();
        values.put("paced_events_per_s", Math.round(events * 1e9 / (to.atNs() - from.atNs())));
        values.put("paced_cpu_us_per_event_total", micros(total, events));
        values.put("paced_cpu_us_per_event", perEvent);
    }

    void latency(Documents.Delays delays) {
        latency("latency", delays.prompt());
        latency("latency_held", delays.held());
    }

    private void latency(String name, List<Long> delays) {
        var sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        values.put(name + "_documents", (long) sorted.size());
        if (sorted.isEmpty()) {
            return;
        }
        var percentiles = new LinkedHashMap<String, Long>();
        for (var p : new int[] {50, 95, 99}) {
            percentiles.put("p" + p, sorted.get(rank(sorted.size(), p)));
        }
        values.put(name + "_ms", percentiles);
    }

    private static int rank(int size, int percent) {
        return Math.min(size - 1, size * percent / 100);
    }

    public void writeTo(Path file) throws IOException {
        JSON.writeValue(file.toFile(), values);
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        values.forEach(
                (name, value) -> {
                    if (value instanceof Map<?, ?> parts) {
                        lines.add(name + ":");
                        parts.forEach((part, of) -> lines.add(line("  " + part, of)));
                    } else {
                        lines.add(line(name, value));
                    }
                });
        return lines;
    }

    private static String line(String name, Object value) {
        var shown =
                value instanceof Number number && !(value instanceof Double)
                        ? String.format(Locale.ROOT, "%,d", number.longValue())
                        : String.valueOf(value);
        return String.format(Locale.ROOT, "%-36s %s", name, shown);
    }
}
