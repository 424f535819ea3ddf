/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.patterns.script.CallScript.Folded;
import io.fuselink.patterns.script.ScriptVerdict.Verdict;
import org.junit.jupiter.api.Test;

class CallScriptTest {

    private static final boolean CALLER = true;
    private static final boolean CALLEE = false;
    private static final long MINUTE = 60_000;

    private final CallScript call = new CallScript();

    @Test
    void aScriptUnfoldsStageByStage() {
        say(1, 0, CALLER, "你好，我是专案组民警");
        assertThat(call.verdict().verdict()).isEqualTo(Verdict.NONE);
        say(2, 20_000, CALLEE, "啊，什么事");
        say(3, 30_000, CALLER, "你涉嫌洗钱");
        say(4, 50_000, CALLER, "把钱转到安全账户");

        ScriptVerdict verdict = call.verdict();
        assertThat(verdict.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(verdict.stages()).containsExactly("IDENTITY", "THREAT", "TRANSFER");
        assertThat(verdict.stageCount()).isEqualTo(3);
        assertThat(verdict.anchors()).containsExactly("SAFE_ACCT");
        assertThat(verdict.anchored()).isTrue();
        assertThat(verdict.topHits().get(0).anchor()).isEqualTo(Anchor.SAFE_ACCT);
    }

    @Test
    void theSameWordsFromTheCalleeMakeAVictim() {
        say(1, 0, CALLEE, "他说我涉嫌洗钱");
        say(2, 9_000, CALLEE, "我正要把钱转到安全账户");
        assertThat(call.verdict().verdict()).isEqualTo(Verdict.VICTIM);
        assertThat(call.verdict().stages()).containsExactly("THREAT", "TRANSFER");
    }

    @Test
    void aCalleeWhoRepeatsTheScriptToAWarningPoliceOfficerIsNoVictimAlert() {
        say(1, 0, CALLER, "您可能正在遭遇诈骗，请立即停止转账");
        say(2, 9_000, CALLEE, "他说我涉嫌洗钱，我正要把钱转到安全账户");
        assertThat(call.verdict().verdict()).isEqualTo(Verdict.ADVISORY);
    }

    @Test
    void aWarningIsVoidedOnlyByAnInstructionWithinAMinute() {
        say(1, 0, CALLER, "国家反诈中心提醒，你涉嫌洗钱");
        say(2, MINUTE, CALLER, "但是这次是真的");
        assertThat(call.verdict().verdict()).isEqualTo(Verdict.ADVISORY);
        say(4, 4 * MINUTE, CALLER, "转到安全账户");
        assertThat(call.verdict().verdict()).isEqualTo(Verdict.ADVISORY);
        say(3, 2 * MINUTE, CALLER, "转到安全账户");
        assertThat(call.verdict().verdict()).isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void aLaterReadingReplacesTheEarlierOne() {
        assertThat(fold(1, 0, 4_000, false, "把钱转到安全账户")).isEqualTo(Folded.KEPT);
        assertThat(fold(1, 0, 6_000, false, "不要把钱转到安全账户")).isEqualTo(Folded.KEPT);
        assertThat(call.verdict().score()).isZero();
        assertThat(fold(1, 0, 5_000, false, "把钱转到安全账户")).isEqualTo(Folded.STALE);
        assertThat(fold(1, 0, 5_000, true, "把钱转到安全账户")).isEqualTo(Folded.KEPT);
        assertThat(fold(1, 0, 9_000, false, "不要把钱转到安全账户")).isEqualTo(Folded.STALE);
        assertThat(call.verdict().verdict()).isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void wordsLoseHalfTheirWeightInTenMinutes() {
        say(1, 0, CALLER, "你涉嫌洗钱");
        assertThat(call.verdict().score()).isEqualTo(4);
        say(2, 10 * MINUTE, CALLER, "好的");
        assertThat(call.verdict().score()).isEqualTo(2);
        say(3, 20 * MINUTE, CALLER, "你涉嫌洗钱");
        assertThat(call.verdict().score()).isEqualTo(4);
    }

    @Test
    void aRecognitionErrorCountsOnceItsCompanyWasHeardInAnotherSegment() {
        say(1, 0, CALLER, "放到安全账务");
        assertThat(call.verdict().score()).isLessThan(6);
        say(2, 0, CALLER, "你涉嫌洗钱");
        assertThat(call.verdict().verdict()).isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void theThresholdCanBeMoved() {
        say(1, 0, CALLER, "你涉嫌洗钱");
        ScriptLimits strict = new ScriptLimits(4, 600_000, 0.5, 0.1, 4, 4, MINUTE);
        assertThat(call.verdict(strict).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(call.verdict(strict).stageCount()).isEqualTo(1);
        assertThat(call.verdict(strict).anchored()).isFalse();
    }

    @Test
    void anEndlessCallIsRefusedAloud() {
        SegmentHits nothing = ScriptReader.standard().read("好的");
        for (int i = 0; i < CallScript.MOST_SEGMENTS; i++) {
            call.fold(i, i, i, true, CALLER, nothing);
        }
        assertThat(call.fold(-1, 0, 0, true, CALLER, nothing)).isEqualTo(Folded.FULL);
        assertThat(call.fold(0, 0, 1, true, CALLER, nothing)).isEqualTo(Folded.KEPT);
    }

    private void say(int segNo, long atMs, boolean callersWords, String words) {
        call.fold(segNo, atMs, atMs, true, callersWords, ScriptReader.standard().read(words));
    }

    private Folded fold(int segNo, long beginMs, long endMs, boolean finished, String words) {
        return call.fold(
                segNo, beginMs, endMs, finished, CALLER, ScriptReader.standard().read(words));
    }
}
