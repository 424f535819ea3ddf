/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import io.fuselink.events.CallEvent;
import io.fuselink.events.CallLeg;
import io.fuselink.events.Cdr;
import io.fuselink.events.Header;

/** The phases of each call, and whether its CDR tells the same. Holds half a million calls, about 100 MB. */
final class CallBook {
    private static final int MOST_CALLS = 500_000;

    /** Clocks of two machines, and times written in whole seconds, in ms. */
    private static final long ROUNDING_MS = 1_000;

    /** A CDR may be written by another machine than the events, in ms. */
    private static final long CDR_ROUNDING_MS = 5_000;

    private final Faults faults;
    private final boolean fromTheBeginning;
    private final Youngest<Call> calls = new Youngest<>(MOST_CALLS, this::judge);

    /** Calls that began, remembered longer than the calls themselves. */
    private final SeenIds begun = new SeenIds();

    /** Call ids of calls and CDRs, for those who name nothing else. */
    private final SeenIds known = new SeenIds();

    private boolean any;

    /** One call: when each phase was first told, 0 = not. */
    private static final class Call {
        private final String first;
        private final int from;
        private String last;
        private boolean begun;
        private long setup;
        private int setupId;
        private long ring;
        private long answer;
        private long end;

        Call(String first, int from, boolean begun) {
            this.first = first;
            this.from = from;
            this.begun = begun;
        }
    }

    /**
     * @param fromTheBeginning whether what is not there was never sent; false when listening begins in the middle
     */
    CallBook(Faults faults, boolean fromTheBeginning) {
        this.faults = faults;
        this.fromTheBeginning = fromTheBeginning;
    }

    void add(Header header, CallEvent event, String position) {
        any = true;
        known.note(SeenIds.id(event.callId()), 0);
        var id = SeenIds.id(header.provider(), event.callId());
        var call =
                calls.open(
                        id,
                        () -> new Call(position, event.fromTk().hashCode(), begun.contains(id)));
        call.last = position;
        var at = header.eventTime();
        switch (event.phase()) {
            case SETUP -> {
                call.begun = true;
                begun.note(id, 0);
                if (event.leg() != CallLeg.X_TO_B) {
                    dialled(call, header, position);
                }
            }
            case RING -> call.ring = call.ring == 0 ? at : call.ring;
            case ANSWER -> call.answer = call.answer == 0 ? at : call.answer;
            case HANGUP, BLOCKED -> call.end = call.end == 0 ? at : call.end;
        }
    }

    private void dialled(Call call, Header header, String position) {
        if (call.setup == 0) {
            call.setup = header.eventTime();
            call.setupId = header.eventId().hashCode();
        } else if (call.setupId != header.eventId().hashCode()) {
            faults.add(Fault.CALL_SET_UP_TWICE, position, "a second SETUP");
        }
    }

    private void judge(Call call) {
        if (!call.begun && fromTheBeginning) {
            faults.add(Fault.CALL_WITHOUT_SETUP, call.first, phases(call) + " without SETUP");
        }
        var latest = 0L;
        for (var at : new long[] {call.setup, call.ring, call.answer, call.end}) {
            if (at != 0 && at < latest - ROUNDING_MS) {
                faults.add(
                        Fault.CALL_PHASES_OUT_OF_ORDER,
                        call.last,
                        "%.1f s too early for what was before it"
                                .formatted((latest - at) / 1000.0));
                return;
            }
            latest = Math.max(latest, at);
        }
    }

    private static String phases(Call call) {
        return call.answer != 0 ? "ANSWER" : call.ring != 0 ? "RING" : "HANGUP";
    }

    void add(Header header, Cdr cdr, String position) {
        any = true;
        known.note(SeenIds.id(cdr.callId()), 0);
        itself(cdr, position);
        var call = calls.of(SeenIds.id(header.provider(), cdr.callId()));
        if (call != null) {
            var difference = difference(call, cdr);
            if (difference != null) {
                faults.add(Fault.CDR_CONTRADICTS_CALL, position, difference);
            }
        }
    }

    private void itself(Cdr cdr, String position) {
        if (cdr.answered() != (cdr.answerTime() != null)) {
            faults.add(
                    Fault.CDR_CONTRADICTS_ITSELF,
                    position,
                    cdr.answered() ? "answered without answer_time" : "answer_time, not answered");
        } else if (cdr.answered()
                && Math.abs(cdr.releaseTime() - cdr.answerTime() - cdr.durationMs())
                        > ROUNDING_MS) {
            faults.add(
                    Fault.CDR_CONTRADICTS_ITSELF,
                    position,
                    "duration_ms is not release_time − answer_time");
        }
    }

    /** The first thing the two tell differently, null when they agree. */
    private static String difference(Call call, Cdr cdr) {
        if (cdr.fromTk().hashCode() != call.from) {
            return "another from_tk";
        }
        if (!cdr.answered() && call.answer != 0) {
            return "not answered, but ANSWER was sent";
        }
        if (cdr.answered() && call.answer == 0 && call.begun && call.end != 0) {
            return "answered, but ANSWER was not sent";
        }
        if (call.setup != 0 && Math.abs(call.setup - cdr.callTime()) > CDR_ROUNDING_MS) {
            return "call_time is %s from SETUP".formatted(apart(call.setup, cdr.callTime()));
        }
        if (call.answer != 0 && Math.abs(call.answer - cdr.answerTime()) > CDR_ROUNDING_MS) {
            return "answer_time is %s from ANSWER".formatted(apart(call.answer, cdr.answerTime()));
        }
        return null;
    }

    private static String apart(long one, long other) {
        return ClockBook.words(Math.abs(one - other));
    }

    /** Whether any call or CDR was read at all. */
    boolean any() {
        return any;
    }

    boolean knows(String callId) {
        return known.contains(SeenIds.id(callId));
    }

    long judgedEarly() {
        return calls.left();
    }

    void close() {
        calls.close();
    }
}
