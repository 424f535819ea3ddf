/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final long START = 1_772_413_200_000L;

    private record Turn(long at, int place) {}

    @Test
    void turnsComeByTimeAndThenByPlace() {
        var turns = new Turns(START);
        turns.add(START + 5, 7);
        turns.add(START, 9_999_999);
        turns.add(START + 5, 2);

        assertThat(allOf(turns))
                .containsExactly(
                        new Turn(START, 9_999_999), new Turn(START + 5, 2), new Turn(START + 5, 7));
    }

    @Test
    void whoeverActedWaitsForTheNextTurnAmongManyOthers() {
        var turns = new Turns(START);
        var expected = new TreeSet<Long>();
        for (var place = 0; place < 5_000; place++) {
            turns.add(START + place * 37 % 1_009, place);
        }
        for (var acts = 0; acts < 5_000; acts++) {
            var next = turns.at() + 1_009 + acts % 13;
            expected.add(next);
            turns.postpone(next);
        }

        var left = allOf(turns);
        assertThat(left).hasSize(5_000);
        assertThat(left).extracting(Turn::at).isSorted().containsOnlyElementsOf(expected);
        assertThat(left).extracting(Turn::place).doesNotHaveDuplicates();
        assertThat(turns.isEmpty()).isTrue();
    }

    private static List<Turn> allOf(Turns turns) {
        var all = new ArrayList<Turn>();
        while (!turns.isEmpty()) {
            all.add(new Turn(turns.at(), turns.place()));
            turns.remove();
        }
        return all;
    }
}
