/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final String ROBOT = "您好，这里是惠民金融中心，您的信用额度已经升级，最高可以申请二十万元，请问您最近有资金需求吗？";

    @Test
    void theSameWordsAreTheSameWhateverTheRecogniserMakesOfPauses() {
        var again = "您好 这里是惠民金融中心。您的信用额度已经升级。最高可以申请二十万元 请问您最近有资金需求吗";

        assertThat(Opening.likeness(Opening.of(ROBOT), Opening.of(again))).isEqualTo(1);
    }

    @Test
    void aCharacterMisheardHereAndThereHardlyMatters() {
        var misheard = ROBOT.replace("升级", "生级");

        assertThat(Opening.likeness(Opening.of(ROBOT), Opening.of(misheard))).isGreaterThan(0.6);
    }

    @Test
    void twoPeopleWhoSayTheSameInTheirOwnWordsAreNotAlike() {
        var human = "喂你好啊，我是惠民金融中心的小李，想问一下您现在有没有贷款方面的需要呢，我们这边额度挺高的";

        assertThat(Opening.likeness(Opening.of(ROBOT), Opening.of(human))).isLessThan(0.4);
    }

    @Test
    void whatEverybodySaysFirstTellsNobodyApart() {
        assertThat(Opening.of("喂，您好，请问是王先生吗？")).isEmpty();
        assertThat(Opening.of("")).isEmpty();
    }

    @Test
    void onlyTheBeginningCounts() {
        assertThat(Opening.of(ROBOT + "好的，那我给您介绍一下")).isEqualTo(Opening.of(ROBOT));
    }

    @Test
    void aFingerprintIsSixteenTimesSixteenBits() {
        assertThat(Opening.of(ROBOT)).hasSize(4);
    }
}
