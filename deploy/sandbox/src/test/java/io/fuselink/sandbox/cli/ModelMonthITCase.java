/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.models.table.NumberTable;
import io.fuselink.sandbox.ExitCodes;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of a model by its commands alone, in the order of docs/models.md. The month is an hour of a
 * city; its last half is what the model is judged by.
 */
class ModelMonthITCase {
    private static final String LEARNT_UNTIL = "2026-03-02T09:35:00+08:00";

    @TempDir Path folder;

    @Test
    @Timeout(300)
    void aMonthFromReplayToRollBack() throws Exception {
        run("city", "--people", "400", "--hours", "1", "--seed", "5", "--out", at("city"));
        var feeds = feeds();

        // 1. Replay: whom the decisions are about.
        run(with(feeds, "replay", "--sandbox-key", "--out", at("month")));
        assertThat(folder.resolve("month/bundles.jsonl")).isNotEmptyFile();

        // 2. Export what there is to learn from, and what to judge by.
        export(feeds, "--to", "learn.csv.gz");
        export(feeds, "--from", "judge.csv.gz");
        assertThat(NumberTable.read(folder.resolve("learn.csv.gz")).labelled()).isNotEmpty();

        // 3. Train; the same rows make the same model, under whatever number.
        train("learn.csv.gz", 1);
        train("learn.csv.gz", 2);

        // 4. Compare: one that learnt that nearly everybody is a fraud is refused for its harm.
        slander("learn.csv.gz", "slander.csv.gz");
        train("slander.csv.gz", 3);
        assertThat(compare(1, 2).exit()).isEqualTo(ExitCodes.OK);
        var refused = compare(1, 3);
        assertThat(refused.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(refused.out()).contains("benign subjects more; keep the champion");

        // 5. Publish, the later one in place of the first.
        publish(1);
        assertThat(publish(2).out()).contains("champion before: numbers-v1");

        // 6. Drift: the morning has got busier, and what counts a day has filled.
        var judged =
                run(
                        "evaluate",
                        "numbers",
                        "--bundle",
                        bundle(2),
                        "--data",
                        at("judge.csv.gz"),
                        "--out",
                        at("report"));
        assertThat(judged.out()).contains("drift: ", "attempts_24h");
        assertThat(folder.resolve("report/report.html"))
                .content()
                .contains("Drift since training", "shifted");

        // 7. Roll back.
        assertThat(registry("rollback-model").out())
                .contains("numbers-v1 is champion again, in place of numbers-v2");
    }

    private List<String> feeds() throws IOException {
        var feeds = new ArrayList<String>();
        try (var files = Files.list(folder.resolve("city"))) {
            files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .forEach(
                            file -> {
                                feeds.add("--feed");
                                feeds.add(
                                        file.getFileName().toString().replace(".jsonl", "")
                                                + "="
                                                + file);
                            });
        }
        return feeds;
    }

    private void export(List<String> feeds, String side, String out) {
        run(
                with(
                        feeds,
                        "export-features",
                        "--sandbox-key",
                        "--labels",
                        at("city/truth.json"),
                        side,
                        LEARNT_UNTIL,
                        "--out",
                        at(out)));
    }

    private void train(String rows, int version) {
        run(
                "train",
                "numbers",
                "--data",
                at(rows),
                "--model-version",
                String.valueOf(version),
                "--epochs",
                "12",
                "--out",
                bundle(version));
    }

    private Run compare(int champion, int challenger) {
        return Run.of(
                "compare",
                "--champion",
                bundle(champion),
                "--challenger",
                bundle(challenger),
                "--data",
                at("judge.csv.gz"));
    }

    private Run publish(int version) {
        return registry("publish-model", bundle(version));
    }

    private Run registry(String... command) {
        return run(
                with(
                        List.of("--registry", at("registry"), "--registry-only", "--by", "lin"),
                        command));
    }

    /** Calls all but every tenth honest row fraudulent. */
    private void slander(String from, String to) throws IOException {
        try (var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(
                                                Files.newInputStream(folder.resolve(from))),
                                        StandardCharsets.UTF_8));
                var out =
                        new BufferedWriter(
                                new OutputStreamWriter(
                                        new GZIPOutputStream(
                                                Files.newOutputStream(folder.resolve(to))),
                                        StandardCharsets.UTF_8))) {
            var header = in.readLine();
            var label = List.of(header.split(",")).indexOf("label");
            out.write(header + "\n");
            int row = 0;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var fields = line.split(",", -1);
                if (fields[label].equals("0") && row++ % 10 != 0) {
                    fields[label] = "1";
                }
                out.write(String.join(",", fields) + "\n");
            }
        }
    }

    private static Run run(List<String> arguments) {
        return run(arguments.toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        var run = Run.of(arguments);
        assertThat(run.exit()).as("%s: %s", String.join(" ", arguments), run.err()).isZero();
        return run;
    }

    private static List<String> with(List<String> options, String... command) {
        var all = new ArrayList<>(List.of(command));
        all.addAll(options);
        return all;
    }

    private String bundle(int version) {
        return at("numbers-v" + version + ".zip");
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
