/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import io.fuselink.events.CallEvent;
import io.fuselink.events.CallLeg;
import io.fuselink.events.CallPhase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What use whoever had it made of a number that was found to serve fraud: whom it reached, how long it talked, until when. */
final class NumberUse {
    private final Set<String> reached = new HashSet<>();

    /** When calls under way were answered, by call. */
    private final Map<String, Long> answeredAt = new HashMap<>();

    private long firstLimitAt;
    private long firstCallAt;
    private long talkMs;

    /** A limit on the number that took effect then, epoch ms; 0 for none. */
    void limited(long at) {
        if (at > 0 && (firstLimitAt == 0 || at < firstLimitAt)) {
            firstLimitAt = at;
        }
    }

    /** A phase of one of its calls. */
    void called(CallEvent call, long at) {
        if (call.attempt() && (firstCallAt == 0 || at < firstCallAt)) {
            firstCallAt = at;
        }
        if (call.leg() == CallLeg.X_TO_B) {
            return;
        }
        if (call.phase() == CallPhase.ANSWER) {
            answeredAt.put(call.callId(), at);
            reached.add(call.toTk());
        } else if (call.phase() == CallPhase.HANGUP && answeredAt.containsKey(call.callId())) {
            talkMs += Math.max(0, at - answeredAt.remove(call.callId()));
        }
    }

    Set<String> reached() {
        return reached;
    }

    long talkMs() {
        return talkMs;
    }

    /** From its first call to the first limit in effect, ms; -1 without either. */
    long usefulMs() {
        return firstCallAt == 0 || firstLimitAt == 0 ? -1 : Math.max(0, firstLimitAt - firstCallAt);
    }
}
