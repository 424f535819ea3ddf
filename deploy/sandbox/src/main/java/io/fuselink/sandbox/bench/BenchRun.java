/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import io.fuselink.city.CityPlayer;
import io.fuselink.city.Parcel;
import io.fuselink.dashboards.TemplatePublisher;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.jobs.DetectCalls;
import io.fuselink.jobs.IndexDocuments;
import io.fuselink.jobs.JobAccounts;
import io.fuselink.jobs.io.JobConfig;
import io.fuselink.jobs.io.elastic.ElasticClient;
import io.fuselink.jobs.io.elastic.ElasticSettings;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.SandboxServers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.elasticsearch.client.RestClient;

/**
 * One benchmark on running servers: loads a stretch of a city into the broker, lets both jobs eat it
 * flat out, then plays the stretch after it at a pace and looks how long documents take.
 */
final class BenchRun implements AutoCloseable {
    private static final int PARALLELISM = 2;

    /** How far feeds may run apart, ms of event time: half a second of a backlog that is read at thirty times real time. */
    private static final long ALIGNMENT_DRIFT_MS = 15_000;

    /** Every partition has heartbeats. */
    private static final long NEVER_IDLE_MS = 3_600_000;

    private static final Duration WATERMARK_EVERY = Duration.ofMillis(200);
    private static final long POLL_MS = 1_000;

    /** The last events of a load tell how many the city sends in a second. */
    private static final double LATE_PART = 0.1;

    private static final Duration QUIET_AFTER = Duration.ofSeconds(3);
    private static final Duration STALLED_AFTER = Duration.ofMinutes(3);

    /** Measured between these shares of the events: before, the JIT compiler works; after, the sources run dry. */
    private static final double FROM = 0.3;

    private static final double TO = 0.95;

    private final SandboxServers servers;
    private final BenchPlan plan;
    private final Progress progress;
    private final RestClient elastic;
    private final CpuMeter cpu;
    private final BenchReport report = new BenchReport();
    private final Path work;
    private JobClient detection;
    private JobClient indexing;

    BenchRun(SandboxServers servers, Path work, BenchPlan plan, Progress progress) {
        this.servers = servers;
        this.work = work;
        this.plan = plan;
        this.progress = progress;
        this.elastic =
                ElasticClient.open(ElasticSettings.of(servers.elasticsearch().uri().toString()));
        this.cpu = new CpuMeter(servers.elasticsearch().process());
    }

    BenchReport run() throws Exception {
        servers.kafka().createTopics(topics());
        TemplatePublisher.publish(elastic);
        report.machine(plan);
        requireEmptyFeeds();
        report.put("decode_us", DecodeCost.perEventUs(plan.seed()));
        var play = Workload.of(plan.numbers(), plan.eventsAtMost(), plan.seed());

        var loaded = load(play);
        var heapBefore = usedHeap();
        startJobs();
        var flames = FlameGraph.of(plan.flameGraph(), work);
        var rate = flatOut(loaded);
        flames.finish();
        awaitBacklogEaten(loaded.events());
        report.put(
                "heap_bytes_per_number",
                Math.round((double) (usedHeap() - heapBefore) / plan.numbers()));
        var flink = new FlinkPages(servers.flink().webUi());
        report.put("profile_bytes_median", ProfileSizes.median(flink, detection.getJobID()));
        report.checkpoints(Checkpoints.of(flink, detection.getJobID()), plan.numbers());
        paced(play, loaded, rate);
        return report;
    }

    /** Events of an earlier run would be eaten along and counted as this one's. */
    private void requireEmptyFeeds() throws Exception {
        try (var admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                servers.kafka().bootstrapServers()))) {
            var ends =
                    IntStream.range(0, PARALLELISM)
                            .mapToObj(p -> new TopicPartition(Feed.CALLS.topic(), p))
                            .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
            for (var end : admin.listOffsets(ends).all().get().values()) {
                if (end.offset() > 0) {
                    throw OperatorError.badInput(
                            "The broker in "
                                    + work
                                    + " holds the events of an earlier run; give --work-dir an empty directory.");
                }
            }
        }
    }

    /**
     * @param late when all events but the last {@link #LATE_PART} had been sent, epoch ms
     */
    private record Load(Map<Feed, Long> sent, long late, long end) {
        long events() {
            return sent.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Wire events per second of event time, as of late: the city wakes up slowly. */
        double density() {
            return 1000.0 * LATE_PART * events() / Math.max(1, end - late);
        }
    }

    private Load load(Workload play) throws InterruptedException {
        progress.say("Loading %,d events of %,d numbers".formatted(plan.events(), plan.numbers()));
        var startNs = System.nanoTime();
        try (var player =
                new CityPlayer(
                        servers.kafka().bootstrapServers(),
                        0,
                        (records, time) ->
                                progress.waiting(() -> "%,d loaded".formatted(records)))) {
            var last = Math.round(LATE_PART * plan.events());
            var late = player.playParcels(play.stretch(plan.events() - last), play.start());
            var end = player.playParcels(play.stretch(last), late);
            player.heartbeat(end);
            var load = new Load(player.flush(), late, end);
            var seconds = (System.nanoTime() - startNs) / 1e9;
            report.put("load_events_per_s", Math.round(load.events() / seconds));
            report.put("city_seconds", Math.round((end - play.start()) / 1000.0));
            return load;
        }
    }

    private double flatOut(Load load) throws Exception {
        var total = load.events();
        var startNs = System.nanoTime();
        CpuMeter.Reading from = null;
        CpuMeter.Reading to = null;
        var accountedFrom = 0L;
        var accountedTo = 0L;
        var callsFrom = 0L;
        var callsTo = 0L;
        var last = 0L;
        var lastNs = System.nanoTime();
        while (to == null) {
            var accounts = accounts();
            var accounted = accounts.accounted();
            if (accounted < last) {
                throw OperatorError.environment(
                        "The job has started over at %,d of %,d events, which spoils the measurement; its trace is in %s."
                                .formatted(last, total, LogFile.current()));
            }
            if (accounted != last) {
                last = accounted;
                lastNs = System.nanoTime();
            } else if (System.nanoTime() - lastNs > STALLED_AFTER.toNanos()) {
                throw OperatorError.environment(
                        "The job has stopped at %,d of %,d events; its trace is in %s."
                                .formatted(accounted, total, LogFile.current()));
            }
            if (from == null && accounted >= FROM * total) {
                from = cpu.read();
                accountedFrom = accounted;
                callsFrom = accounts.accounted(Feed.CALLS);
            } else if (from != null && accounted >= TO * total) {
                to = cpu.read();
                accountedTo = accounted;
                callsTo = accounts.accounted(Feed.CALLS);
            }
            progress.waiting(() -> "%,d of %,d events".formatted(accounted, total));
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
        var rate = (accountedTo - accountedFrom) * 1e9 / (to.atNs() - from.atNs());
        report.put("events", total);
        report.put("throughput_events_per_s", Math.round(rate));
        report.outcomes(accounts());
        report.put("flat_out_s", Math.round((System.nanoTime() - startNs) / 1e8) / 10.0);
        report.cpu(from, to, accountedTo - accountedFrom, callsTo - callsFrom);
        progress.say("Flat out: %,.0f events/s".formatted(rate));
        return rate;
    }

    /** What is left of the flat-out load would count as delay of what is paced. The last events wait for time to go on. */
    private void awaitBacklogEaten(long total) throws Exception {
        var last = -1L;
        var accounted = accounts().accounted();
        while (accounted < total && accounted > last) {
            TimeUnit.NANOSECONDS.sleep(QUIET_AFTER.toNanos());
            last = accounted;
            accounted = accounts().accounted();
        }
    }

    private void paced(Workload play, Load load, double sustained) throws Exception {
        var rate = plan.rate() > 0 ? plan.rate() : BenchPlan.LOAD * sustained;
        var speed = rate / load.density();
        var events = Math.round(rate * plan.paced().toSeconds());
        progress.say(
                "Playing %,d events at %,.0f/s, %.0f times real time"
                        .formatted(events, rate, speed));
        var documents = new Documents(elastic);
        // A city that is made up while it is played would be paid for by those it is played to.
        var parcels = new ArrayList<Parcel>();
        play.stretch(events).forEachRemaining(parcels::add);
        try (var player =
                new CityPlayer(servers.kafka().bootstrapServers(), speed, (records, time) -> {})) {
            player.heartbeat(load.end());
            var from = cpu.read();
            var end = player.playParcels(parcels.iterator(), load.end());
            var to = cpu.read();
            player.heartbeat(end + 1_000);
            player.flush();
            TimeUnit.SECONDS.sleep(10); // what is on its way arrives, or counts as missing
            report.paced(from, to, events);
            report.latency(documents.delays(player.timetable(), load.end(), end));
        }
    }

    private void startJobs() throws Exception {
        var config = JobConfig.load(writeConfig());
        detection = submit("detect-calls", env -> DetectCalls.define(env, config), PARALLELISM);
        indexing = submit("index-documents", env -> IndexDocuments.define(env, config), 1);
    }

    private JobClient submit(String name, Consumer<StreamExecutionEnvironment> job, int parallelism)
            throws Exception {
        var settings =
                new Configuration()
                        .set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_EVERY)
                        .set(StateBackendOptions.STATE_BACKEND, plan.state().flinkName())
                        .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        var env = servers.flink().environment(settings);
        env.setParallelism(parallelism);
        job.accept(env);
        return env.executeAsync(name);
    }

    private Path writeConfig() throws IOException {
        return Files.writeString(
                work.resolve("detect.yml"),
                """
                kafka:
                  bootstrap.servers: "%s"
                elastic:
                  url: "%s"
                feeds:
                  start: earliest
                  idle-after-ms: %d
                  alignment-drift-ms: %d
                detection:
                  tail-parallelism: 1
                """
                        .formatted(
                                servers.kafka().bootstrapServers(),
                                servers.elasticsearch().uri(),
                                NEVER_IDLE_MS,
                                ALIGNMENT_DRIFT_MS));
    }

    private static Map<String, Integer> topics() {
        var topics = new HashMap<String, Integer>();
        for (var feed : Feed.values()) {
            topics.put(feed.topic(), PARALLELISM);
        }
        for (var output : Output.values()) {
            topics.put(output.topic(), 1);
        }
        return topics;
    }

    private JobAccounts accounts() throws Exception {
        var status = detection.getJobStatus().get(30, TimeUnit.SECONDS);
        if (status.isGloballyTerminalState()) {
            throw OperatorError.environment(
                    "The job detect-calls ended as " + status + "; its trace is in the log.");
        }
        return new JobAccounts(detection.getAccumulators().get(30, TimeUnit.SECONDS));
    }

    /** What is alive, bytes. */
    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() throws IOException {
        elastic.close();
        for (var job : jobs()) {
            job.cancel();
        }
    }

    private List<JobClient> jobs() {
        var jobs = new ArrayList<JobClient>();
        if (detection != null) {
            jobs.add(detection);
        }
        if (indexing != null) {
            jobs.add(indexing);
        }
        return jobs;
    }
}
