/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Finding;
import io.fuselink.events.Health;
import io.fuselink.events.HealthState;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.PolicyVersion;
import io.fuselink.jobs.io.TwoSlots;
import io.fuselink.jobs.order.Bulletin;
import io.fuselink.jobs.policy.PolicyTimeline;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.jobs.types.CompactType;
import io.fuselink.models.bundle.ModelRegistry;
import io.fuselink.models.features.NumberFeatures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model is published while two tasks score as fast as they can. Rows later than the notice of a policy
 * come once both tasks have said that they have it: that the notice suffices for that is the promise of
 * {@link PolicyVersion#NOTICE_MS}, not of this step.
 */
class HotSwapITCase {
    private static final long NINE = 1_772_413_200_000L;
    private static final int TASKS = 2;

    /** A row a millisecond, each of another tenure that both models accuse. */
    private static final int ROWS = 40_000;

    private static final long PUBLISHED = NINE + 10_000;
    private static final long VALID_FROM = PUBLISHED + PolicyVersion.NOTICE_MS;
    private static final long IN_TIME_MS = 5_000;
    private static final CountDownLatch TAKEN = new CountDownLatch(TASKS);

    @RegisterExtension static final MiniClusterExtension CLUSTER = TwoSlots.cluster();

    @TempDir Path folder;

    @Test
    void aNewModelIsLiveAtItsTimeAndNoRowIsLostOrScoredTwice() throws Exception {
        var registry = new ModelRegistry(folder);
        registry.add(ANumberModel.accusesFrom(100, 1, NumberFeatures.SCHEMA));
        registry.add(ANumberModel.accusesFrom(100, 2, NumberFeatures.SCHEMA));
        registry.crown("numbers-v1");

        var found = score();

        assertThat(found).hasSize(ROWS);
        assertThat(found.stream().map(Finding::id).distinct()).hasSize(ROWS);
        assertThat(found.stream().filter(f -> f.at() < VALID_FROM))
                .isNotEmpty()
                .allMatch(f -> f.modelVersion().equals("numbers-v1") && f.policyVersion() == 0);
        assertThat(found.stream().filter(f -> f.at() >= VALID_FROM))
                .isNotEmpty()
                .allMatch(f -> f.modelVersion().equals("numbers-v2") && f.policyVersion() == 1);
        var firstOfTheNew =
                found.stream()
                        .filter(f -> f.modelVersion().equals("numbers-v2"))
                        .mapToLong(Finding::at)
                        .min()
                        .orElseThrow();
        assertThat(firstOfTheNew).isLessThan(VALID_FROM + IN_TIME_MS);
    }

    private ArrayList<Finding> score() throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(TASKS);
        var policy =
                env.fromData(CompactType.forRecord(Bulletin.class), Bulletin.of(swap()))
                        .setParallelism(1);
        var scored =
                env.fromSequence(0, ROWS - 1)
                        .setParallelism(1)
                        .map(HotSwapITCase::row, CompactType.forRecord(NumberSnapshot.class))
                        .setParallelism(1)
                        .rebalance()
                        .connect(policy.broadcast(PolicyTimeline.STATE))
                        .process(
                                new ScoreNumbers(ScorerSource.registry(folder.toString())),
                                CompactType.forRecord(Finding.class));
        scored.getSideOutput(SideOutputs.HEALTH)
                .map(HotSwapITCase::noted, CompactType.forRecord(Health.class))
                .sinkTo(new DiscardingSink<>());
        var found = new ArrayList<Finding>();
        try (var findings = scored.executeAndCollect()) {
            findings.forEachRemaining(found::add);
        }
        return found;
    }

    private static PolicyVersion swap() {
        return new PolicyVersion(
                1, VALID_FROM, PUBLISHED, "duty", null, null, null, "numbers-v2", null, null);
    }

    private static NumberSnapshot row(long number) throws InterruptedException {
        if (NINE + number >= VALID_FROM && !TAKEN.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("no task took the model within a minute");
        }
        return ANumberModel.profile("n" + number, 200, NINE + number);
    }

    private static Health noted(Health health) {
        if (health.scope().equals("numbers-v2") && health.state() == HealthState.ACCEPTED) {
            TAKEN.countDown();
        }
        return health;
    }
}
