/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFeedCommandTest {

    private static final String HEADER =
            "event_id,event_time,channel,reporter_tk,target_tk,call_time,category,attachments\n";
    private static final String REPORT =
            "r-1,2026-03-02T02:00:00Z,C96110,13800138000,13900139000,2026-03-02T01:00:00Z,FRAUD,false\n";
    private static final String STARRED_OUT =
            REPORT.replace("r-1", "r-2").replace("13900139000", "139****9000");
    private static final String NO_CHANNEL =
            REPORT.replace("r-1", "r-3").replace("C96110", "PIGEON");

    @TempDir private Path folder;

    @Test
    void aFileThatKeepsItsContractIsClean() throws IOException {
        var run = check("reports", HEADER + REPORT);

        assertThat(run.exit()).isEqualTo(ExitCodes.OK);
        assertThat(run.out())
                .contains("1 records")
                .contains("1 understood")
                .contains("No violations.");
    }

    @Test
    void violationsAreCountedByReasonWithTheirFirstPlaces() throws IOException {
        var run = check("reports", HEADER + REPORT + STARRED_OUT.repeat(5) + NO_CHANNEL);

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.out())
                .contains("7 records")
                .contains("1 understood")
                .contains("5 NOT_JOINABLE")
                .contains("feed.csv:3: target_tk cannot be joined")
                .contains("feed.csv:5: ")
                .doesNotContain("feed.csv:6: ")
                .contains("1 UNKNOWN_ENUM")
                .contains("feed.csv:8: channel");
    }

    @Test
    void whatTheRecordsHoldIsNotShown() throws IOException {
        var run = check("reports", HEADER + REPORT + STARRED_OUT + NO_CHANNEL);

        assertThat(run.out()).doesNotContain("9000").doesNotContain("PIGEON").doesNotContain("138");
    }

    @Test
    void aRepeatedIdIsCountedAndIsNoViolation() throws IOException {
        var run = check("reports", HEADER + REPORT + REPORT.replace("FRAUD", "OTHER") + REPORT);

        assertThat(run.exit()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("3 understood").contains("2 of them repeat an event_id");
    }

    @Test
    void otherColumnsNeedAMapping() throws IOException {
        var rows = REPORT.replace("FRAUD", "诈骗");
        var mapping =
                Files.writeString(
                        folder.resolve("m.yml"),
                        """
                        columns: {event_time: event_time, reporter_tk: reporter_tk, target_tk: target_tk, call_time: call_time}
                        constants: {channel: C12321, category: FRAUD, attachments: "false"}
                        """);

        var run = check("reports", HEADER + rows, "--mapping", mapping.toString());

        assertThat(run.exit()).as(run.out()).isEqualTo(ExitCodes.OK);
    }

    @Test
    void withAKeyTokensOfAnotherKeyAreViolations() throws IOException {
        var key = Files.writeString(folder.resolve("key"), "7:" + "ab".repeat(32));
        var ofTheSandbox = REPORT.replace("13900139000", "ff" + "0".repeat(30));

        assertThat(check("reports", HEADER + ofTheSandbox).exit()).isEqualTo(ExitCodes.OK);
        var run = check("reports", HEADER + ofTheSandbox, "--key-file", key.toString());

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.out()).contains("1 UNKNOWN_TOKEN_KEY").contains("record 1: target_tk");
    }

    @Test
    void anUnknownFeedIsToldWhichThereAre() throws IOException {
        var run = check("phonecalls", HEADER);

        assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("'phonecalls' is not a feed; the feeds are calls, cdrs, bindings");
    }

    @Test
    void aFileThatIsNotThereAndAColumnThatIsNoneAreNamed() throws IOException {
        var missing = Run.of("check-feed", "calls", folder.resolve("none.csv").toString());
        var strange = check("reports", "telephone\n1\n");

        assertThat(missing.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(missing.err()).hasLineCount(1).contains("none.csv cannot be read");
        assertThat(strange.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(strange.err())
                .hasLineCount(1)
                .contains("column telephone is not a field of reports");
    }

    private Run check(String feed, String content, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("feed.csv"), content);
        var arguments = new String[options.length + 3];
        arguments[0] = "check-feed";
        arguments[1] = feed;
        arguments[2] = file.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Run.of(arguments);
    }
}
