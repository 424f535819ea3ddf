/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import io.fuselink.events.FailClass;
import io.fuselink.events.Ids;

/** How a finished call came out, as the fields of a CDR that every provider's record leads to. */
final class Outcome {
    private Outcome() {}

    /** The call's times; answered is who was answered before the release. */
    static Draft times(
            Draft draft,
            Long called,
            Long out,
            Long ring,
            Long answer,
            Long release,
            FailClass failure) {
        var answered = answer != null && release != null && answer < release;
        return draft.put("call_time", called)
                .put("out_time", out)
                .put("ring_time", ring)
                .put("answer_time", answered ? answer : null)
                .put("release_time", release)
                .put("answered", answered)
                .put("duration_ms", answered ? Long.valueOf(release - answer) : Long.valueOf(0))
                .put("fail_class", answered ? FailClass.NONE : failure);
    }

    /** A recording is kept as the hash of its reference, never as its address; null without one. */
    static String recording(String reference) {
        return reference == null ? null : Ids.hash("record", reference);
    }

    /** What a Q.850 cause means for a call nobody answered. */
    static FailClass unanswered(int q850) {
        return switch (q850) {
            case 17 -> FailClass.BUSY;
            case 21 -> FailClass.REJECT;
            case 1, 28 -> FailClass.EMPTY_NUM;
            case 20, 27 -> FailClass.POWEROFF;
            case -1, 0, 16, 18, 19 -> FailClass.NO_ANSWER;
            default -> FailClass.NET;
        };
    }
}
