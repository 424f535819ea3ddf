/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.TrunkType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assumptions;

/** What holds for any string whatever. */
class NumberClassifierPropertyTest {
    private final NumberClassifier classifier = new NumberClassifier();

    @Property
    void anyTextIsClassifiedAndNothingThrows(
            @ForAll String raw, @ForAll TrunkType trunk, @ForAll boolean roaming) {
        var number = classifier.classify(raw, trunk, roaming);

        assertThat(number.numberClass()).isNotNull();
        assertThat(number.spoofShape()).isNotNull();
        assertThat(number.reasons()).isNotEmpty();
    }

    @Property(tries = 5_000)
    void aCanonicalFormReadsBackAsWhatItWas(@ForAll("dialled") String raw) {
        var number = classifier.classify(raw);
        Assumptions.assumeThat(number.joinable()).isTrue();

        var again = classifier.ofCanonical(number.canonical());

        assertThat(again.canonical()).isEqualTo(number.canonical());
        assertThat(again.numberClass()).isEqualTo(number.numberClass());
        assertThat(again.unit()).isEqualTo(number.unit());
        assertThat(again.display()).isEqualTo(number.display());
    }

    @Property(tries = 2_000)
    void separatorsAndFullWidthDigitsChangeNothing(@ForAll("dialled") String raw) {
        var wide = new StringBuilder();
        raw.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));

        assertThat(classifier.classify(" " + wide + " ")).isEqualTo(classifier.classify(raw));
    }

    @Property(tries = 2_000)
    void aMaskNeverShowsAPersonalNumber(@ForAll("mobiles") String mobile) {
        var shown = classifier.classify(mobile).display();

        assertThat(shown.replaceAll("\\D", "")).hasSizeLessThanOrEqualTo(5);
    }

    @Provide
    Arbitrary<String> dialled() {
        var prefixes =
                Arbitraries.of(
                        "",
                        "+",
                        "00",
                        "+86",
                        "0086",
                        "86",
                        "0",
                        "010",
                        "0755",
                        "0951",
                        "700",
                        "+86700",
                        "+7700",
                        "95",
                        "96",
                        "106",
                        "1064",
                        "14",
                        "138",
                        "170",
                        "400",
                        "17951138",
                        "+852",
                        "+1",
                        "+52",
                        "+54",
                        "+39",
                        "+44",
                        "+886",
                        "12",
                        "1");
        var digits = Arbitraries.strings().numeric().ofMinLength(0).ofMaxLength(14);
        return prefixes.flatMap(prefix -> digits.map(rest -> prefix + rest));
    }

    @Provide
    Arbitrary<String> mobiles() {
        return Arbitraries.strings().numeric().ofLength(8).map(rest -> "138" + rest);
    }
}
