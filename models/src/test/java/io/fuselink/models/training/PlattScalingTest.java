/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattScalingTest {

    @Test
    void findsTheSigmoidThatDrewTheLabels() {
        var random = new Random(3);
        var logits = random.doubles(20_000, -4, 4).toArray();
        var fraud = new boolean[logits.length];
        for (int i = 0; i < fraud.length; i++) {
            fraud[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.7 * logits[i] - 1.5)));
        }

        var calibration = PlattScaling.fit(logits, fraud);

        assertThat(calibration.slope()).isCloseTo(0.7, within(0.05));
        assertThat(calibration.intercept()).isCloseTo(-1.5, within(0.08));
    }

    @Test
    void staysFiniteWhereClassesDoNotOverlap() {
        var calibration =
                PlattScaling.fit(
                        new double[] {-9, -8, -7, 6, 7},
                        new boolean[] {false, false, false, true, true});

        assertThat(calibration.probability(-8)).isCloseTo(0.2, within(0.05));
        assertThat(calibration.probability(6.5)).isCloseTo(0.75, within(0.05));
    }

    @Test
    void refusesARankingTheWrongWayRound() {
        assertThatThrownBy(
                        () ->
                                PlattScaling.fit(
                                        new double[] {-2, -1, 1, 2},
                                        new boolean[] {true, true, false, false}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wrong way round");
    }
}
