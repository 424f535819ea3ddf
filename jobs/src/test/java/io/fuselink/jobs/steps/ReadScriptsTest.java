/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Channel;
import io.fuselink.events.ConsentBasis;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Signal;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TranscriptSegment;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.state.SpokenCall;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.patterns.script.ScriptReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the words of one call give away, and about whom. */
class ReadScriptsTest {
    private static final ScriptReader READER = ScriptReader.standard();

    /** Enough words for the text model. */
    private static final String LONG_STORY = "我们需要您在手机上下载一个会议软件然后打开屏幕共享。".repeat(4);

    private TextScorer model;
    private StepHarness<TextHit, Signal> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new ReadScripts(), TextHit.class, TextHit::callId);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void theSafeAccountScriptIsToldOnceAndItsStagesAboutTheVictim() throws Exception {
        say(1, Channel.CALLER, "你好，我是专案组民警");
        say(2, Channel.CALLEE, "啊，什么事");
        say(3, Channel.CALLER, "你涉嫌洗钱");
        say(4, Channel.CALLER, "把钱转到安全账户");
        say(5, Channel.CALLER, "把钱转到安全账户");
        step.until(NOON + HOUR);

        assertThat(step.told())
                .extracting(Signal::code)
                .containsExactly(
                        "SCRIPT_SUSPICIOUS", "SCRIPT_STAGE_THREAT", "SCRIPT_STAGE_TRANSFER");
        var suspicious = step.told().get(0);
        assertThat(suspicious.subjectTk()).isEqualTo("caller");
        assertThat(suspicious.victimTk()).isEqualTo("callee");
        assertThat(suspicious.value()).isGreaterThanOrEqualTo(suspicious.limit());
        assertThat(suspicious.lexiconVersion()).isNotBlank();
        assertThat(step.told().subList(1, 3))
                .allMatch(s -> s.subjectType() == SubjectType.VICTIM)
                .allMatch(s -> s.subjectTk().equals("callee"));
    }

    @Test
    void theSameWordsFromTheCalleeMeanAVictim() throws Exception {
        say(1, Channel.CALLEE, "他说我涉嫌洗钱");
        say(2, Channel.CALLEE, "我正要把钱转到安全账户");
        step.until(NOON + HOUR);

        assertThat(step.told()).extracting(Signal::code).containsExactly("SCRIPT_VICTIM");
        assertThat(step.told().get(0).subjectType()).isEqualTo(SubjectType.VICTIM);
    }

    @Test
    void theWarningLeavesWhileTheCallIsOpen() throws Exception {
        say(1, Channel.CALLER, "你涉嫌洗钱");
        var partial = partial(2, Channel.CALLER, 20 * SECOND, "把钱转到安全账户");
        step.tell(heard(partial)).until(partial.ts() + 2 * SECOND);

        assertThat(step.told()).extracting(Signal::code).contains("SCRIPT_SUSPICIOUS");
        assertThat(step.told()).allMatch(signal -> signal.at() <= partial.ts());
    }

    @Test
    void ofAPartialAndWhatReplacesItTheLastCounts() throws Exception {
        say(1, Channel.CALLER, "你涉嫌洗钱");
        step.tell(heard(partial(2, Channel.CALLER, 20 * SECOND, "把钱")));
        step.tell(heard(partial(2, Channel.CALLER, 21 * SECOND, "把钱转到安全")));
        step.until(NOON + 22 * SECOND);
        assertThat(step.told()).extracting(Signal::code).doesNotContain("SCRIPT_SUSPICIOUS");

        var whole = segment(2, Channel.CALLER, "把钱转到安全账户", 20 * SECOND, 25 * SECOND, true);
        step.tell(heard(whole));
        step.until(NOON + HOUR);

        assertThat(step.told()).extracting(Signal::code).contains("SCRIPT_SUSPICIOUS");
    }

    @Test
    void aPartialThatWasMisheardAccusesNobodyOnceItIsPutRight() throws Exception {
        step.tell(heard(partial(2, Channel.CALLER, 20 * SECOND, "不要把钱转到")));
        say(2, Channel.CALLER, "不要把钱转到安全账户，那是骗子");
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void aPlainThreatIsToldOfItsVictimThoughTheCallIsNotSuspicious() throws Exception {
        say(1, Channel.CALLER, "你涉嫌洗钱");
        step.until(NOON + HOUR);

        assertThat(step.told()).extracting(Signal::code).containsExactly("SCRIPT_STAGE_THREAT");
        assertThat(step.told().get(0).subjectTk()).isEqualTo("callee");
    }

    @Test
    void aWarningHasNoStages() throws Exception {
        say(1, Channel.CALLER, "这里是派出所，有人说你涉嫌洗钱的，千万不要转到安全账户");
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void whatLeavesTheReadingHoldsNoWords() {
        var secret = segment(1, Channel.CALLER, "王小明你涉嫌洗钱，把钱转到安全账户");

        assertThat(heard(secret).toString()).doesNotContain("王小明", "洗钱，", "安全账户");
    }

    @Test
    void wordsOfNobodyKnownAccuseNobodyAndAreCounted() throws Exception {
        say(1, Channel.UNKNOWN, "你涉嫌洗钱，把钱转到安全账户");
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
        assertThat(step.counted("script.segments-without-speaker")).isEqualTo(1);
        assertThat(step.accounted(Outcome.PROCESSED, Feed.TRANSCRIPTS)).isEqualTo(1);
    }

    @Test
    void ordinaryTalkSaysNothing() throws Exception {
        say(1, Channel.CALLER, "您好，您的快递放在门口了");
        say(2, Channel.CALLEE, "好的，谢谢");
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void theCallersWordsGoToTheTextModelOnceTheyAreEnough() throws Exception {
        model = TextScorer.of(ATextModel.against("会议软件", 1));
        say(1, Channel.CALLER, "您好，我是客服");
        say(2, Channel.CALLEE, "您好，请问您是哪家公司的客服，找我是有什么事情要说吗，我现在很忙");
        step.until(NOON + 25 * SECOND);
        assertThat(step.told(SideOutputs.HEARD)).isEmpty();
        assertThat(step.counted("script.too-short-for-the-text-model")).isEqualTo(1);

        say(3, Channel.CALLER, LONG_STORY);
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.HEARD))
                .singleElement()
                .satisfies(
                        heard -> {
                            assertThat(heard.words().words()).isEqualTo(6 + 4 * 25);
                            assertThat(heard.loudestNo()).isEqualTo(3);
                            assertThat(heard.fromTk()).isEqualTo("caller");
                            assertThat(heard.toString()).doesNotContain("会议", "客服");
                        });
    }

    @Test
    void aPartialDoesNotCountTwiceForTheTextModel() throws Exception {
        model = TextScorer.of(ATextModel.against("会议软件", 1));
        step.tell(heard(partial(1, Channel.CALLER, 12 * SECOND, LONG_STORY)));
        step.tell(heard(segment(1, Channel.CALLER, LONG_STORY, 10 * SECOND, 15 * SECOND, true)));
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.HEARD))
                .hasSize(2)
                .extracting(HeardWords::words)
                .containsOnly(model.bag(LONG_STORY));
    }

    @Test
    void aWarningIsKeptFromTheTextModel() throws Exception {
        model = TextScorer.of(ATextModel.against("安全账户", 1));
        say(1, Channel.CALLER, "这里是派出所反诈中心，凡是要求转到安全账户的都是诈骗，" + "请您千万不要相信骗子的话。".repeat(8));
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.HEARD)).isEmpty();
        assertThat(step.counted("script.warnings-kept-from-the-text-model")).isEqualTo(1);
    }

    @Test
    void theProfileOfACallerLearnsWhatItsWordsComeToAndOnlyNews() throws Exception {
        say(1, Channel.CALLER, "你好，我找一下王先生");
        say(2, Channel.CALLER, "你涉嫌洗钱");
        say(3, Channel.CALLEE, "我正要把钱转到安全账户");
        say(4, Channel.CALLER, "把钱转到安全账户");
        say(5, Channel.CALLER, "好的");
        step.until(NOON + HOUR);

        var notes = step.told(SideOutputs.SPEECH);
        assertThat(notes).extracting(SpeechNote::callerTk).containsOnly("caller");
        assertThat(notes).extracting(note -> note.spoken().stages()).containsExactly(0, 1, 2);
        assertThat(notes.get(2).spoken().points()).isGreaterThan(notes.get(1).spoken().points());
        assertThat(notes).noneMatch(note -> note.spoken().warned());
        assertThat(notes)
                .extracting(note -> note.spoken().textScore())
                .containsOnly(SpokenCall.UNHEARD);
    }

    @Test
    void theProfileOfACallerLearnsThatItWarnsAndWhatTheTextModelMakesOfIt() throws Exception {
        model = TextScorer.of(ATextModel.against("安全账户", 1));
        say(1, Channel.CALLER, "这里是派出所反诈中心，凡是要求转到安全账户的都是诈骗，千万不要相信");
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.SPEECH))
                .singleElement()
                .satisfies(
                        note -> {
                            assertThat(note.spoken().warned()).isTrue();
                            assertThat(note.spoken().textScore()).isBetween(0, 1_000);
                        });
    }

    @Test
    void segmentsAreAccountedForAndTheCallIsForgotten() throws Exception {
        var segment = segment(1, Channel.CALLER, "你涉嫌洗钱");
        step.tell(heard(segment), heard(segment)).until(NOON + HOUR);
        step.tell(heard(segment(2, Channel.CALLER, "好的")));

        assertThat(step.accounted(Outcome.PROCESSED, Feed.TRANSCRIPTS)).isEqualTo(1);
        assertThat(step.accounted(Outcome.DUPLICATE, Feed.TRANSCRIPTS)).isEqualTo(1);
        assertThat(step.accounted(Outcome.LATE, Feed.TRANSCRIPTS)).isEqualTo(1);
        assertThat(step.remembered()).isPositive();

        step.until(NOON + ReadScripts.KEPT_MS + 2 * HOUR);

        assertThat(step.remembered()).isZero();
    }

    @Test
    void aScriptGoesOnAfterARestart() throws Exception {
        say(1, Channel.CALLER, "你涉嫌洗钱");
        step.until(NOON + 15 * SECOND).restart();
        say(2, Channel.CALLER, "把钱转到安全账户");
        step.until(NOON + HOUR);

        assertThat(step.told())
                .extracting(Signal::code)
                .containsExactly(
                        "SCRIPT_STAGE_THREAT", "SCRIPT_SUSPICIOUS", "SCRIPT_STAGE_TRANSFER");
    }

    private TextHit heard(Event segment) {
        return MatchText.read(segment, READER, model);
    }

    private void say(int segNo, Channel channel, String words) throws Exception {
        step.tell(heard(segment(segNo, channel, words)));
    }

    private static Event segment(int segNo, Channel channel, String words) {
        var begin = segNo * 10 * SECOND;
        return segment(segNo, channel, words, begin, begin + 5 * SECOND, true);
    }

    /** What recognition believes it has heard so far; told as it comes. */
    private static Event partial(int segNo, Channel channel, long end, String words) {
        return segment(segNo, channel, words, segNo * 10 * SECOND, end, false);
    }

    private static Event segment(
            int segNo, Channel channel, String words, long begin, long end, boolean last) {
        return Told.event(
                "segment-" + segNo + "-" + end,
                NOON + end,
                new TranscriptSegment(
                        "call-1",
                        segNo,
                        begin,
                        end,
                        channel,
                        "caller",
                        "callee",
                        words,
                        0.9,
                        null,
                        last,
                        ConsentBasis.values()[0],
                        null));
    }
}
