/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.JudgedRow;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.texts.RehearsalTexts;
import io.fuselink.models.texts.TextJudge;
import io.fuselink.models.texts.TextScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small text model of rehearsed lines, told as two collections. */
class TrainTextsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path folder;

    private static Path data;
    private static Path bundle;
    private static TextScorer scorer;

    @BeforeAll
    static void train() throws IOException {
        data = folder.resolve("texts.jsonl");
        var lines = new StringBuilder();
        for (var source : List.of("north", "south")) {
            for (var row : RehearsalTexts.compose(300, source.hashCode())) {
                lines.append(
                                JSON.writeValueAsString(
                                        Map.of(
                                                "id",
                                                source + row.id(),
                                                "source",
                                                source,
                                                "label",
                                                row.fraud() ? 1 : 0,
                                                "type",
                                                row.type(),
                                                "text",
                                                row.text())))
                        .append('\n');
            }
        }
        Files.writeString(data, lines);
        bundle = folder.resolve("texts.zip");
        TrainTexts.run(plan(bundle, 5, 300), line -> {});
        scorer = TextScorer.of(ModelBundle.read(bundle));
    }

    private static TextPlan plan(Path out, int epochs, int rehearsal) {
        return new TextPlan(
                data, null, out, "texts", 1, 10_000, epochs, 2, rehearsal, 7, "own lines");
    }

    @Test
    void aScamIsHeardThoughMisheardAndBeforeItsEnd() {
        var scam = "您名下的银行卡涉嫌洗钱，为了证明清白要把所有存款转到我们的安全账户，家里人一个都不能讲";
        assertThat(scorer.score(scam)).isGreaterThan(scorer.threshold());
        assertThat(scorer.score(scam.replace("安全账户", "安泉张户").replace("洗钱", "喜钱")))
                .isGreaterThan(scorer.threshold());
        assertThat(scorer.score(scam.substring(0, 34))).isGreaterThan(scorer.threshold());
    }

    @Test
    void honestCallsAreLeftAlone() {
        assertThat(scorer.score("您好，您的外卖到了，给您放门口可以吗")).isLessThan(scorer.threshold());
        assertThat(scorer.score("公安机关没有安全账户，不要转账，凡是让您转账的都是诈骗")).isLessThan(scorer.threshold());
        assertThat(scorer.score("")).isLessThan(scorer.threshold());
    }

    @Test
    void theSameTextsAndSeedGiveTheSameFile() throws IOException {
        var once = folder.resolve("once.zip");
        var again = folder.resolve("again.zip");
        TrainTexts.run(plan(once, 1, 20), line -> {});
        TrainTexts.run(plan(again, 1, 20), line -> {});
        assertThat(Files.mismatch(once, again)).isEqualTo(-1);
    }

    @Test
    void theBundleTellsWhatItIsAndServesWhatWasTrained() {
        var read = ModelBundle.read(bundle);
        assertThat(read.manifest().kind()).isEqualTo(BundleKind.TEXTS);
        assertThat(read.manifest().metrics()).containsKeys("dev_recall_north", "parity");
        assertThat(BundleCheck.parity(read)).isLessThan(1e-6);
        assertThatThrownBy(() -> read.require(BundleKind.SERVING, NumberFeatures.SCHEMA))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("of kind texts, not serving");
        assertThatThrownBy(() -> TextScorer.of(ModelBundle.shipped()))
                .hasMessageContaining("of kind serving, not texts");
    }

    @Test
    void rowsAreJudgedBySourceAndExplainedInWords() {
        var judge = TextJudge.of(ModelBundle.read(bundle));
        var rows = judge.judge(data);
        assertThat(rows).extracting(JudgedRow::source).containsOnly("north", "south");
        var worst = rows.stream().filter(row -> row.score() >= judge.threshold()).findFirst().get();
        assertThat(judge.reasons(worst)).isNotEmpty().allMatch(reason -> reason.contains("(+"));
    }

    @Test
    void aSourceLeftOutIsJudgedByTheOthers() {
        var table = TrainTexts.leaveOneSourceOut(plan(null, 2, 200), line -> {});
        assertThat(table.rows())
                .extracting(row -> row.get(0))
                .containsExactly("north", RehearsalTexts.SOURCE, "south");
        assertThat(table.rows())
                .extracting(row -> Double.parseDouble(row.get(3)))
                .allMatch(recall -> recall > 0.2);
    }

    @Test
    void oneClassAloneTeachesNothing() throws IOException {
        var onlyFraud = folder.resolve("fraud.jsonl");
        Files.writeString(onlyFraud, "{\"id\":\"a\",\"text\":\"转账\",\"label\":1}\n");
        var plan = new TextPlan(onlyFraud, data, bundle, "texts", 1, 0, 1, 1, 0, 7, "");
        assertThatThrownBy(() -> TrainTexts.run(plan, line -> {}))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("both are needed");
    }
}
