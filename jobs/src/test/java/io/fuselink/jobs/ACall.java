/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.CallEvent;
import io.fuselink.events.CallLeg;
import io.fuselink.events.CallPhase;
import io.fuselink.events.Cdr;
import io.fuselink.events.Event;
import io.fuselink.events.FailClass;
import io.fuselink.events.Initiator;
import io.fuselink.events.NumberClass;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;

/**
 * One call of a story, from one mobile to another until the story says otherwise.
 *
 * @param through middle number, null for a direct call
 */
public record ACall(
        String id,
        String from,
        String to,
        String through,
        NumberClass toClass,
        SpoofShape shape,
        String device,
        String trunk,
        CallLeg leg,
        NumberClass display) {
    /** The trunk by which a carrier's calls from abroad come in. */
    public static final String GATEWAY = "gateway";

    public static ACall of(String id, String from, String to) {
        return new ACall(
                id,
                from,
                to,
                null,
                NumberClass.MOBILE,
                SpoofShape.NONE,
                null,
                null,
                CallLeg.DIRECT,
                NumberClass.MOBILE);
    }

    public ACall through(String middleNumber) {
        return new ACall(
                id, from, to, middleNumber, toClass, shape, device, trunk, CallLeg.A_TO_X, display);
    }

    /** The outgoing leg of a call through a middle number, which adds the outcome only. */
    public ACall outgoingLeg() {
        return new ACall(
                id, from, to, through, toClass, shape, device, trunk, CallLeg.X_TO_B, display);
    }

    public ACall toA(NumberClass kind) {
        return new ACall(id, from, to, through, kind, shape, device, trunk, leg, display);
    }

    public ACall showing(SpoofShape spoof) {
        return new ACall(id, from, to, through, toClass, spoof, device, trunk, leg, display);
    }

    /** What the called party's screen says the number is. */
    public ACall displaying(NumberClass kind) {
        return new ACall(id, from, to, through, toClass, shape, device, trunk, leg, kind);
    }

    public ACall on(String imei, String trunkId) {
        return new ACall(id, from, to, through, toClass, shape, imei, trunkId, leg, display);
    }

    public Event setUp(long at) {
        return phase(CallPhase.SETUP, at);
    }

    /** The same attempt by a number of another class than a mobile. */
    public Event setUpFrom(NumberClass kind, long at) {
        return phase(CallPhase.SETUP, kind, at);
    }

    public Event answered(long at) {
        return phase(CallPhase.ANSWER, at);
    }

    public Event hungUp(long at) {
        return phase(CallPhase.HANGUP, at);
    }

    private Event phase(CallPhase phase, long at) {
        return phase(phase, NumberClass.MOBILE, at);
    }

    private Event phase(CallPhase phase, NumberClass fromClass, long at) {
        return Told.event(
                "e1-" + id + "-" + leg + "-" + phase,
                at,
                new CallEvent(
                        id,
                        "icid-" + id,
                        phase,
                        leg,
                        from,
                        to,
                        fromClass,
                        toClass,
                        null,
                        display,
                        shape,
                        through,
                        null,
                        null,
                        Initiator.UNKNOWN,
                        null,
                        device,
                        null,
                        null,
                        null,
                        null,
                        null,
                        trunk,
                        GATEWAY.equals(trunk) ? TrunkType.INTL : null,
                        null,
                        null));
    }

    /** The CDR of this call: when it was dialled, how long they talked, and when the CDR was pushed. */
    public Event cdr(String eventId, long dialledAt, long talkedMs, long pushedAt) {
        var outcome = talkedMs > 0 ? FailClass.NONE : FailClass.NO_ANSWER;
        return cdr(eventId, dialledAt, talkedMs, pushedAt, outcome);
    }

    /** The CDR of a call to a number that nobody has any more. */
    public Event vacant(String eventId, long dialledAt) {
        return cdr(eventId, dialledAt, 0, dialledAt + 9_000, FailClass.EMPTY_NUM);
    }

    private Event cdr(
            String eventId, long dialledAt, long talkedMs, long pushedAt, FailClass outcome) {
        var answeredAt = dialledAt + 5_000;
        return Told.event(
                eventId,
                pushedAt,
                new Cdr(
                        id,
                        "icid-" + id,
                        leg,
                        from,
                        to,
                        NumberClass.MOBILE,
                        toClass,
                        NumberClass.MOBILE,
                        shape,
                        through,
                        null,
                        null,
                        Initiator.UNKNOWN,
                        null,
                        trunk,
                        dialledAt,
                        null,
                        null,
                        talkedMs > 0 ? answeredAt : null,
                        answeredAt + talkedMs,
                        talkedMs,
                        talkedMs > 0,
                        null,
                        null,
                        null,
                        outcome,
                        null));
    }
}
