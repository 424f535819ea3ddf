/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the same pattern over the same events in our engine and in others, and prints what each costs. */
@Command(
        name = "fuselink bench --peers",
        description = {
            "Runs one two-stage pattern (1 %% hooks, then 5 %% grips within 10 minutes on the same number)",
            "over the same events in flink-cep, Esper, Siddhi and a hand-written map; one thread, state on the heap."
        },
        mixinStandardHelpOptions = true)
public final class PeersCommand implements Callable<Integer> {
    private static final int DISAGREEMENT = 1;
    private static final String LINE = "%-34s %12s %14s %10s %10s%n";

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Events (default ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--keys",
            paramLabel = "K",
            defaultValue = "100000",
            description = "Numbers they are spread over (default ${DEFAULT-VALUE}).")
    private int keys;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Same seed, same events (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write what was measured here.")
    private Path json;

    public static void main(String[] args) {
        System.exit(new CommandLine(new PeersCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var happenings = Happenings.of(events, keys, seed);
        var costs = new ArrayList<Cost>();
        System.out.printf(LINE, "", "events/s", "CPU us/event", "x ours", "matches");
        for (var peer : Peer.all()) {
            var cost = Cost.of(peer, happenings);
            costs.add(cost);
            print(cost, costs.get(0));
        }
        if (json != null) {
            write(costs);
        }
        var agreed = costs.stream().mapToLong(Cost::matches).distinct().count() == 1;
        if (!agreed) {
            System.err.println(
                    "The engines disagree about the matches: the comparison says nothing.");
        }
        return agreed ? CommandLine.ExitCode.OK : DISAGREEMENT;
    }

    private static void print(Cost cost, Cost ours) {
        System.out.printf(
                Locale.ROOT,
                LINE,
                cost.engine(),
                "%,.0f".formatted(cost.eventsPerS()),
                "%.3f".formatted(cost.cpuUsPerEvent()),
                "%.2f".formatted(timesOurs(cost, ours)),
                "%,d".formatted(cost.matches()));
    }

    /** CPU per event against ours: above 1 is dearer. */
    private static double timesOurs(Cost cost, Cost ours) {
        return cost.cpuUsPerEvent() / ours.cpuUsPerEvent();
    }

    private void write(List<Cost> costs) throws IOException {
        var ours = costs.get(0);
        var report = new LinkedHashMap<String, Object>();
        report.put("events", events);
        report.put("keys", keys);
        report.put("seed", seed);
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("java", Runtime.version().toString());
        report.put("peers", costs.stream().map(cost -> line(cost, ours)).toList());
        JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValue(json.toFile(), report);
    }

    private static Map<String, Object> line(Cost cost, Cost ours) {
        var line = new LinkedHashMap<String, Object>();
        line.put("engine", cost.engine());
        line.put("events_per_s", cost.eventsPerS());
        line.put("cpu_us_per_event", cost.cpuUsPerEvent());
        line.put("times_ours", timesOurs(cost, ours));
        line.put("matches", cost.matches());
        return line;
    }
}
