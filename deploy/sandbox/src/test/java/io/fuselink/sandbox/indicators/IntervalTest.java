/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

    /** Wilson's interval of 10 of 100, as every table of it has it: 5.52 % to 17.44 %. */
    @Test
    void aShareHasWilsonsInterval() {
        var tenth = Interval.share(10, 100, 100);

        assertThat(tenth.value()).isEqualTo(10);
        assertThat(tenth.low()).isCloseTo(5.52, within(0.01));
        assertThat(tenth.high()).isCloseTo(17.44, within(0.01));
    }

    @Test
    void noCaseAmongFewIsNoProofOfNone() {
        assertThat(Interval.share(0, 20, 100).high()).isCloseTo(16.11, within(0.01));
        assertThat(Interval.share(0, 0, 100)).isEqualTo(Interval.NONE);
    }

    @Test
    void aMedianLiesBetweenTwoOrderStatistics() {
        assertThat(Interval.median(new double[] {3, 1, 2}, 1)).isEqualTo(Interval.exactly(2));
        assertThat(Interval.median(new double[] {4, 1, 2, 3}, 10)).isEqualTo(Interval.exactly(25));
        var hundred = new double[100];
        for (var i = 0; i < 100; i++) {
            hundred[i] = i + 1;
        }
        assertThat(Interval.median(hundred, 1)).isEqualTo(new Interval(50.5, 41, 61));
    }
}
