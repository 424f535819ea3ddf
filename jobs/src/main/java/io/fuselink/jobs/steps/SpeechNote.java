/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ordered;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.state.HeardCall;
import io.fuselink.jobs.state.SpokenCall;
import io.fuselink.patterns.script.ScriptVerdict;
import io.fuselink.patterns.script.ScriptVerdict.Verdict;
import java.util.Optional;

/**
 * What a caller's words in one call amount to so far, on its way to the caller's profile; a later note of
 * the same call takes the place of an earlier one.
 *
 * @param eventId the segment that was heard last
 */
public record SpeechNote(String eventId, String callerTk, SpokenCall spoken) implements Ordered {
    private static final int HUNDREDTHS = 100;
    private static final int THOUSANDTHS = 1_000;

    /** What a segment of the caller adds to what is known of the call; nothing where it adds nothing. */
    static Optional<SpeechNote> of(TextHit last, HeardCall call, ScriptVerdict verdict) {
        // A victim's verdict counts the callee's words.
        var callers = verdict.verdict() != Verdict.VICTIM;
        var news =
                call.says(
                        new SpokenCall(
                                Hashes.of(last.callId()),
                                last.at(),
                                callers ? verdict.stageCount() : 0,
                                callers ? (int) Math.round(HUNDREDTHS * verdict.score()) : 0,
                                verdict.verdict() == Verdict.ADVISORY,
                                last.words() == null
                                        ? SpokenCall.UNHEARD
                                        : (int) Math.round(THOUSANDTHS * last.wordScore())));
        return news
                ? Optional.of(new SpeechNote(last.eventId(), last.fromTk(), call.spoken))
                : Optional.empty();
    }

    @Override
    public long orderTime() {
        return spoken.lastAt();
    }

    @Override
    public String orderId() {
        return eventId;
    }
}
