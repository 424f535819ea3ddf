/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.board.Board;
import io.fuselink.city.City;
import io.fuselink.city.CityPlayer;
import io.fuselink.city.Counterparties;
import io.fuselink.city.CounterpartyDesk;
import io.fuselink.city.PlayReport;
import io.fuselink.city.Truth;
import io.fuselink.dashboards.TemplatePublisher;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.events.Verb;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.DetectCalls;
import io.fuselink.jobs.IndexDocuments;
import io.fuselink.jobs.JobAccounts;
import io.fuselink.jobs.io.JobConfig;
import io.fuselink.jobs.io.elastic.DirectIndex;
import io.fuselink.jobs.io.elastic.Documents;
import io.fuselink.jobs.io.elastic.ElasticClient;
import io.fuselink.jobs.io.elastic.ElasticSettings;
import io.fuselink.sandbox.EmbeddedElasticsearch;
import io.fuselink.sandbox.EmbeddedFlink;
import io.fuselink.sandbox.EmbeddedKafka;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.RunningSandbox;
import io.fuselink.sandbox.SandboxServers;
import io.fuselink.sandbox.delays.Delay;
import io.fuselink.sandbox.delays.Delays;
import io.fuselink.sandbox.indicators.IndicatorCount;
import io.fuselink.sandbox.indicators.Period;
import io.fuselink.sandbox.indicators.Prices;
import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.elasticsearch.client.RestClient;

/**
 * One play of the city through the real path: Kafka, the detection job, the counterparties, the indexing
 * job, Elasticsearch. Drains to the last event and counts what came out where it came out.
 */
public final class SandboxRun implements AutoCloseable {
    private static final int PARALLELISM = 2;

    /** A partition for every reading task: one without any would hold time back until it counts as idle. */
    private static final int FEED_PARTITIONS = PARALLELISM;

    /** Heartbeats reach every partition, so that silence means a broken player, not an idle feed. */
    private static final long NEVER_IDLE_MS = 3_600_000;

    /** How far feeds may run apart at real time, ms of event time (architecture §5); grows with the speed. */
    private static final long ALIGNMENT_DRIFT_MS = 10_000;

    private static final Duration WATERMARK_EVERY = Duration.ofMillis(50);
    private static final Duration DRAIN_AT_MOST = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final long POLL_MS = 250;

    /** The phase of the pilot that a play counts as. */
    private static final String PHASE = "rehearsal";

    /** A decision on its way must not be overtaken by the clock of a city in a hurry, ms. */
    private static final long ON_THE_WAY_MS = 500;

    /** How often the clock ticks after the play, ms of wall time: what waits for it waits no longer. */
    private static final long TICK_MS = 500;

    /** How far the clock moves on at a time while answers are waited for, ms of event time. */
    private static final long DRAIN_STEP_MS = 60_000;

    private final Servers servers;
    private final SandboxPlan plan;
    private final Progress progress;
    private final City city;
    private final RestClient elastic;
    private final JobClient detection;
    private final JobClient indexing;
    private final CounterpartyDesk desk;
    private final DutyOfficer officer;
    private final Board board;
    private final CpuClock cpu;
    private final double readyS;

    /** Event time the city's clock stands at after the play, epoch ms. */
    private volatile long clock;

    /** How the city's time goes on now; null while nobody can tell. */
    private volatile RunningSandbox pace;

    private SandboxRun(Servers servers, SandboxPlan plan, Progress progress) throws Exception {
        this.servers = servers;
        this.plan = plan;
        this.progress = progress;
        this.city = City.of(plan.city());
        this.elastic =
                ElasticClient.open(ElasticSettings.of(servers.elasticsearch().uri().toString()));
        servers.kafka().createTopics(topics());
        TemplatePublisher.publish(elastic);
        var config = JobConfig.load(writeConfig());
        this.detection =
                submit("detect-calls", env -> DetectCalls.define(env, config), PARALLELISM);
        this.indexing = submit("index-documents", env -> IndexDocuments.define(env, config), 1);
        this.desk =
                new CounterpartyDesk(
                        servers.kafka().bootstrapServers(), Counterparties.of(city.truth()));
        var desks = new Thread(desk, "counterparties");
        desks.setDaemon(true);
        desks.start();
        this.officer = new DutyOfficer(servers.kafka().bootstrapServers());
        this.board = Board.start(servers.boardPort(), elastic, Tokenizer::sandbox, this::decide);
        this.cpu = new CpuClock();
        this.readyS = progress.seconds();
        progress.say("The board is on " + board.uri());
        progress.say("Both jobs run; the city begins to play");
    }

    /** Creates the topics, publishes the templates and starts both jobs on running servers. */
    public static SandboxRun start(SandboxServers servers, SandboxPlan plan, Progress progress)
            throws Exception {
        return start(
                new Servers(
                        servers.kafka(),
                        servers.elasticsearch(),
                        servers.flink(),
                        servers.ports().board()),
                plan,
                progress);
    }

    static SandboxRun start(Servers servers, SandboxPlan plan, Progress progress) throws Exception {
        return new SandboxRun(servers, plan, progress);
    }

    /**
     * The running servers a play goes through.
     *
     * @param boardPort where the board listens; 0 for a free port
     */
    record Servers(
            EmbeddedKafka kafka,
            EmbeddedElasticsearch elasticsearch,
            EmbeddedFlink flink,
            int boardPort) {}

    /** Where the board is. */
    URI board() {
        return board.uri();
    }

    public City city() {
        return city;
    }

    RestClient elastic() {
        return elastic;
    }

    private static Map<String, Integer> topics() {
        var topics = new HashMap<String, Integer>();
        for (var feed : Feed.values()) {
            topics.put(feed.topic(), FEED_PARTITIONS);
        }
        for (var output : Output.values()) {
            topics.put(output.topic(), 1);
        }
        return topics;
    }

    /** The very file an operator would write; jobs read it as they would anywhere. */
    private Path writeConfig() throws IOException {
        var drift = plan.speed() == 0 ? 0 : (long) (ALIGNMENT_DRIFT_MS * Math.max(1, plan.speed()));
        var file = Files.createTempFile("fuselink-detect", ".yml");
        file.toFile().deleteOnExit();
        return Files.writeString(
                file,
                """
                kafka:
                  bootstrap.servers: "%s"
                elastic:
                  url: "%s"
                feeds:
                  start: earliest
                  idle-after-ms: %d
                  alignment-drift-ms: %d
                models:
                  registry: "%s"
                detection:
                  tail-parallelism: 1
                """
                        .formatted(
                                servers.kafka().bootstrapServers(),
                                servers.elasticsearch().uri(),
                                NEVER_IDLE_MS,
                                drift,
                                RunningSandbox.models()));
    }

    private interface JobDefinition {
        void define(StreamExecutionEnvironment env);
    }

    private JobClient submit(String name, JobDefinition job, int parallelism) throws Exception {
        var env =
                servers.flink()
                        .environment(
                                new Configuration()
                                        .set(
                                                PipelineOptions.AUTO_WATERMARK_INTERVAL,
                                                WATERMARK_EVERY));
        env.setParallelism(parallelism);
        env.setBufferTimeout(10);
        job.define(env);
        return env.executeAsync(name);
    }

    /** Plays to the end, drains, and says what came out. */
    public Summary playOnce() throws Exception {
        try (var player = player()) {
            return play(player);
        }
    }

    /** Plays to the end, tells one case up to its release, and keeps the city's clock going until Ctrl-C. */
    public void playAndStay() throws Exception {
        playAndStay(() -> {});
    }

    /** The same, and says when only the clock goes on. */
    void playAndStay(Runnable played) throws Exception {
        try (var player = player()) {
            note(plan.city().startMs(), plan.speed());
            progress.say("Watch it in a browser: " + board.uri());
            var summary = play(player);
            progress.say(summary.headline());
            summary.cast().forEach(progress::say);
            summary.alarms().forEach(progress::say);
            tellCase(player);
            progress.say("How long orders and releases took, our side apart from the parties':");
            delays().forEach(delay -> progress.say("  " + delay.line()));
            countTheDay();
            progress.say(
                    "The city's clock goes on; try ./fuselink report, push and decide in another terminal. Press Ctrl-C to stop.");
            keepTime(player, played);
        } finally {
            RunningSandbox.delete();
        }
    }

    private CityPlayer player() {
        return new CityPlayer(servers.kafka().bootstrapServers(), plan.speed(), this::played);
    }

    private String elasticUri() {
        return servers.elasticsearch().uri().toString();
    }

    private Summary play(CityPlayer player) throws Exception {
        var startNs = System.nanoTime();
        var report = player.play(city);
        clock = report.lastHeartbeat();
        progress.say("The city has played %,d records; draining".formatted(report.total()));
        var eventsIn = drain(player);
        var wallS = (System.nanoTime() - startNs) / 1e9;
        return summary(eventsIn, report, wallS, cpu.usedUs());
    }

    /** Lets other commands find this sandbox and its city's time. */
    private void note(long cityTime, double speed) {
        pace =
                RunningSandbox.here(
                        servers.kafka().bootstrapServers(),
                        elasticUri(),
                        servers.flink().webUi().toString(),
                        cityTime,
                        System.currentTimeMillis(),
                        speed);
        pace.write();
    }

    /** What somebody says on the board, at the city's time: flat out nobody can tell it before the play is over. */
    private String decide(String bundleId, String legId, Verb verb, String by, String reason) {
        var at =
                pace == null || pace.speed() == 0
                        ? clock
                        : pace.cityTime(System.currentTimeMillis() + ON_THE_WAY_MS);
        return officer.decide(bundleId, legId, verb, by, reason, at);
    }

    /** The way back belongs to the story: the duty officer lifts everything, and the parties confirm. */
    private void tellCase(CityPlayer player) throws Exception {
        var outputs = OutputRecords.ofTopics(servers.kafka().bootstrapServers());
        var found = CaseStory.in(outputs);
        if (found.isEmpty()) {
            progress.say(
                    "No scripted case was found in this city; try another seed or more hours.");
            return;
        }
        var story = found.get();
        story.lines(city, elasticUri()).forEach(progress::say);
        progress.say("Now the duty officer releases it:");
        officer.lift(story.bundleId(), clock, "rehearsal is over");
        do {
            clock += DRAIN_STEP_MS;
            player.heartbeat(clock);
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        } while (!nobodyOwes());
        CaseStory.since(
                        OutputRecords.ofTopics(servers.kafka().bootstrapServers()),
                        story.bundleId(),
                        story.lastHeard())
                .forEach(progress::say);
        progress.say(
                "Seal it: ./fuselink evidence-key my.key && ./fuselink seal-evidence --key my.key --out evidence --bundle "
                        + story.bundleId());
    }

    /** The daily batch of the ledger and the indicators, so that the board has figures on the first day. */
    private void countTheDay() throws IOException {
        var first = plan.city().startMs();
        var figures =
                IndicatorCount.of(
                        Told.ofTopics(
                                Map.of("bootstrap.servers", servers.kafka().bootstrapServers())),
                        new Period(first, Math.max(clock, first) + 1, PHASE),
                        Prices.ASKED);
        var documents = figures.stream().flatMap(figure -> Documents.of(figure).stream()).toList();
        DirectIndex.write(elastic, documents, System.currentTimeMillis());
        progress.say(
                "%d figures of the responsibility ledger are counted".formatted(figures.size()));
    }

    /** From here on a city second is a second. */
    private void keepTime(CityPlayer player, Runnable played) throws InterruptedException {
        note(clock, 1);
        played.run();
        while (!Thread.currentThread().isInterrupted()) {
            TimeUnit.MILLISECONDS.sleep(TICK_MS);
            // One second behind, so that what is told by hand is not late.
            player.heartbeat(cityTime() - 1_000);
        }
    }

    /** What time it is in the city after its play, epoch ms. */
    long cityTime() {
        return pace.cityTime(System.currentTimeMillis());
    }

    /** Lets so much of the city's time pass at once after its play, as nobody wants to wait for a slow party. */
    void hurry(Duration passed) {
        note(cityTime() + passed.toMillis(), 1);
    }

    private void played(long records, long eventTime) {
        if (clock == 0) {
            progress.waiting(() -> soFar(records, eventTime));
        }
    }

    private String soFar(long records, long eventTime) {
        var share =
                100.0 * (eventTime - plan.city().startMs()) / Math.max(1, plan.city().lengthMs());
        return String.format(
                Locale.ROOT,
                "%,d records played, %.0f %% of the city's time; %s",
                records,
                Math.min(100, share),
                new Indices(elastic).headline());
    }

    /** Moves the clock on until every event is accounted for and nobody owes an answer. */
    private Map<Feed, Long> drain(CityPlayer player) throws Exception {
        var deadline = System.nanoTime() + DRAIN_AT_MOST.toNanos();
        while (System.nanoTime() < deadline) {
            if (nobodyOwes()) {
                var sent = eventsIn(player);
                if (Summary.conserved(sent, accounts())) {
                    return sent;
                }
            } else {
                clock += DRAIN_STEP_MS;
                player.heartbeat(clock);
            }
            failIfJobFailed(detection, "detect-calls");
            failIfJobFailed(indexing, "index-documents");
            progress.waiting(
                    "draining: %s".formatted(Summary.unaccounted(eventsIn(player), accounts())));
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
        return eventsIn(player);
    }

    private boolean nobodyOwes() {
        return desk.pending() == 0 && desk.unanswered() == 0 && desk.idleFor().compareTo(QUIET) > 0;
    }

    private Map<Feed, Long> eventsIn(CityPlayer player) {
        var sent = new EnumMap<Feed, Long>(Feed.class);
        player.flush().forEach((feed, n) -> sent.merge(feed, n, Long::sum));
        desk.sent().forEach((feed, n) -> sent.merge(feed, n, Long::sum));
        return sent;
    }

    private JobAccounts accounts() throws Exception {
        return new JobAccounts(detection.getAccumulators().get(30, TimeUnit.SECONDS));
    }

    private static void failIfJobFailed(JobClient job, String name) throws Exception {
        var status = job.getJobStatus().get(30, TimeUnit.SECONDS);
        if (status.isGloballyTerminalState()) {
            throw OperatorError.environment(
                    "The job " + name + " ended as " + status + "; its trace is in the log.");
        }
    }

    private Summary summary(Map<Feed, Long> eventsIn, PlayReport report, double wallS, double cpuUs)
            throws Exception {
        var accounts = accounts();
        var outputs = OutputRecords.ofTopics(servers.kafka().bootstrapServers());
        var documents = awaitDocuments(outputs);
        var truth = city.truth();
        var check = TruthCheck.of(city, outputs);
        var total = eventsIn.values().stream().mapToLong(Long::longValue).sum();
        var summary =
                Summary.of(eventsIn, accounts, outputs)
                        .put("documents", documents)
                        .put("truth", check)
                        .put("protected_hit", check.protectedHit())
                        .put("throughput_events_per_s", Math.round(total / wallS))
                        .put("cpu_us_per_event", Math.round(10 * cpuUs / total) / 10.0)
                        .put("latency_ms", latency(report))
                        .put("delays_ms", delays())
                        .put("ready_s", Math.round(10 * readyS) / 10.0)
                        .put("speed", plan.speed())
                        .put("documents_complete", documents.equals(Indices.expected(outputs)));
        if (plan.out() != null) {
            save(summary, outputs, truth);
        }
        return summary;
    }

    /** How long orders and releases took on the wall clock; flat out it is mostly waiting behind the city's calls. */
    private List<Delay> delays() {
        return Delays.of(
                Map.of("bootstrap.servers", servers.kafka().bootstrapServers()), elastic, 0);
    }

    private void save(Summary summary, OutputRecords outputs, Truth truth) throws IOException {
        Files.createDirectories(plan.out());
        outputs.writeTo(plan.out());
        truth.writeTo(plan.out().resolve(Truth.FILE_NAME));
        var told = Told.ofTopics(Map.of("bootstrap.servers", servers.kafka().bootstrapServers()));
        PlayedFeeds.write(told, plan.out());
        SealedCase.seal(outputs, told, plan.out(), elastic, System.currentTimeMillis())
                .ifPresent(
                        pack ->
                                progress.say(
                                        "The case is sealed; try ./fuselink verify-evidence "
                                                + plan.out().resolve(pack.file())));
        summary.writeTo(plan.out());
    }

    private Map<String, Long> awaitDocuments(OutputRecords outputs) throws Exception {
        var indices = new Indices(elastic);
        var expected = Indices.expected(outputs);
        var deadline = System.nanoTime() + DRAIN_AT_MOST.toNanos();
        var counts = indices.counts();
        while (!counts.equals(expected) && System.nanoTime() < deadline) {
            failIfJobFailed(indexing, "index-documents");
            progress.waiting("waiting for the last documents");
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
            counts = indices.counts();
        }
        return counts;
    }

    /** From the wall time at which the city had reached an alert's moment to the wall time its document was written. */
    private Map<String, Long> latency(PlayReport report) throws IOException {
        var delays =
                new Indices(elastic)
                        .alertTimes().stream()
                                .map(t -> new long[] {report.timetable().wallAt(t[0]), t[1]})
                                .filter(t -> t[0] > 0)
                                .mapToLong(t -> Math.max(0, t[1] - t[0]))
                                .sorted()
                                .toArray();
        var percentiles = new HashMap<String, Long>();
        for (var p : new int[] {50, 95, 99}) {
            percentiles.put(
                    "p" + p,
                    delays.length == 0
                            ? -1
                            : delays[Math.min(delays.length - 1, delays.length * p / 100)]);
        }
        return percentiles;
    }

    @Override
    public void close() throws IOException {
        board.close();
        desk.close();
        elastic.close();
        detection.cancel();
        indexing.cancel();
    }
}
