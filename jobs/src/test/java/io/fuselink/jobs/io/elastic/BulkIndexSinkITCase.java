/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.jobs.io.Sample;
import io.fuselink.jobs.io.TwoSlots;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sink inside a job: all documents arrive, whatever the way. */
final class BulkIndexSinkITCase {
    private static final int DOCUMENTS = 2_000;

    @RegisterExtension static final MiniClusterExtension CLUSTER = TwoSlots.cluster();

    @Test
    void everyDocumentArrivesThroughAnOutageAndAPoisonOne() throws Exception {
        try (var elastic = new FakeElastic()) {
            elastic.answering(503, 429).answering("leg-7", 400).answering("leg-8", 429, 409);

            run(elastic, DOCUMENTS);

            assertThat(elastic.taken).hasSize(DOCUMENTS - 1); // 7 became a note, 8 was outdated
            assertThat(elastic.taken)
                    .doesNotContainKeys("fuselink-legs/leg-7", "fuselink-legs/leg-8");
            assertThat(elastic.taken.keySet())
                    .filteredOn(place -> place.startsWith("fuselink-rejects-2026.11/"))
                    .hasSize(1);
        }
    }

    @Test
    void wrongCredentialsFailTheJob() throws Exception {
        try (var elastic = new FakeElastic()) {
            elastic.answering(401);

            // One document is written when the source has ended. A sink that fails earlier may
            // leave "an event to the task was lost" as the only cause that the job names.
            assertThatThrownBy(() -> run(elastic, 1))
                    .hasStackTraceContaining("elastic.api-key-file");
        }
    }

    private static void run(FakeElastic elastic, int documents) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(1);
        env.fromData(IntStream.range(0, documents).mapToObj(BulkIndexSinkITCase::leg).toList())
                .sinkTo(BulkIndexSink.to(elastic.settings()));
        env.execute();
    }

    private static Document leg(int number) {
        var json = "{\"version\":" + number + "}";
        return new Document(
                "fuselink-legs",
                "leg-" + number,
                1,
                Sample.NOON,
                json.getBytes(StandardCharsets.UTF_8));
    }
}
