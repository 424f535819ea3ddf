/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32})
    void upToThirtyTwoTheCountIsExactHoweverOftenEachIsSeen(int people) {
        var seen = new Distinct();
        for (var round = 0; round < 3; round++) {
            callees(0, people).forEach(seen::add);
        }

        assertThat(Distinct.count(List.of(seen))).isEqualTo(people);
        assertThat(seen.sketch).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 100, 1_000, 5_000})
    void beyondItIsWithinFivePercent(int people) {
        var seen = new Distinct();
        callees(0, people).forEach(seen::add);
        callees(0, people / 2).forEach(seen::add);

        assertThat(Distinct.count(List.of(seen))).isCloseTo(people, withinPercentage(5));
    }

    @Test
    void twoBucketsAreMergedAndNotAdded() {
        var few = new Distinct();
        callees(0, 30).forEach(few::add);
        var alsoFew = new Distinct();
        callees(20, 50).forEach(alsoFew::add);
        var many = new Distinct();
        callees(40, 540).forEach(many::add);

        assertThat(Distinct.count(List.of(few, alsoFew))).isEqualTo(50);
        assertThat(Distinct.count(List.of(few, alsoFew, many))).isCloseTo(540, withinPercentage(5));
        assertThat(Distinct.count(List.of())).isZero();
    }

    @Property(tries = 20)
    void theOrderOfArrivalDoesNotShow(
            @ForAll @IntRange(min = 1, max = 400) int people, @ForAll long seed) {
        var hashes = new ArrayList<>(callees(0, people).boxed().toList());
        var first = new Distinct();
        hashes.forEach(first::add);
        Collections.shuffle(hashes, new Random(seed));
        var second = new Distinct();
        hashes.forEach(second::add);
        var other = new Distinct();
        callees(1_000, 1_100).forEach(other::add);

        assertThat(Distinct.count(List.of(second))).isEqualTo(Distinct.count(List.of(first)));
        assertThat(Distinct.count(List.of(other, second)))
                .isEqualTo(Distinct.count(List.of(first, other)));
    }

    private static LongStream callees(int from, int until) {
        return LongStream.range(from, until).map(i -> Hashes.of("callee-" + i));
    }
}
