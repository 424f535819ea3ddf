/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.Action;
import io.fuselink.events.ActionType;
import io.fuselink.events.Appeal;
import io.fuselink.events.Command;
import io.fuselink.events.Decision;
import io.fuselink.events.Event;
import io.fuselink.events.Header;
import io.fuselink.events.Ids;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.PartyType;
import io.fuselink.events.Source;
import io.fuselink.events.TargetType;
import io.fuselink.events.Verb;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Those who answer the breaker in a rehearsal: parties that act on actions, a duty officer who
 * approves two cases of three, one appellant who is heard. Answers carry event times derived from what they answer and
 * derived ids; each question is answered once, however often it is delivered. An answer must not be
 * sent before its time. Not safe for several threads.
 */
public final class Counterparties {
    static final String OFFICER = "sandbox";

    private static final long DECIDES_AFTER_MS = 60_000;
    private static final long APPEALS_AFTER_MS = 5 * 60_000;
    private static final long HEARD_AFTER_MS = 10 * 60_000;

    /** How long after being asked a holder comes to the counter, or is known not to come. */
    private static final long VERIFIED_AFTER_MS = 20 * 60_000;

    /** Each so many-th case is left open, for whoever sits before the board. */
    private static final int LEFT_OPEN = 3;

    /** Of a hundred freeze requests the bank refuses. */
    private static final int REFUSED_OF_100 = 40;

    private final Set<String> likelyAppellants;
    private final Truth truth;
    private final long lastCall;
    private final Set<String> answered = new HashSet<>();
    private Leg firstEffective;

    /** Cases that waited for the officer so far. */
    private int waited;

    private boolean appealed;

    private Counterparties(Set<String> likelyAppellants, Truth truth) {
        this.likelyAppellants = likelyAppellants;
        this.truth = truth;
        this.lastCall = truth.endMs();
    }

    /** The counterparties of a city: a member of its GOIP appeals, or else whoever was hit first. */
    public static Counterparties of(Truth truth) {
        var members = new HashSet<String>();
        truth.campaigns(Persona.STATIC_GOIP).forEach(goip -> members.addAll(goip.members()));
        return new Counterparties(members, truth);
    }

    /** Whether the city plays this party. */
    static boolean plays(String party) {
        return Manner.of(party) != null;
    }

    /** What a party says to one command; nothing when it was answered before or the city has no such party. */
    public List<Event> answer(Action action) {
        var manner = Manner.of(action.party());
        if (manner == null || !answered.add(action.legId() + action.command())) {
            return List.of();
        }
        if (action.command() == Command.PROBE) {
            return List.of();
        }
        if (action.command() == Command.LIFT) {
            return List.of(ack(action, AckStatus.LIFTED, manner.liftedAfter(), null));
        }
        if (refused(action)) {
            return List.of(
                    ack(
                            action,
                            AckStatus.REJECTED,
                            manner.ackedAfter(),
                            "the account shows no inflow from the reported call; send the victim's statement"));
        }
        return List.of(
                ack(action, AckStatus.ACKED, manner.ackedAfter(), null),
                ack(action, AckStatus.EFFECTIVE, manner.effectiveAfter(), null));
    }

    /** What people do when a leg changes: the officer decides about what waits for one, the appellant contests. */
    public List<Event> onLeg(Leg leg) {
        if (leg.state() == LegState.PENDING_HUMAN && answered.add("approve" + leg.bundleId())) {
            return ++waited % LEFT_OPEN == 0 ? List.of() : List.of(approval(leg));
        }
        if (leg.action() == ActionType.REVERIFY
                && leg.state() == LegState.EFFECTIVE
                && answered.add("verify" + leg.bundleId())) {
            return List.of(verification(leg));
        }
        if (leg.state() != LegState.EFFECTIVE || appealed || !restrictsNumber(leg)) {
            return List.of();
        }
        if (likelyAppellants.contains(leg.targetTk())) {
            return appeal(leg, leg.effectiveAt() + APPEALS_AFTER_MS);
        }
        if (firstEffective == null) {
            firstEffective = leg;
        }
        return List.of();
    }

    /** Once the play is over and no likely appellant was hit, the first one hit appeals. */
    public List<Event> onTime(long now) {
        if (now < lastCall || appealed || firstEffective == null) {
            return List.of();
        }
        return appeal(
                firstEffective,
                Math.max(firstEffective.effectiveAt() + APPEALS_AFTER_MS, lastCall));
    }

    private static boolean refused(Action action) {
        return action.party().equals(Parties.BANK)
                && action.action() == ActionType.FREEZE_REQUEST
                && Math.floorMod(Ids.hash("refused", action.legId()).hashCode(), 100)
                        < REFUSED_OF_100;
    }

    private static boolean restrictsNumber(Leg leg) {
        var number =
                leg.targetType() == TargetType.NUMBER || leg.targetType() == TargetType.INITIATOR;
        return number
                && switch (leg.action()) {
                    case BLOCK, THROTTLE, TAG, REVERIFY -> true;
                    case FREEZE_REQUEST, WARN, LEAD, HOLD_SUGGEST, DISSUADE, QUARANTINE -> false;
                };
    }

    private static Event ack(Action action, AckStatus status, long after, String reason) {
        var at = action.issuedAt() + after;
        var id = Ids.hash("ack", action.legId(), action.command(), status);
        var body =
                new Ack(
                        action.legId(),
                        action.bundleId(),
                        action.party(),
                        status,
                        action.version(),
                        at,
                        reason,
                        action.targetTk(),
                        action.epoch(),
                        action.action());
        return event(id, source(action.partyType()), action.party(), at, body);
    }

    private static Source source(PartyType party) {
        return switch (party) {
            case CARRIER -> Source.CARRIER;
            case BANK -> Source.BANK;
            case PLATFORM -> Source.PLATFORM;
            case HANDSET -> Source.HANDSET;
            case POLICE -> Source.POLICE;
        };
    }

    /** The honest come with their identity card; who uses numbers that are not his does not. */
    private Event verification(Leg leg) {
        var honest = !truth.personaAt(leg.targetTk(), leg.effectiveAt()).evader();
        return decision(
                leg.bundleId(),
                honest ? Verb.REVERIFY_PASSED : Verb.REVERIFY_FAILED,
                honest ? "holder came with the identity card" : "nobody came to the counter",
                leg.effectiveAt() + VERIFIED_AFTER_MS);
    }

    private static Event approval(Leg leg) {
        return decision(
                leg.bundleId(),
                Verb.APPROVE,
                "evidence read: the families agree and the number serves no registered use",
                leg.at() + DECIDES_AFTER_MS);
    }

    /** The appeal, and the officer's answer to it. */
    private List<Event> appeal(Leg leg, long filedAt) {
        appealed = true;
        var id = Ids.hash("appeal", leg.bundleId());
        var body =
                new Appeal(
                        id,
                        leg.bundleId(),
                        null,
                        leg.targetTk(),
                        "carrier-hotline",
                        filedAt,
                        Ids.hash("statement", id));
        return List.of(
                event(id, Source.JOINT_CENTRE, Parties.REGISTRY, filedAt, body),
                decision(
                        leg.bundleId(),
                        Verb.LIFT,
                        "holder came in with identity card and contract; identity confirmed",
                        filedAt + HEARD_AFTER_MS));
    }

    private static Event decision(String bundleId, Verb verb, String reason, long at) {
        var id = Ids.hash("decision", bundleId, verb, OFFICER);
        var body = new Decision(id, bundleId, null, verb, OFFICER, reason, at);
        return event(id, Source.JOINT_CENTRE, Parties.REGISTRY, at, body);
    }

    private static Event event(String id, Source source, String provider, long at, Record body) {
        return Event.of(
                new Header(id, source, provider, at, at, Gateways.SCHEMA_VERSION, null, null),
                body);
    }
}
