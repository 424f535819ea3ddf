/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.Action;
import io.fuselink.events.ActionType;
import io.fuselink.events.Bundle;
import io.fuselink.events.Command;
import io.fuselink.events.Ids;
import io.fuselink.events.Instruction;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PartyType;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.Arrival;
import io.fuselink.jobs.order.Bulletin;
import io.fuselink.jobs.order.InboxSettings;
import io.fuselink.jobs.order.OrderedOperator;
import io.fuselink.jobs.steps.Particulars;
import io.fuselink.jobs.topology.Party;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.jobs.types.CompactType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A thousand police pushes are under way while one task manager after the other is lost. */
class KilledInTheMiddleITCase {
    private static final int BUNDLES = 1_000;
    private static final int KILLS = 10;
    private static final int PER_SECOND = 400;
    private static final long SEED = 7;

    private static final List<Party> PARTIES =
            List.of(
                    new Party(PartyType.CARRIER, "carrier-1"),
                    new Party(PartyType.CARRIER, "carrier-2"),
                    new Party(PartyType.BANK, "bank"),
                    new Party(PartyType.PLATFORM, "platform"),
                    new Party(PartyType.HANDSET, "handset"),
                    new Party(PartyType.POLICE, "police"));

    /** What was told, replays included; the cluster runs in this JVM. */
    private static final Queue<Leg> LEGS = new ConcurrentLinkedQueue<>();

    private static final BlockingQueue<Action> ACTIONS = new LinkedBlockingQueue<>();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(2)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir Path checkpoints;

    @Test
    void noLegIsLostNoneIsDoubledAndNoneGoesBack(@InjectMiniCluster MiniCluster cluster)
            throws Exception {
        var job = environment();
        var running = job.executeAsync("pushes");
        var told = new HashMap<String, Action>();
        var random = new Random(SEED);
        for (var kill = 0; kill < KILLS; kill++) {
            hear(told, 50 + random.nextInt(250));
            cluster.terminateTaskManager(kill).get();
            cluster.startTaskManager();
        }
        running.getJobExecutionResult().get(4, TimeUnit.MINUTES);
        ACTIONS.forEach(action -> told.put(action.orderId(), action));

        var expected = new TreeSet<String>();
        for (var i = 0; i < BUNDLES; i++) {
            legsOf(i).forEach(leg -> expected.add(leg + Command.APPLY));
        }
        assertThat(new TreeSet<>(told.keySet())).isEqualTo(expected);
        assertStandings();
    }

    /** Hears so many commands, replays included. */
    private static void hear(Map<String, Action> told, int howMany) throws Exception {
        for (var i = 0; i < howMany; i++) {
            var action = ACTIONS.poll(1, TimeUnit.MINUTES);
            assertThat(action).as("the job goes on").isNotNull();
            told.put(action.orderId(), action);
        }
    }

    /** The version that stands in the end stands for the furthest state anybody was ever told. */
    private static void assertStandings() {
        var latest = new HashMap<String, Leg>();
        var furthest = new HashMap<String, Integer>();
        for (var leg : LEGS) {
            latest.merge(leg.legId(), leg, (a, b) -> b.version() >= a.version() ? b : a);
            furthest.merge(leg.legId(), leg.state().rank(), Math::max);
        }
        assertThat(latest.values())
                .allSatisfy(
                        leg -> assertThat(leg.state().rank()).isEqualTo(furthest.get(leg.legId())));
        assertThat(latest.values())
                .filteredOn(leg -> leg.action() == ActionType.BLOCK)
                .hasSize(2 * BUNDLES)
                .allMatch(leg -> leg.state() == LegState.EFFECTIVE);
    }

    private StreamExecutionEnvironment environment() {
        var settings = new Configuration();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1_000);
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(300));
        var env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setParallelism(2);
        var type = CompactType.forRecord(BreakerNews.class);
        var news =
                env.fromSource(
                        new DataGeneratorSource<>(
                                KilledInTheMiddleITCase::news,
                                3L * BUNDLES,
                                RateLimiterStrategy.perSecond(PER_SECOND),
                                type),
                        WatermarkStrategy.<BreakerNews>forMonotonousTimestamps()
                                .withTimestampAssigner((n, before) -> n.at()),
                        "pushes");
        var policy =
                env.fromData(
                                CompactType.forRecord(Bulletin.class),
                                Bulletin.of(Told.policy(1, NOON, Map.of(), Map.of())))
                        .broadcast();
        var bundles =
                news.keyBy(BreakerNews::bundleId, Types.STRING)
                        .connect(policy)
                        .transform(
                                "run-breakers",
                                CompactType.forRecord(Bundle.class),
                                new OrderedOperator<>(
                                        new RunBreakers(PARTIES),
                                        BreakerNews.class,
                                        new InboxSettings(
                                                Arrival.WATERMARKED, NOON + Told.HOUR, 20_000)))
                        .uid("run-breakers");
        bundles.getSideOutput(SideOutputs.LEGS)
                .map(KilledInTheMiddleITCase::note)
                .returns(CompactType.forRecord(Leg.class))
                .sinkTo(new DiscardingSink<>());
        bundles.getSideOutput(SideOutputs.ACTIONS)
                .map(KilledInTheMiddleITCase::note)
                .returns(CompactType.forRecord(Action.class))
                .sinkTo(new DiscardingSink<>());
        return env;
    }

    private static Leg note(Leg leg) {
        LEGS.add(leg);
        return leg;
    }

    private static Action note(Action action) {
        ACTIONS.add(action);
        return action;
    }

    /** Pushes, each followed by what two carriers say about its block. */
    private static BreakerNews news(long n) {
        var i = (int) (n / 3);
        var at = NOON + n * 10;
        var number = "number-" + i;
        if (n % 3 == 0) {
            var push = Told.push("push-" + i, Instruction.BLOCK, "case-" + i, at, number);
            var known =
                    new Particulars(
                            number,
                            1,
                            NumberClass.MOBILE,
                            null,
                            List.of(),
                            null,
                            null,
                            null,
                            at,
                            null);
            return BreakerNews.ofPush(push, known, true);
        }
        var bundleId = bundle(i);
        var party = "carrier-" + n % 3;
        var ack =
                new Ack(
                        Ids.leg(bundleId, ActionType.BLOCK, party),
                        bundleId,
                        party,
                        AckStatus.EFFECTIVE,
                        1,
                        at,
                        null);
        return BreakerNews.of(bundleId, Told.event("ack-" + n, at, ack), null, true);
    }

    private static String bundle(int i) {
        return BreakerNews.caseBundle("case-" + i, "number-" + i);
    }

    private static List<String> legsOf(int i) {
        return List.of(
                Ids.leg(bundle(i), ActionType.BLOCK, "carrier-1"),
                Ids.leg(bundle(i), ActionType.BLOCK, "carrier-2"),
                Ids.leg(bundle(i), ActionType.FREEZE_REQUEST, "bank"),
                Ids.leg(bundle(i), ActionType.THROTTLE, "platform"),
                Ids.leg(bundle(i), ActionType.TAG, "handset"),
                Ids.leg(bundle(i), ActionType.WARN, "handset"),
                Ids.leg(bundle(i), ActionType.LEAD, "police"));
    }
}
