/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTest {

    private final ScriptReader reader = ScriptReader.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "警方提醒您，凡是要求转账到安全账户的都是诈骗，请立即停止转账。",
                "这里是反诈中心，公检法没有安全账户，千万不要转账到安全账户。",
                "12381涉诈预警劝阻短信：您可能正在遭遇诈骗，对方要求屏幕共享请立即挂断。",
                "您好我是96110，如果有人让你共享屏幕，或者让你把钱转到安全账户，请挂断。",
                "新闻里说有人冒充警察，让老人把钱转到安全账户。",
                "骗子会说你涉嫌洗钱，要求你转到安全账户。",
                "我没有涉嫌洗钱，你不要把钱转到安全账户。",
                "请勿向他人透露验证码，本次通话可能会被录音，按一转人工。",
                "在设置里打开安全账户管理中心，看看账户安全等级。",
                "电影里那个警察拿着通缉令，说他涉嫌洗钱，这电视剧真好看。",
                "银行不会要求你共享屏幕，也不会索要验证码。",
                "您好我是招商银行，系统检测到您的信用卡有一笔异常交易，请核实，如有疑问请到柜台办理。"
            })
    void warningsRetellingsAndMenusAreNotSuspicious(String harmless) {
        assertThat(reader.read(harmless).score()).isLessThan(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "反诈中心要求你转到安全账户。",
                "国家反诈中心提醒，谨防电信诈骗，但是这次是真的，请把钱转到安全账户。",
                "国家反诈中心提醒，谨防诈骗，现在请把您卡里的存款转到安全账户。",
                "警察会说没有安全账户，你这个情况不一样，把钱转到资金清查账户。"
            })
    void aWarningThatEndsInAnInstructionIsVoided(String imposture) {
        SegmentHits read = reader.read(imposture);
        assertThat(read.score()).isGreaterThanOrEqualTo(6);
        assertThat(read.advisory() && !read.advisoryVoided()).isFalse();
    }

    @Test
    void negationEndsAtTheClause() {
        assertThat(phrases("请不要挂断电话，找一个没有人的房间")).containsExactly("不要挂断电话", "找一个没有人的房间");
        assertThat(phrases("账户没有注销，会影响征信记录")).containsExactly("影响征信记录");
        assertThat(phrases("不会影响征信记录")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "安全账户",
                "安全帳戶",
                "安全賬户",
                "安全帐户",
                "安-全-账-户",
                "安 * 全 · 账 户",
                "安嗯全呃账户",
                "安全\u200b账户",
                "安̶全̶账̶户̶"
            })
    void disguisesReadLikeThePlainWords(String disguised) {
        SegmentHits read = reader.read("钱转到" + disguised);
        assertThat(read.hits()).extracting(Hit::anchor).containsOnly(Anchor.SAFE_ACCT);
        assertThat(read.hits()).extracting(Hit::offset).containsExactly(3);
        assertThat(read.score()).isEqualTo(5 + 4);
    }

    @Test
    void trapsExplainAPhraseAway() {
        assertThat(phrases("这张卡单笔限额五万")).isEmpty();
        assertThat(phrases("任务卡单了")).containsExactly("卡单");
        assertThat(phrases("这手机跑分多少，安兔兔一百万")).isEmpty();
        assertThat(phrases("来做跑分")).containsExactly("跑分");
        assertThat(phrases("买usdtx和买usdt")).hasSize(1);
    }

    @Test
    void weakWordsCountHalfUntilSomethingStrongIsHeard() {
        assertThat(reader.read("你共享屏幕讲一下").score()).isEqualTo(2);
        SegmentHits both = reader.read("你共享屏幕讲一下，不要告诉银行");
        assertThat(both.hits()).extracting(Hit::weight).containsExactly(4, 3);
        assertThat(both.score()).isEqualTo((4 + 3) * 1.5);
    }

    @Test
    void recognitionErrorsNeedTheRightCompany() {
        assertThat(reader.read("安全账务").score()).isZero();
        assertThat(reader.read("你涉嫌洗钱，打到安全账务").score()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void theLongestPhraseCountsAndKeepsTheAnchor() {
        SegmentHits read = reader.read("请打开屏幕共享");
        assertThat(read.hits()).hasSize(1);
        assertThat(read.hits().get(0).anchor()).isEqualTo(Anchor.SCREEN_SHARE);
        assertThat(reader.phrase(read.hits().get(0).ruleId())).contains("打开屏幕共享");
    }

    @Test
    void harmlessPhrasesTakeOffAtMostFour() {
        double bare = reader.read("要对你进行羁押，你涉嫌洗钱").score();
        double courier = reader.read("要对你进行羁押，你涉嫌洗钱，取件码，放门口可以吗").score();
        assertThat(bare - courier).isEqualTo(4);
    }

    @Test
    void bankPhrasesDoNotSoftenAnAnchor() {
        double bare = reader.read("把钱转到安全账户").score();
        assertThat(reader.read("到期还款日，把钱转到安全账户").score()).isEqualTo(bare);
    }

    @Test
    void whatLeavesHoldsNoWords() {
        String secret = "我叫王小明，你涉嫌洗钱，把钱转到安全账户";
        SegmentHits read = reader.read(secret);
        assertThat(read.toString()).doesNotContain("王小明", "洗钱,", "安全账户");
        assertThat(read.textSha256()).hasSize(16).isEqualTo(reader.read(secret).textSha256());
        assertThat(read.length()).isEqualTo(secret.length());
        assertThat(read.lexiconVersion()).isEqualTo(reader.lexiconVersion()).hasSize(12);
    }

    private List<String> phrases(String text) {
        return reader.read(text).hits().stream()
                .flatMap(hit -> reader.phrase(hit.ruleId()).stream())
                .toList();
    }
}
