/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTextsTest {

    @Test
    void theSameSeedComposesTheSameTexts() {
        assertThat(RehearsalTexts.compose(200, 1)).isEqualTo(RehearsalTexts.compose(200, 1));
        assertThat(RehearsalTexts.compose(200, 1)).isNotEqualTo(RehearsalTexts.compose(200, 2));
    }

    @Test
    void everyChoiceIsMadeAndHalfOfTheTextsAreFraud() {
        var texts = RehearsalTexts.compose(400, 3);
        assertThat(texts).filteredOn(TextRow::fraud).hasSize(400);
        assertThat(texts).noneMatch(row -> row.text().matches("(?s).*[{}|].*"));
        assertThat(texts).allMatch(row -> row.text().strip().length() > 5);
    }
}
