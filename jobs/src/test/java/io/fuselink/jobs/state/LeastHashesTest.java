/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeastHashesTest {
    @Test
    void setsOfAFewAreHeldAgainstEachOtherExactly() {
        assertThat(alike(0, 4, 2, 6)).isEqualTo(2.0 / 6);
        assertThat(alike(0, 4, 0, 4)).isOne();
        assertThat(alike(0, 4, 10, 14)).isZero();
        assertThat(LeastHashes.alike(List.of(), List.of())).isZero();
    }

    @Test
    void ofLargeSetsEightSayWhatTheMeanOfManyPairsIs() {
        var mean =
                IntStream.range(0, 300)
                        .map(i -> i * 1_000)
                        .mapToDouble(i -> alike(i, i + 60, i + 40, i + 100))
                        .average()
                        .orElseThrow();

        assertThat(mean).isCloseTo(0.2, within(0.03));
        assertThat(of(0, 60)).hasSize(8);
    }

    private static double alike(int from, int to, int otherFrom, int otherTo) {
        return LeastHashes.alike(of(from, to), of(otherFrom, otherTo));
    }

    private static List<Integer> of(int from, int to) {
        return LeastHashes.of(
                IntStream.range(from, to).mapToObj(i -> Hashes.of("person-" + i)).toList());
    }
}
