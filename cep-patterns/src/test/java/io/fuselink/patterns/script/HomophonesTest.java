/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What recognition wrote wrongly is heard as it was meant, and ordinary words stay what they are. */
class HomophonesTest {

    /** The anchors of the lexicon, each of which must be heard however its characters are mistaken. */
    private static final List<String> ANCHORS =
            List.of(
                    "安全账户", "资金清查", "屏幕共享", "共享屏幕", "逮捕令", "通缉令", "验证码", "百万保障", "涉嫌洗钱", "解冻费",
                    "自证清白", "刷流水", "银联会议", "国家安全账户");

    private final ScriptReader reader = ScriptReader.standard();
    private final Syllables syllables = Syllables.of(resource("syllables.tsv"));

    @ParameterizedTest
    @CsvSource({
        "把钱转到安全张户, 把钱转到安全账户",
        "把钱转到按全账户, 把钱转到安全账户",
        "转到安全仗护, 转到安全账户",
        "逮捕领下来了, 逮捕令下来了",
        "打开屏木共享, 打开屏幕共享",
        "打开平目共享, 打开屏幕共享",
        "你赚账给我, 你转账给我",
        "把宴正码念给我, 把验证码念给我",
        "下载银莲会议, 下载银联会议",
        "交宝证金才能提线, 交保证金才能提线"
    })
    void aSlipOfTheRecogniserIsHeardAsMeant(String written, String meant) {
        assertThat(heard(written)).isEqualTo(meant);
    }

    @Test
    void everyAnchorIsHeardWithAnyOneCharacterMistaken() {
        int heard = 0;
        List<String> missed = new ArrayList<>();
        for (String anchor : ANCHORS) {
            for (String written : mistaken(anchor)) {
                if (heard(written).equals(anchor)) {
                    heard++;
                } else {
                    missed.add(written);
                }
            }
        }
        // What is missed reads as an ordinary word: 安全帐糊, 洗前.
        assertThat(heard).as("missed: %s", missed).isGreaterThan(missed.size() * 19);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "安全掌握", "安全张护士", "逮捕领导干部", "捕鱼令人愉快", "你验证吗", "清洗前先看说明", "抵现券", "提线木偶", "凭目共赏",
                "屏幕供应商", "百万宝藏", "通情达理", "解冻肺部", "设贤洗马", "全站护航", "长号独奏", "这张户口本", "最高减三百", "放心不下",
                "公安局真心服务", "征兵办", "证心诚意"
            })
    void ordinaryWordsStayWhatTheyAre(String ordinary) {
        assertThat(heard(ordinary)).isEqualTo(PlainWords.of(ordinary).words());
    }

    @Test
    void whatWasHeardByEarCountsHalfUnlessSomethingStrongIsHeardToo() {
        assertThat(reader.read("安全账户").score()).isEqualTo(5);
        assertThat(reader.read("安全张户").score()).isEqualTo(2.5);
        assertThat(reader.read("你涉嫌洗钱，打到安全张户").score())
                .isEqualTo(reader.read("你涉嫌洗钱，打到安全账户").score());
    }

    @Test
    void offsetsPointAtWhatWasWritten() {
        assertThat(reader.read("那个，把钱转到安-全-张-户").hits()).extracting(Hit::offset).contains(7);
    }

    @Test
    void wordsOfOnesOwnAreHeardAndTheirTwinsAreNot() {
        Homophones own = Homophones.of(List.of("神秘口令"), Map.of("神秘口令", List.of("神秘扣令")), syllables);
        assertThat(own.meant("说出神秘口领", new Spans())).isEqualTo("说出神秘口令");
        assertThat(own.meant("说出神秘扣令", new Spans())).isEqualTo("说出神秘扣令");
        assertThat(Homophones.of(List.of(), Map.of(), syllables).meant("神秘口领", new Spans()))
                .isEqualTo("神秘口领");
    }

    @Test
    void everyCommonCharacterHasASound() {
        assertThat("转帐账户贷款银行卡的一是不了人我在有他这为之大来".replace("帐", "").chars())
                .allMatch(c -> syllables.known((char) c.intValue()));
        assertThat(syllables.same('行', '航')).isTrue();
        assertThat(syllables.same('四', '是')).isFalse();
        assertThat(syllables.sounds("四")).isEqualTo(syllables.sounds("是"));
        assertThat(syllables.known('a')).isFalse();
    }

    /** The anchor with one character after the other replaced by others of the same sound. */
    private List<String> mistaken(String anchor) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < anchor.length(); i++) {
            int found = 0;
            for (char c = '\u4e00'; c <= '\u9fa5' && found < 8; c++) {
                boolean twin = syllables.known(c) && syllables.same(c, anchor.charAt(i));
                String written =
                        PlainWords.of(anchor.substring(0, i) + c + anchor.substring(i + 1)).words();
                if (twin && !written.equals(anchor)) {
                    all.add(written);
                    found++;
                }
            }
        }
        return all;
    }

    private String heard(String text) {
        return new Reading(reader.book(), PlainWords.of(text)).words();
    }

    private static String resource(String name) {
        try (InputStream in = ScriptReader.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
