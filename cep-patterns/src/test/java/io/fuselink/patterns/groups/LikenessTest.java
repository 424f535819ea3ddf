/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final List<Long> LONG = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    private static final List<Long> SHORT = List.of(7L, 8L, 9L, 10L);

    @Test
    void aShortListIsMeasuredByItselfOrByBoth() {
        assertThat(Likeness.common(LONG, SHORT)).isEqualTo(2);
        assertThat(Likeness.jaccard(LONG, SHORT)).isEqualTo(0.2);
        assertThat(Likeness.overlap(LONG, SHORT)).isEqualTo(0.5);
    }

    @Test
    void nothingIsLikeNothing() {
        assertThat(Likeness.jaccard(List.of(), List.of())).isZero();
        assertThat(Likeness.overlap(LONG, List.of())).isZero();
    }
}
