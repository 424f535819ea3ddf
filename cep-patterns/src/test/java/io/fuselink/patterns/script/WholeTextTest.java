/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.patterns.script.ScriptVerdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text without its call is read for whoever speaks in it. */
class WholeTextTest {

    private final ScriptReader reader = ScriptReader.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "left: 你涉嫌洗钱，把钱转到安全账户。\nright: 我不去。",
                "A：你涉嫌洗钱，把钱转到安全账户。\nB：我不去。\nA：快一点。",
                "被叫：喂？\n主叫：你涉嫌洗钱，把钱转到安全账户。",
                "客服：你涉嫌洗钱。 客户：什么？ 客服：把钱转到安全账户。",
                "你涉嫌洗钱，把钱转到安全账户。"
            })
    void theCallersWordsCountAgainstTheCaller(String text) {
        WholeText read = reader.readWhole(text);
        assertThat(read.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(read.stages()).containsExactly(Stage.THREAT, Stage.TRANSFER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "left: 您好。\nright: 他说我涉嫌洗钱，让我把钱转到安全账户。",
                "接听者：他说我涉嫌洗钱，让我把钱转到安全账户。",
                "他说我涉嫌洗钱，我正要把钱转到安全账户。"
            })
    void whatACalleeRetellsMakesAVictim(String text) {
        assertThat(reader.readWhole(text).verdict()).isEqualTo(Verdict.VICTIM);
    }

    @Test
    void aDemandIsNoRetelling() {
        assertThat(reader.readWhole("法院让我通知你，你涉嫌洗钱，把钱转到安全账户").verdict())
                .isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void aColonAloneMakesNoDialogue() {
        assertThat(Dialogue.turns("温馨提示：您的快递到了\n取件码：8-2-1\n地址：南门")).isEmpty();
        assertThat(Dialogue.turns("收款人：张三\n账号：略")).isEmpty();
        assertThat(Dialogue.turns("咨询订单号:[数字x] 订单金额:[金额x]")).isEmpty();
    }

    @Test
    void offsetsPointIntoTheWholeText() {
        String text = "客服：您好。 客户：你好。 客服：请打开屏幕共享。";
        assertThat(reader.readWhole(text).hits())
                .extracting(Hit::offset)
                .containsExactly(text.indexOf("打开屏幕共享"));
    }
}
