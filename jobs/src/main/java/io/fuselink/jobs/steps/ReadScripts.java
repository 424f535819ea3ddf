/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Channel;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Family;
import io.fuselink.events.Feed;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.HeardCall;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.patterns.script.CallScript.Folded;
import io.fuselink.patterns.script.ScriptLimits;
import io.fuselink.patterns.script.ScriptVerdict;
import io.fuselink.patterns.script.ScriptVerdict.Verdict;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 6: follows the script of one call over what was read in its segments, partial ones too, and
 * tells at the segment, while the call is open. Only the caller's words count against a number; the
 * same words from the callee mean a victim. A stage that is spoken plainly is told even in a call that
 * is not suspicious, so that a script told over several calls can be put together by their victim; a
 * warning has no stages. Owns the transcripts feed.
 *
 * <p>State is cleared {@link #KEPT_MS} after the last segment of the call.
 */
public final class ReadScripts implements Step<TextHit, Signal> {
    private static final long HOUR_MS = 3_600_000;

    /** How long a silent call is remembered: 6 h in ms. */
    public static final long KEPT_MS = 6 * HOUR_MS;

    private static final String FORGET = "forget";
    private static final ScriptLimits LIMITS = ScriptLimits.standard();
    private static final ValueStateDescriptor<HeardCall> CALL =
            new ValueStateDescriptor<>("heard-call", TypeInformation.of(HeardCall.class));

    private transient ValueState<HeardCall> calls;

    @Override
    public void open(RuntimeContext runtime) {
        calls = runtime.getState(CALL);
    }

    @Override
    public void onEvent(TextHit hit, StepContext<Signal> context) throws Exception {
        var call = calls.value();
        if (call == null) {
            call = new HeardCall();
            context.count("script.calls." + hit.provider());
        }
        if (!call.recent.add(hit.eventId(), context.now())) {
            context.account(Outcome.DUPLICATE, Feed.TRANSCRIPTS);
            return;
        }
        context.account(Outcome.PROCESSED, Feed.TRANSCRIPTS);
        if (hit.channel() == Channel.UNKNOWN) {
            context.count("script.segments-without-speaker");
        } else {
            var folded =
                    call.script.fold(
                            hit.segNo(),
                            hit.beginMs(),
                            hit.endMs(),
                            hit.last(),
                            hit.channel() == Channel.CALLER,
                            hit.hits());
            if (folded == Folded.KEPT) {
                if (!hit.opening().isEmpty()) {
                    call.opening = hit.opening();
                }
                var verdict = call.script.verdict(LIMITS);
                tell(call, hit, verdict, context);
                hear(call, hit, verdict, context);
                note(call, hit, verdict, context);
            } else {
                context.count("script.segments-" + folded);
            }
        }
        call.lastHeard = context.now();
        calls.update(call);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    /** The caller's words so far go to the text model, once they are many enough, and unless they warn. */
    private static void hear(
            HeardCall call, TextHit hit, ScriptVerdict verdict, StepContext<Signal> context) {
        if (hit.words() == null || hit.channel() != Channel.CALLER) {
            return;
        }
        call.heard.put(hit.segNo(), new HeardWords.Spoken(hit.words(), hit.wordScore()));
        var words = HeardWords.of(hit, call.heard, verdict.score(), LIMITS.threshold());
        if (words.words().words() < TextScorer.ENOUGH) {
            context.count("script.too-short-for-the-text-model");
        } else if (verdict.verdict() == Verdict.ADVISORY) {
            context.count("script.warnings-kept-from-the-text-model");
        } else {
            context.emit(SideOutputs.HEARD, words);
        }
    }

    /** What its own words amount to goes to the caller's profile. */
    private static void note(
            HeardCall call, TextHit hit, ScriptVerdict verdict, StepContext<Signal> context) {
        if (hit.channel() == Channel.CALLER) {
            SpeechNote.of(hit, call, verdict)
                    .ifPresent(news -> context.emit(SideOutputs.SPEECH, news));
        }
    }

    private static void tell(
            HeardCall call, TextHit hit, ScriptVerdict verdict, StepContext<Signal> context) {
        if (verdict.verdict() == Verdict.SUSPICIOUS && call.tellOnce("SCRIPT_SUSPICIOUS")) {
            Cohort.begun(hit, call.opening, true)
                    .forEach(begun -> context.emit(SideOutputs.OPENINGS, begun));
            context.count("script.suspicious." + hit.provider());
            emit("SCRIPT_SUSPICIOUS", Subject.number(hit.fromTk(), 1), verdict, hit, context);
        }
        if (verdict.verdict() == Verdict.SUSPICIOUS || verdict.verdict() == Verdict.NONE) {
            tellStages(call, verdict, hit, context);
        } else if (verdict.verdict() == Verdict.VICTIM
                && hit.toTk() != null
                && call.tellOnce("SCRIPT_VICTIM")) {
            emit(
                    "SCRIPT_VICTIM",
                    Subject.of(SubjectType.VICTIM, hit.toTk()),
                    verdict,
                    hit,
                    context);
        }
    }

    private static void tellStages(
            HeardCall call, ScriptVerdict verdict, TextHit hit, StepContext<Signal> context) {
        if (hit.toTk() == null) {
            return;
        }
        for (var stage : verdict.stages()) {
            var code = "SCRIPT_STAGE_" + stage;
            var steers =
                    stage.equals("THREAT") || stage.equals("STEER") || stage.equals("TRANSFER");
            var plain = verdict.verdict() == Verdict.SUSPICIOUS || verdict.plainly(stage);
            if (steers && plain && call.tellOnce(code)) {
                emit(code, Subject.of(SubjectType.VICTIM, hit.toTk()), verdict, hit, context);
            }
        }
    }

    private static void emit(
            String code,
            Subject subject,
            ScriptVerdict verdict,
            TextHit hit,
            StepContext<Signal> context) {
        var signal =
                Signal.of(
                                code,
                                Family.CONTENT,
                                subject,
                                verdict.score(),
                                LIMITS.threshold(),
                                context.now(),
                                context.now(),
                                context.limits().version(),
                                List.of(hit.eventId()))
                        .withCall(hit.callId(), hit.fromTk(), hit.toTk())
                        .withLexicon(hit.hits().lexiconVersion());
        context.count("signal." + code);
        context.emit(signal);
    }

    @Override
    public void onAlarm(String name, StepContext<Signal> context) throws Exception {
        var call = calls.value();
        if (call != null && call.lastHeard + KEPT_MS <= context.now()) {
            calls.clear();
        }
    }

    @Override
    public void onRefused(TextHit hit, DeadLetterReason reason, StepContext<Signal> context) {
        Accounts.refused(
                Feed.TRANSCRIPTS,
                new LostEvent(
                        Feed.TRANSCRIPTS, hit.eventId(), reason, Accounts.detail(reason), hit.at()),
                context);
    }
}
