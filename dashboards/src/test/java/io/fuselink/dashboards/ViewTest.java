/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ViewTest {
    private static final String TOKEN = "ff".repeat(16);

    @ParameterizedTest
    @CsvSource({
        "PT1M, 5s",
        "PT1H, 300s",
        "PT3H, 300s",
        "PT24H, 3600s",
        "P7D, 43200s",
        "P3650D, 2592000s"
    })
    void barsAreAsWideAsPeopleReadThem(Duration span, String interval) {
        assertThat(View.of(0, span.toMillis()).interval(40)).isEqualTo(interval);
    }

    @Test
    void aMomentLaterItIsTheSameQuestionAndNothingOfTheSpanIsLeftOut() {
        var hour = Duration.ofHours(1).toMillis();
        var asked = View.of(hour + 1, 2 * hour + 1).query(IndexFamily.LEGS, "at");

        assertThat(View.of(hour + 900, 2 * hour + 900).query(IndexFamily.LEGS, "at"))
                .isEqualTo(asked);
        assertThat(asked.at("/bool/filter/0/range/at/gte").asLong()).isEqualTo(hour);
        assertThat(asked.at("/bool/filter/0/range/at/lt").asLong()).isEqualTo(2 * hour + 5_000);
    }

    @Test
    void aNumberIsFoundWhereverItStands() {
        var view = new View(1, 2, List.of(new Filter(Filter.NUMBER, TOKEN)));

        assertThat(view.query(IndexFamily.LEGS, "at").at("/bool/filter/1/bool/should"))
                .hasToString("[{\"terms\":{\"target_tk\":[\"%s\"]}}]".formatted(TOKEN));
        assertThat(view.query(IndexFamily.ALERTS, "at").at("/bool/filter/1/bool/should"))
                .extracting(clause -> clause.at("/terms").fieldNames().next())
                .containsExactly("subject_tk", "initiator_tk", "linked_from", "members", "victims");
    }

    @Test
    void whileKeysAreChangedANumberHasTwoTokens() {
        var view = new View(1, 2, List.of(new Filter(Filter.NUMBER, "aa,bb")));

        assertThat(view.query(IndexFamily.LEGS, "at").toString())
                .contains("{\"target_tk\":[\"aa\",\"bb\"]}");
    }

    @Test
    void anIndexWithoutTheFieldIsNotNarrowed() {
        var view = new View(1, 2, List.of(new Filter("party", "carrier-slow")));

        assertThat(view.query(IndexFamily.LEGS, "at").at("/bool/filter")).hasSize(2);
        assertThat(view.query(IndexFamily.ALERTS, "at").at("/bool/filter")).hasSize(1);
    }
}
