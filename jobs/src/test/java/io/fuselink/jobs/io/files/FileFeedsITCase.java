/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.adapter.MappingException;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.io.TwoSlots;
import io.fuselink.jobs.types.CompactType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FileFeedsITCase {
    private static final long TICKS = 2_500;

    @RegisterExtension static final MiniClusterExtension CLUSTER = TwoSlots.cluster();

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "STREAMING"})
    void everyLineOfEveryFileIsAnEventOrADeadLetter(RuntimeExecutionMode mode) throws Exception {
        var files =
                List.of(
                        FeedFiles.write(folder.resolve("a.jsonl"), 0, 2_000),
                        FeedFiles.write(folder.resolve("_b.jsonl"), 2_000, TICKS, "half a li"));

        var received = read(mode, files);

        assertThat(received)
                .filteredOn(r -> r.f0.event() != null)
                .extracting(r -> r.f0.event().clock().tick())
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, TICKS).boxed().toList());
        assertThat(received)
                .filteredOn(r -> r.f0.event() != null)
                .allSatisfy(r -> assertThat(r.f1).isEqualTo(r.f0.event().ts()));
        assertThat(received)
                .filteredOn(r -> r.f0.event() == null)
                .extracting(r -> r.f0.deadLetter())
                .singleElement()
                .extracting(DeadLetter::position)
                .isEqualTo("_b.jsonl:501");
    }

    @Test
    void aFileThatDoesNotFitIsToldBeforeTheJobStarts() throws Exception {
        var calls = Files.writeString(folder.resolve("calls.csv"), "no,such,column\n1,2,3\n");
        var env = StreamExecutionEnvironment.getExecutionEnvironment();

        assertThatThrownBy(
                        () ->
                                FileFeeds.read(
                                        env, Feed.CALLS, List.of(calls), null, Tokenizer::sandbox))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("calls.csv");
    }

    private static List<Tuple2<Received, Long>> read(RuntimeExecutionMode mode, List<Path> files)
            throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setRuntimeMode(mode);
        env.setParallelism(2);
        var timed =
                FileFeeds.read(env, Feed.CLOCK, files, null, Tokenizer::sandbox)
                        .process(
                                new WithTimestamp(),
                                Types.TUPLE(CompactType.forRecord(Received.class), Types.LONG));
        var all = new ArrayList<Tuple2<Received, Long>>();
        try (var results = timed.executeAndCollect()) {
            results.forEachRemaining(all::add);
        }
        return all;
    }

    private static final class WithTimestamp
            extends ProcessFunction<Received, Tuple2<Received, Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(
                Received received, Context context, Collector<Tuple2<Received, Long>> out) {
            out.collect(Tuple2.of(received, context.timestamp()));
        }
    }
}
