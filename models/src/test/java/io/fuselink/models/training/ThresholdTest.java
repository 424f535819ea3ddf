/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ThresholdTest {
    private static final double[] SCORES = {0.1, 0.2, 0.55, 0.7, 0.8, 0.9};
    private static final boolean[] FRAUD = {false, false, false, true, false, true};

    @Test
    void noBudgetMeansAboveEveryBenignRow() {
        assertThat(Threshold.forBudget(SCORES, FRAUD, 0)).isCloseTo(0.85, within(1e-12));
    }

    @Test
    void aBudgetOfOneInFourLetsOneThrough() {
        assertThat(Threshold.forBudget(SCORES, FRAUD, 250_000)).isCloseTo(0.625, within(1e-12));
    }

    @Test
    void neverFiresOnWhatIsMoreLikelyBenign() {
        assertThat(Threshold.forBudget(SCORES, FRAUD, 1_000_000)).isEqualTo(0.5);
        assertThat(Threshold.forBudget(new double[] {0.01, 0.2}, new boolean[] {false, true}, 0))
                .isEqualTo(0.5);
    }
}
