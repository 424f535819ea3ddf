/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.delays;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DelayTest {

    @Test
    void atMostFiveOfAHundredAreAboveTheNinetyFifthPercentile() {
        var delay = Delay.of("push", "ours", LongStream.rangeClosed(1, 100).boxed().toList());

        assertThat(delay.count()).isEqualTo(100);
        assertThat(delay.p50()).isEqualTo(50);
        assertThat(delay.p95()).isEqualTo(95);
        assertThat(delay.max()).isEqualTo(100);
    }

    @Test
    void ofFewTheSlowestCounts() {
        assertThat(Delay.of("push", "ours", List.of(7L, 900L)).p95()).isEqualTo(900);
    }

    @Test
    void whatNobodyMeasuredIsNotFast() {
        assertThat(Delay.of("push", "ours", List.of()).line()).endsWith("none");
    }
}
