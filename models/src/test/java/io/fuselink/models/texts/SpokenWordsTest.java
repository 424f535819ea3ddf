/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenWordsTest {

    @Test
    void itDoesNotMatterHowATextWasWrittenDown() {
        var said = SpokenWords.of("把钱转到安全账户");
        assertThat(SpokenWords.of("把 钱 转到 安全 账户")).isEqualTo(said);
        assertThat(SpokenWords.of("left: 把钱，转到……安全帐户！")).isEqualTo(said);
        assertThat(SpokenWords.of("把錢轉到安全帳戶")).isEqualTo(said);
        assertThat(SpokenWords.of("嗯把钱呃转到安-全-账-户")).isEqualTo(said);
    }

    @Test
    void masksAndNumbersAreOneTokenWhateverTheyHid() {
        var said = SpokenWords.of("退您300元");
        assertThat(SpokenWords.of("退您三百元")).isEqualTo(said);
        assertThat(SpokenWords.of("退您[金额x]元")).isEqualTo(said);
        assertThat(SpokenWords.of("退您 DIGIT 元")).isEqualTo(said);
        assertThat(SpokenWords.of("登录http://a.cn/b领取")).isEqualTo(SpokenWords.of("登录 URL 领取"));
    }

    @Test
    void theMillionsOfAnInsuranceAreItsName() {
        assertThat(SpokenWords.shown(SpokenWords.of("百万保障"), 0, 4)).isEqualTo("百万保障");
    }

    @Test
    void aBankOrAShopReadsLikeAnyOther() {
        assertThat(SpokenWords.of("我是招商银行客服")).isEqualTo(SpokenWords.of("我是工行客服"));
        assertThat(SpokenWords.of("京东理赔")).isEqualTo(SpokenWords.of("拼多多理赔"));
    }

    @Test
    void brokenMasksAndBareSignsDoNoHarm() {
        assertThat(SpokenWords.of("[金额x")).isEqualTo(SpokenWords.of("金额"));
        assertThat(SpokenWords.of("#E-s[数字x]#!？\uD83D")).isEmpty();
        assertThat(SpokenWords.of("")).isEmpty();
    }

    @Test
    void aHomophoneSoundsLikeWhatItStandsFor() {
        assertThat(Syllables.of('账')).isEqualTo(Syllables.of('张')).isEqualTo(Syllables.of('脏'));
        assertThat(Syllables.of('白')).isEqualTo(Syllables.of('百'));
        assertThat(Syllables.of('账')).isNotEqualTo(Syllables.of('户'));
    }
}
