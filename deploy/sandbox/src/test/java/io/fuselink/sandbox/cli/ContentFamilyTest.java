/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.models.evaluation.JudgedRow;
import io.fuselink.models.texts.TextRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text model beside phrases and slots: who speaks for whom. */
class ContentFamilyTest {
    private static final String SCRIPT = "我是专案组民警，你涉嫌洗钱，把钱转到安全账户";
    private static final String SCRIPT_BEGUN = "你涉嫌洗钱";
    private static final String PARCEL = "您好，您的快递放在门口了";

    private final ContentFamily family = new ContentFamily(0.7);

    @Test
    void whatTheRulesFindSuspiciousIsFraudThoughTheModelDoesNotKnowTheWords() {
        assertThat(family.score(SCRIPT, 0.1)).isBetween(0.7, 1.0);
        assertThat(family.score(SCRIPT, 0.99)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void rulesThatHearNothingOrTooLittleClearNobodyAndAccuseNobody() {
        assertThat(family.score(PARCEL, 0.2)).isEqualTo(0.2);
        assertThat(family.score(PARCEL, 0.9)).isEqualTo(0.9);
        assertThat(family.score(SCRIPT_BEGUN, 0.2)).isEqualTo(0.2);
    }

    @Test
    void theReportSaysBySourceWhatTheRulesAdd() {
        var rows =
                List.of(
                        row("a", "police", true, 0.1),
                        row("b", "police", true, 0.9),
                        row("c", "shop", false, 0.2));
        var texts =
                List.of(
                        new TextRow("a", "police", true, "", SCRIPT),
                        new TextRow("b", "police", true, "", PARCEL),
                        new TextRow("c", "shop", false, "", PARCEL));

        assertThat(family.table(rows, family.judged(rows, texts)).rows())
                .containsExactly(
                        List.of("police", "1 of 2 (50.00 %)", "2 of 2 (100.00 %)", "–", "–"),
                        List.of("shop", "–", "–", "0 of 1 (0.00 %)", "0 of 1 (0.00 %)"));
    }

    private static JudgedRow row(String id, String source, boolean fraud, double score) {
        return new JudgedRow(id, id, source, "all", fraud, score);
    }
}
