/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final double LIMIT = 0.5;

    @TempDir Path folder;

    @Test
    void figuresAreThoseCountedByHand() {
        var figures =
                Figures.of(
                        List.of(
                                row("a", true, 0.9),
                                row("b", false, 0.8),
                                row("c", true, 0.7),
                                row("d", false, 0.2),
                                row("e", false, 0.1)),
                        LIMIT);

        assertThat(figures.auc().value()).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(figures.prAuc().value()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
        assertThat(figures.recallAt1Percent().value()).isEqualTo(0.5);
        assertThat(figures.recall().value()).isEqualTo(1);
        assertThat(figures.precision().value()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(figures.falsePositiveRate().value()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(figures.harmed()).isEqualTo(1);
    }

    @Test
    void equalScoresAreHalfRight() {
        var rows = List.of(row("a", true, 0.5), row("b", false, 0.5), row("c", false, 0.5));

        assertThat(Figures.of(rows, LIMIT).auc().value()).isEqualTo(0.5);
        assertThat(Figures.of(rows, LIMIT).recallAt1Percent().value()).isZero();
    }

    @Test
    void oneClassAloneTellsNoRanking() {
        var figures = Figures.of(List.of(row("a", false, 0.4), row("b", false, 0.6)), LIMIT);

        assertThat(figures.auc().value()).isNaN();
        assertThat(figures.recall().value()).isNaN();
        assertThat(figures.falsePositiveRate().value()).isEqualTo(0.5);
    }

    @Test
    void intervalsHoldTheFigureAndNarrowWithMoreRows() {
        var few = Figures.of(noisy(200), LIMIT);
        var many = Figures.of(noisy(5_000), LIMIT);

        assertThat(few.auc().value())
                .isBetween(few.auc().interval().low(), few.auc().interval().high());
        assertThat(width(many.auc().interval())).isLessThan(width(few.auc().interval()) / 2);
        assertThat(width(many.recall().interval())).isLessThan(width(few.recall().interval()) / 2);
        assertThat(Interval.wilson(0, 20).high()).isBetween(0.1, 0.2);
    }

    @Test
    void thePublishedScaleMovesTheThresholdToOneHalfAndKeepsEveryVerdict() {
        var random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            var threshold = 0.5 + random.nextDouble() / 2;
            var score = random.nextDouble();

            assertThat(PublishedScale.of(score, threshold) >= 0.5).isEqualTo(score >= threshold);
            assertThat(PublishedScale.of(threshold, threshold)).isEqualTo(0.5);
        }
    }

    @Test
    void theReportIsOnePageThatNeedsNoNetwork() throws IOException {
        var rows = noisy(400);
        var worse = rows.stream().map(r -> r.withScore(1 - r.score())).toList();
        new Evaluation(
                        "numbers-v2 <new>",
                        "rows.csv.gz",
                        LIMIT,
                        rows,
                        Map.of("baseline", worse),
                        row -> List.of("callees_24h 96 numbers (+2.1)"),
                        List.of(
                                new ReportTable(
                                        "Leave one source out",
                                        "",
                                        List.of("source", "recall"),
                                        List.of(List.of("police", "0.9")))),
                        List.of("Trained on a synthetic crowd."))
                .write(folder);

        var page = Files.readString(folder.resolve("report.html"));
        assertThat(page)
                .contains("<svg", "ROC", "Calibration", "numbers-v2 &lt;new&gt;", "baseline")
                .contains("Leave one source out", "callees_24h 96 numbers", "night", "day")
                .doesNotContain("http://", "https://", "<script", "NaN");
        var metrics = new ObjectMapper().readTree(folder.resolve("metrics.json").toFile());
        assertThat(metrics.at("/overall/auc").asDouble()).isGreaterThan(0.7);
        assertThat(metrics.at("/beside/baseline/overall/auc").asDouble()).isLessThan(0.3);
        assertThat(metrics.at("/strata/night/rows").asInt()).isEqualTo(200);
        assertThat(metrics.at("/confusion/false_alarms").asInt())
                .isEqualTo(metrics.at("/overall/harmed_subjects").asInt());
    }

    @Test
    void scoresAreReadAsTheyWereWritten() throws IOException {
        var file = folder.resolve("scores.csv");
        try (var scores = new ScoresFile(file, "num_id", 0.7)) {
            scores.add("S1", 0.7);
            scores.add("S2", 0.69999999);
        }

        assertThat(Files.readAllLines(file).get(0)).isEqualTo("num_id,score,verdict");
        assertThat(Files.readAllLines(file).get(1)).isEqualTo("S1,0.5,fraud");
        assertThat(Files.readAllLines(file).get(2)).endsWith(",benign");
        assertThat(ScoresFile.read(file).get("S2")).isLessThan(0.5);
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    private static List<JudgedRow> noisy(int rows) {
        var random = new Random(7);
        var judged = new ArrayList<JudgedRow>();
        for (int i = 0; i < rows; i++) {
            var fraud = i % 4 < 2;
            var score = Math.max(0, Math.min(1, random.nextGaussian() / 4 + (fraud ? 0.65 : 0.35)));
            judged.add(
                    new JudgedRow(
                            "r" + i,
                            "s" + i,
                            "police",
                            i % 2 == 0 ? "day" : "night",
                            fraud,
                            score));
        }
        return judged;
    }

    private static JudgedRow row(String id, boolean fraud, double score) {
        return new JudgedRow(id, id, "test", "all", fraud, score);
    }
}
