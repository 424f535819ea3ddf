/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextGramsTest {

    @Test
    void misheardWordsKeepTheirSounds() {
        var right = TextGrams.of("安全账户");
        var misheard = TextGrams.of("安泉张户");
        var common =
                Arrays.stream(right).filter(g -> Arrays.binarySearch(misheard, g) >= 0).count();
        // 安 and 户 themselves, three pairs of sounds and two triples.
        assertThat(common).isEqualTo(7);
    }

    @Test
    void eachNGramCountsOnceAndInOrder() {
        var grams = TextGrams.of("转账转账转账");
        assertThat(grams).isSorted().doesNotHaveDuplicates().hasSizeLessThan(20);
    }

    @Test
    void nothingSaidIsNoNGram() {
        assertThat(TextGrams.of("……")).isEmpty();
    }
}
