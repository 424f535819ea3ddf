/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform's engineer turns what the provider pushes into records for the topic. */
class AdaptCommandTest {
    private static final String SAMPLES =
            "../../events/src/test/resources/io/fuselink/events/adapter/";

    @TempDir private Path folder;
    private String key;
    private String out;

    @BeforeEach
    void aJointKey() throws IOException {
        key = Files.writeString(folder.resolve("joint.key"), "7:" + "ab".repeat(32)).toString();
        out = folder.resolve("calls.jsonl").toString();
    }

    @Test
    void pushesBecomeRecordsThatTheCheckFindsClean() throws IOException {
        var run = adapt("huawei-call-events", SAMPLES + "huawei-call-events.json");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("5 records for fuselink.calls.v1 written to " + out);
        assertThat(Files.readString(Path.of(out)))
                .hasLineCount(5)
                .doesNotContain("13800138000")
                .contains("\"from_tk\":\"07");
        assertThat(Run.of("check-feed", "calls", out, "--key-file", key).exit())
                .isEqualTo(ExitCodes.OK);
    }

    @Test
    void whatIsRefusedIsCountedAndWrittenDown() throws IOException {
        var pushes =
                Files.writeString(
                        folder.resolve("pushes.json"), "{\"eventType\":\"callin\"}\n[1]\n");
        var letters = folder.resolve("letters.jsonl");

        var run = adapt("huawei-call-events", pushes.toString(), "--refused", letters.toString());

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.out()).contains("0 records").contains("2 refused: MISSING_FIELD");
        assertThat(run.err()).contains("pushes.json:1: statusInfo is missing");
        assertThat(Files.readString(letters)).hasLineCount(2).contains("\"MISSING_FIELD\"");
    }

    @Test
    void withoutAKeyNothingIsWrittenAndNothingIsOverwritten() throws IOException {
        var sample = SAMPLES + "huawei-call-events.json";
        var keyless = Run.of("adapt", "--adapter", "huawei-call-events", sample, out);
        assertThat(keyless.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(Path.of(out)).doesNotExist();

        Files.writeString(Path.of(out), "mine");
        var again = adapt("huawei-call-events", sample);
        assertThat(again.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(again.err()).contains("exists already; choose another path");
        assertThat(Path.of(out)).hasContent("mine");
    }

    private Run adapt(String adapter, String in, String... options) {
        var arguments = new String[options.length + 7];
        System.arraycopy(
                new String[] {"adapt", "--adapter", adapter, "--key-file", key, in, out},
                0,
                arguments,
                0,
                7);
        System.arraycopy(options, 0, arguments, 7, options.length);
        return Run.of(arguments);
    }
}
