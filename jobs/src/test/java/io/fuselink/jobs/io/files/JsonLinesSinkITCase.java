/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.events.Page;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.jobs.io.Sample;
import io.fuselink.jobs.io.TwoSlots;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JsonLinesSinkITCase {
    private static final JsonCodec CODEC = new JsonCodec();
    private static final List<Page> PAGES =
            IntStream.range(0, 100).mapToObj(JsonLinesSinkITCase::page).toList();

    @RegisterExtension static final MiniClusterExtension CLUSTER = TwoSlots.cluster();

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "STREAMING"})
    void aStreamThatEndsIsOneWholeFile(RuntimeExecutionMode mode) throws Exception {
        run(mode, page -> page);

        assertThat(Files.readAllLines(folder.resolve("pages.jsonl")))
                .containsExactlyInAnyOrderElementsOf(
                        PAGES.stream().map(JsonLinesSinkITCase::line).toList());
        assertThat(folder.resolve("pages.jsonl.part")).doesNotExist();
    }

    @Test
    void aStreamThatBreaksLeavesNoFileThatLooksWhole() throws Exception {
        Files.writeString(folder.resolve("pages.jsonl"), "of an earlier run");

        assertThatThrownBy(() -> run(RuntimeExecutionMode.STREAMING, JsonLinesSinkITCase::breaking))
                .hasStackTraceContaining("page 50");
        assertThat(folder.resolve("pages.jsonl")).doesNotExist();
    }

    private void run(RuntimeExecutionMode mode, MapFunction<Page, Page> step) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setRuntimeMode(mode);
        env.setParallelism(2);
        var pages =
                env.fromData(TypeInformation.of(Page.class), PAGES.toArray(Page[]::new))
                        .map(step)
                        .returns(Page.class);
        JsonLinesSink.write(pages, folder, "pages");
        env.execute();
    }

    private static Page breaking(Page page) {
        if (page.id().equals("50")) {
            throw new IllegalStateException("page 50");
        }
        return page;
    }

    private static Page page(int number) {
        return Sample.of(Page.class, Map.of("id", String.valueOf(number)));
    }

    private static String line(Page page) {
        return new String(CODEC.encodeOutput(page), StandardCharsets.UTF_8);
    }
}
