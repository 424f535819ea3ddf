/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.CallEvent;
import io.fuselink.events.CallLeg;
import io.fuselink.events.CallPhase;
import io.fuselink.events.Cdr;
import io.fuselink.events.Initiator;
import io.fuselink.events.Source;

/**
 * Carries calls: tells each phase as it happens and sends the CDR a little later. A call through a
 * middle number has two legs under one charging id, and one attempt.
 */
final class Network {
    /** How long a platform takes to begin the outgoing leg, ms. */
    private static final long OUTGOING_LEG_AFTER_MS = 400;

    private static final long CDR_LEAST_MS = 3_000;
    private static final long CDR_MOST_MS = 180_000;

    private final Gateways gateways;
    private long calls;

    Network(Gateways gateways) {
        this.gateways = gateways;
    }

    Talk place(Dial dial, Outcome outcome, long at, Dice dice) {
        var id = "call-" + Long.toString(calls++, 36);
        if (dial.route() == null) {
            phases(id, CallLeg.DIRECT, dial, outcome, at, dice);
        } else {
            firstLeg(id, dial, outcome, at, dice);
            if (!outcome.refused()) {
                phases(id, CallLeg.X_TO_B, dial, outcome, at, dice);
            }
        }
        sendCdr(id, dial, outcome, at, dice);
        var answeredAt = outcome.isAnswered() ? at + outcome.answerAfter() : -1;
        return new Talk(id, dial, answeredAt, at + outcome.endAfter());
    }

    /** What a leg that reaches the called party goes through. */
    private void phases(String id, CallLeg leg, Dial dial, Outcome o, long at, Dice dice) {
        var setup = leg == CallLeg.X_TO_B ? Math.min(OUTGOING_LEG_AFTER_MS, o.endAfter() - 1) : 0;
        tell(id, leg, CallPhase.SETUP, dial, at + setup, dice);
        if (o.rang()) {
            tell(id, leg, CallPhase.RING, dial, at + o.ringAfter(), dice);
        }
        if (o.isAnswered()) {
            tell(id, leg, CallPhase.ANSWER, dial, at + o.answerAfter(), dice);
        }
        tell(id, leg, CallPhase.HANGUP, dial, at + o.endAfter(), dice);
    }

    /** The caller's side of a middle-number call: what rings is the other leg. */
    private void firstLeg(String id, Dial dial, Outcome o, long at, Dice dice) {
        tell(id, CallLeg.A_TO_X, CallPhase.SETUP, dial, at, dice);
        if (o.isAnswered()) {
            tell(id, CallLeg.A_TO_X, CallPhase.ANSWER, dial, at + o.answerAfter(), dice);
        }
        var end = o.refused() ? CallPhase.BLOCKED : CallPhase.HANGUP;
        tell(id, CallLeg.A_TO_X, end, dial, at + o.endAfter(), dice);
    }

    private void tell(String id, CallLeg leg, CallPhase phase, Dial dial, long at, Dice dice) {
        gateways.live(
                dice,
                id + "/" + leg + "/" + phase,
                source(dial),
                provider(dial),
                at,
                event(id, leg, phase, dial));
    }

    private static CallEvent event(String id, CallLeg leg, CallPhase phase, Dial dial) {
        var from = dial.from();
        var route = dial.route();
        var shown = leg == CallLeg.X_TO_B ? Presented.truly(route.x()) : dial.presented();
        var trunk = from.trunk();
        return new CallEvent(
                id,
                id,
                phase,
                leg,
                from.tk(),
                dial.to().tk(),
                from.phone().numberClass(),
                dial.to().numberClass(),
                shown.display(),
                shown.numberClass(),
                shown.shape(),
                route == null ? null : route.x().tk(),
                route == null ? null : route.x().unit(),
                route == null ? null : route.subId(),
                initiator(route),
                from.imsi(),
                from.imei(),
                from.cell() == null ? null : from.cell().tk(),
                from.cell() == null ? null : from.cell().geohash5(),
                from.phone().prov(),
                from.roamProv(),
                dial.to().prov(),
                trunk == null ? null : trunk.id(),
                trunk == null ? null : trunk.type(),
                null,
                null);
    }

    private void sendCdr(String id, Dial dial, Outcome o, long at, Dice dice) {
        var from = dial.from();
        var route = dial.route();
        var release = at + o.endAfter();
        var body =
                new Cdr(
                        id,
                        id,
                        route == null ? CallLeg.DIRECT : CallLeg.A_TO_X,
                        from.tk(),
                        dial.to().tk(),
                        from.phone().numberClass(),
                        dial.to().numberClass(),
                        dial.presented().numberClass(),
                        dial.presented().shape(),
                        route == null ? null : route.x().tk(),
                        route == null ? null : route.x().unit(),
                        route == null ? null : route.subId(),
                        initiator(route),
                        route == null ? null : route.poolKey(),
                        from.trunk() == null ? null : from.trunk().id(),
                        at,
                        route == null || o.refused() ? null : at + OUTGOING_LEG_AFTER_MS,
                        o.rang() ? at + o.ringAfter() : null,
                        o.isAnswered() ? at + o.answerAfter() : null,
                        release,
                        o.talkMs(),
                        o.isAnswered(),
                        o.release(),
                        o.q850(),
                        null,
                        o.fail(),
                        null);
        var ingest = release + dice.between(CDR_LEAST_MS, CDR_MOST_MS);
        gateways.send(id + "/cdr", source(dial), provider(dial), release, ingest, body);
    }

    private static Initiator initiator(Route route) {
        return route == null ? Initiator.A : route.initiator();
    }

    private static Source source(Dial dial) {
        return dial.route() == null ? Source.CARRIER : Source.PLATFORM;
    }

    private static String provider(Dial dial) {
        return dial.route() == null ? dial.from().phone().carrier() : Parties.PLATFORM;
    }
}
