/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
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

    private static final String DAMAGED = "src/test/resources/io/fuselink/sandbox/check/";
    private static final String SAMPLES =
            "../../events/src/test/resources/io/fuselink/events/adapter/";

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

        assertThat(run.out().replace(folder.toString(), ""))
                .doesNotContain("9000")
                .doesNotContain("PIGEON")
                .doesNotContain("138");
    }

    @Test
    void aRepeatedIdIsCountedAndIsAViolationOnlyWhenItTellsSomethingElse() throws IOException {
        var again = check("reports", HEADER + REPORT + REPORT);
        var otherwise = check("reports", HEADER + REPORT + REPORT.replace("FRAUD", "OTHER"));

        assertThat(again.exit()).isEqualTo(ExitCodes.OK);
        assertThat(again.out()).contains("2 understood").contains("1 of them repeat an event_id");
        assertThat(otherwise.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(otherwise.out())
                .contains("1 DUPLICATE_ID_DIFFERENT_CONTENT")
                .contains("feed.csv:3: an event_id of before, another content");
    }

    @Test
    void aSourceThatIsEightHoursAheadIsToldAboutItsTimeZone() throws IOException {
        var header = HEADER.replace("event_time", "event_time,ingest_time");
        var ahead = REPORT.replace("02:00:00Z,", "10:00:00Z,2026-03-02T02:00:00Z,");

        var run = check("reports", header + ahead.repeat(3));

        assertThat(run.out())
                .contains("3 FROM_THE_FUTURE")
                .contains("event_time is 480 min after ingest_time")
                .contains("1 TIME_ZONE")
                .contains("3 of 3 records are from the future");
    }

    @Test
    void severalFeedsAreCheckedAgainstEachOther() {
        var run =
                Run.of(
                        "check-feed",
                        "cdrs",
                        DAMAGED + "damaged-cdrs.jsonl",
                        "calls",
                        DAMAGED + "damaged-calls.jsonl");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.out())
                .contains("damaged-calls.jsonl as calls")
                .contains("Between the records:")
                .contains("1 CDR_CONTRADICTS_CALL – ")
                .contains("damaged-cdrs.jsonl:1: not answered, but ANSWER was sent");
    }

    @Test
    void aProvidersPushesAreCheckedAsTheyAre() {
        var clean =
                Run.of(
                        "check-feed",
                        "--adapter",
                        "huawei-call-events",
                        SAMPLES + "huawei-call-events.json");
        var nameless = Run.of("check-feed", "aliyun-bind", SAMPLES + "aliyun-bind.json");
        var named =
                Run.of(
                        "check-feed",
                        "aliyun-bind",
                        SAMPLES + "aliyun-bind.json",
                        "--set",
                        "ent_id=shop-7",
                        "--set",
                        "purpose=EXPRESS");

        assertThat(clean.exit()).as(clean.out()).isEqualTo(ExitCodes.OK);
        assertThat(clean.out()).contains("5 understood").contains("No violations.");
        assertThat(nameless.out()).contains("3 MISSING_FIELD").contains("ent_id is missing");
        assertThat(named.exit()).as(named.out()).isEqualTo(ExitCodes.OK);
    }

    @Test
    void machinesReadTheSameAsJson() throws IOException {
        var run = Run.of("check-feed", "--json", "calls", DAMAGED + "damaged-calls.jsonl");

        var report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("clean").asBoolean()).isFalse();
        assertThat(report.at("/sources/0/records").asInt()).isEqualTo(20);
        assertThat(report.at("/faults/CALL_WITHOUT_SETUP/count").asInt()).isEqualTo(1);
        assertThat(report.at("/faults/CALL_WITHOUT_SETUP/places/0/position").asText())
                .isEqualTo("damaged-calls.jsonl:5");
    }

    @Test
    void aFileWithoutItsFeedAndAnUnknownAdapterAreWrongUsage() {
        assertThat(Run.of("check-feed", "calls").err())
                .hasLineCount(1)
                .contains("'calls' stands alone; files are given as FEED FILE");
        assertThat(Run.of("check-feed", "--adapter", "ali", "f.json").err())
                .hasLineCount(1)
                .contains("'ali' is not an adapter; the adapters are aliyun-secret-report");
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
        assertThat(run.out()).contains("1 UNKNOWN_TOKEN_KEY").contains("feed.csv:2: target_tk");
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
