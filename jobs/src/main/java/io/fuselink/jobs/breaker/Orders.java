/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.ActionType;
import io.fuselink.events.Bundle;
import io.fuselink.events.Command;
import io.fuselink.events.Ids;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.PartyType;
import io.fuselink.events.PolicePush;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import io.fuselink.events.Verb;
import io.fuselink.jobs.breaker.Ladder.Approval;
import io.fuselink.jobs.breaker.Ladder.Rung;
import io.fuselink.jobs.steps.Particulars;
import io.fuselink.jobs.steps.RiskyTransfer;
import io.fuselink.jobs.topology.Party;
import java.io.Serializable;
import java.util.List;

/**
 * What a bundle asks of the parties: the legs of its level, each proposed, approved by whom it takes, and
 * sent. An order that finds its leg closed, or that asks for more, is another round: a new leg that takes
 * the place of the one before.
 */
final class Orders implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A stop-pay or freeze may be renewed once (domain.md §5): two rounds. */
    private static final int FREEZE_ROUNDS = 2;

    /** Linked subjects inherit half of what their seed gets (domain.md §6.5). */
    private static final int LINKED_TTL_SHARE = 2;

    private final List<Party> parties;

    Orders(List<Party> parties) {
        this.parties = List.copyOf(parties);
    }

    /**
     * One wish for a leg.
     *
     * @param push the authority's order, null when the system asks
     * @param ttlMs how long it lasts, ms
     */
    private record Wish(
            Rung rung, int level, PolicePush push, long ttlMs, Approval by, String reason) {
        boolean byAuthority() {
            return push != null;
        }

        /** Where harm is imminent the system suspends for a while before a human has looked. */
        boolean suspendsAtOnce() {
            return rung.action() == ActionType.BLOCK && by == Approval.AUTOMATIC;
        }
    }

    /** Asks for what the bundle's level asks for and it does not have yet. */
    void ofLevel(Saga saga) {
        var b = saga.bundle();
        var reason = String.join("+", b.detectors());
        if (saga.file().tagsOnly) {
            Ladder.rungs(b.level(), false, b.subjectType()).stream()
                    .filter(rung -> Ladder.onlyShows(rung.action()))
                    .map(r -> new Wish(r, Ladder.SHOWN, null, r.ttlMs(), r.system(), reason))
                    .forEach(wish -> toAll(saga, wish));
            return;
        }
        for (var rung : Ladder.rungs(b.level(), false, b.subjectType())) {
            if (rung.action() == ActionType.REVERIFY && identified(saga)) {
                continue;
            }
            var linked = b.linkedFrom() != null;
            var ttl = Ladder.ttlMs(rung, b.level()) / (linked ? LINKED_TTL_SHARE : 1);
            // A linked subject waits for a human whatever is asked: that is the review queue.
            var by = linked ? Approval.HUMAN : rung.system();
            var wish = new Wish(rung, b.level(), null, ttl, by, reason);
            // The full block of level 4 is for two humans alone.
            if (rung.action() == ActionType.BLOCK
                    && by == Approval.HUMAN
                    && b.level() < Ladder.TOP_LEVEL) {
                imminent(saga, wish);
            }
            toAll(saga, wish);
        }
    }

    /** An authority that ordered the block has identified whom it means; nobody is asked twice who he is. */
    private static boolean identified(Saga saga) {
        return saga.file().legs.stream()
                .anyMatch(
                        l ->
                                l.action() == ActionType.BLOCK
                                        && l.level() >= Ladder.TOP_LEVEL
                                        && l.approvalsNeeded() == 0);
    }

    /** Where harm is imminent the system suspends for two hours by itself, and asks for the rest. */
    private void imminent(Saga saga, Wish wish) {
        if (saga.bundle().linkedFrom() == null && Ladder.imminent(saga.bundle().detectors())) {
            toAll(
                    saga,
                    new Wish(
                            wish.rung(),
                            wish.level(),
                            null,
                            Ladder.IMMINENT_MS,
                            Approval.AUTOMATIC,
                            wish.reason()));
        }
    }

    /** Serves an authority's order. */
    void of(PolicePush push, Saga saga) {
        for (var rung : Ladder.rungs(Ladder.TOP_LEVEL, true, saga.bundle().subjectType())) {
            if (Ladder.serves(push.instruction(), rung.action())) {
                var own = rung.action() != ActionType.FREEZE_REQUEST && push.expiresAt() > 0;
                var ttl =
                        own ? push.expiresAt() - saga.now() : Ladder.ttlMs(rung, Ladder.TOP_LEVEL);
                toAll(
                        saga,
                        new Wish(
                                rung,
                                Ladder.TOP_LEVEL,
                                push,
                                ttl,
                                Approval.AUTHORITY,
                                Bundles.POLICE_PUSH));
            }
        }
    }

    /**
     * Suggests to the bank that it holds the transfer, and has the victim talked to. Where the caller's
     * level says that the money is lost, an officer may also ask every bank to stop the account it went
     * to, which is not the victim's: that is a request, and nothing here moves or freezes money.
     */
    void of(RiskyTransfer transfer, Saga saga) {
        if (transfer.underWay()) {
            for (var rung : Ladder.rungs(Ladder.Ground.VICTIM)) {
                help(saga, rung, transfer);
            }
        }
        if (transfer.stoppable()) {
            for (var rung : Ladder.rungs(Ladder.Ground.LOSS)) {
                var payee = new Target(TargetType.ACCOUNT, transfer.payeeTk());
                for (var party : of(rung.party())) {
                    propose(saga, wishFor(rung), party, 1, payee, List.of());
                }
            }
        }
    }

    private void help(Saga saga, Rung rung, RiskyTransfer transfer) {
        var bank = rung.party() == PartyType.BANK;
        var tk = bank ? transfer.acctTk() : transfer.victimTk();
        var target = new Target(Ladder.target(rung.action(), SubjectType.VICTIM), tk);
        for (var party : of(rung.party())) {
            if (!bank || keeps(party, transfer)) {
                propose(saga, wishFor(rung), party, 1, target, List.of());
            }
        }
    }

    /** The bank that told of the transfer; every bank where none of the parties has its name. */
    private boolean keeps(Party bank, RiskyTransfer transfer) {
        return bank.name().equals(transfer.bank())
                || parties.stream()
                        .noneMatch(
                                p ->
                                        p.type() == PartyType.BANK
                                                && p.name().equals(transfer.bank()));
    }

    /** Keeps a number that was blocked from the next holder for a while. */
    void quarantine(Saga saga) {
        for (var rung : Ladder.rungs(Ladder.Ground.TENURE_END)) {
            toAll(saga, wishFor(rung));
        }
    }

    private static Wish wishFor(Rung rung) {
        return new Wish(rung, rung.minLevel(), null, rung.ttlMs(), rung.system(), "");
    }

    private void toAll(Saga saga, Wish wish) {
        of(wish.rung().party()).forEach(party -> to(saga, wish, party));
    }

    private List<Party> of(PartyType type) {
        return parties.stream().filter(p -> p.type() == type).toList();
    }

    private static void to(Saga saga, Wish wish, Party party) {
        var rounds = saga.file().rounds(wish.rung().action(), party.name());
        if (rounds.isEmpty()) {
            propose(saga, wish, party, 1);
            return;
        }
        var known = standing(rounds);
        if (wish.byAuthority() && Saga.waits(known)) {
            approve(saga, known, wish);
        } else if (anotherRound(saga, rounds, known, wish)) {
            propose(saga, wish, party, rounds.size() + 1);
        } else if (wish.byAuthority()) {
            saga.count("breaker.already-ordered");
        }
    }

    /** The last round that is not over, else the last of all. */
    private static Leg standing(List<Leg> rounds) {
        return rounds.stream()
                .filter(l -> !l.state().closed())
                .reduce((earlier, later) -> later)
                .orElse(rounds.get(rounds.size() - 1));
    }

    /** Whether a leg that is there already does not do what is asked now. */
    private static boolean anotherRound(Saga saga, List<Leg> rounds, Leg known, Wish wish) {
        var expiresAt = saga.now() + wish.ttlMs();
        if (wish.rung().action() == ActionType.FREEZE_REQUEST && known.round() >= FREEZE_ROUNDS) {
            saga.count("breaker.freeze-renewed-too-often");
            saga.page(
                    "FREEZE_NOT_RENEWED",
                    known,
                    known.round(),
                    FREEZE_ROUNDS,
                    "a freeze may be renewed once; the new order was not passed to "
                            + known.party());
            return false;
        }
        if (wish.byAuthority()) {
            return known.state().closed() || known.liftAsked() || known.expiresAt() < expiresAt;
        }
        if (wish.rung().action() == ActionType.WARN) {
            return saga.bundle().caseId() == null
                    && known.state() != LegState.LIFTED
                    && newcomers(saga);
        }
        if (wish.rung().action() == ActionType.TAG && !known.state().closed()) {
            // What was only shown while a budget was spent is told in full once there is room.
            return known.level() == Ladder.SHOWN && wish.level() > Ladder.SHOWN;
        }
        // Evidence that recurs after a leg has ended, the full block of the top level, harm that
        // turns out to be
        // imminent, or the longer word of a human.
        return known.state() == LegState.EXPIRED
                || wish.rung().action() == ActionType.BLOCK
                        && !known.state().closed()
                        && known.level() < Ladder.TOP_LEVEL
                        && wish.level() >= Ladder.TOP_LEVEL
                || wish.suspendsAtOnce()
                        && Saga.waits(known)
                        && rounds.stream().allMatch(l -> l.approvalsNeeded() > 0)
                || wish.by() == Approval.HUMAN
                        && known.approvalsNeeded() == 0
                        && known.state().open()
                        && known.legalBasis().equals(Bundles.SYSTEM_BASIS)
                        && rounds.stream().allMatch(l -> l.approvalsNeeded() == 0);
    }

    private static boolean newcomers(Saga saga) {
        return saga.file().callees.stream().anyMatch(c -> !saga.file().warned.contains(c));
    }

    private static void propose(Saga saga, Wish wish, Party party, int round) {
        var target = Targets.of(wish.rung().action(), saga.bundle(), saga.file().linkKeys);
        if (target.isEmpty()) {
            saga.count("breaker.nothing-to-point-at." + wish.rung().action());
            return;
        }
        var callees =
                wish.rung().action() == ActionType.WARN
                        ? saga.file().warnNow(Particulars.CALLEES)
                        : List.<String>of();
        propose(saga, wish, party, round, target.get(), callees);
    }

    private static void propose(
            Saga saga, Wish wish, Party party, int round, Target target, List<String> callees) {
        var b = saga.bundle();
        var action = wish.rung().action();
        var legId = Ids.leg(b.bundleId(), action, party.name(), round);
        if (saga.file().leg(legId) != null) {
            return;
        }
        var number = b.subjectType() == SubjectType.NUMBER;
        var human = wish.by() == Approval.HUMAN;
        var leg =
                new Leg(
                        legId,
                        b.bundleId(),
                        1,
                        action,
                        party.name(),
                        party.type(),
                        target.type(),
                        target.tk(),
                        wish.level(),
                        LegState.PROPOSED,
                        false,
                        false,
                        false,
                        saga.now(),
                        0,
                        0,
                        0,
                        0,
                        saga.now() + wish.ttlMs(),
                        0,
                        wish.reason().isEmpty() ? b.reasonCode() : wish.reason(),
                        legalBasis(b, wish),
                        Saga.SYSTEM,
                        null,
                        saga.now(),
                        number ? b.epoch() : 0,
                        round,
                        false,
                        false,
                        human ? Ladder.approvals(wish.level()) : 0,
                        null,
                        0,
                        0,
                        0,
                        0,
                        null,
                        null,
                        callees,
                        b.province(),
                        b.numberClass(),
                        b.purpose());
        saga.propose(leg);
        switch (wish.by()) {
            case AUTOMATIC ->
                    issue(
                            saga,
                            saga.move(leg, Cause.AUTO, Saga.SYSTEM, automatic(saga, leg)),
                            leg.expiresAt());
            case AUTHORITY -> approve(saga, leg, wish);
            case HUMAN -> {
                if (verifiesFirst(saga, leg)) {
                    saga.write(leg.next(saga.now(), Saga.SYSTEM, "re-verification comes first"));
                } else {
                    saga.move(leg, Cause.ASK, Saga.SYSTEM, null);
                }
                saga.alarm(leg.expiresAt());
            }
        }
    }

    /** What the history says of a leg that the system sends by itself. */
    private static String automatic(Saga saga, Leg leg) {
        return saga.file().tagsOnly && Ladder.onlyShows(leg.action())
                ? "a budget is spent: tagged and warned of, nothing more"
                : null;
    }

    /**
     * Asks humans about suspensions that waited for a re-verification which has failed, is overdue, or is
     * not waited for any more, because harm turned out to be imminent or a human confirmed the fraud.
     */
    static void askWhatWaited(Saga saga) {
        for (var leg : saga.legs(l -> Saga.waits(l) && !Saga.pending(l))) {
            if (!verifiesFirst(saga, leg)) {
                saga.move(leg, Cause.ASK, Saga.SYSTEM, "the re-verification did not clear it");
            }
        }
    }

    /** Whoever is suspected verifies himself before he is suspended, unless harm is imminent (domain.md §5, §6). */
    private static boolean verifiesFirst(Saga saga, Leg leg) {
        return leg.action() == ActionType.BLOCK
                && leg.level() < Ladder.TOP_LEVEL
                && saga.bundle().verdict() == null
                && !Ladder.imminent(saga.bundle().detectors())
                && !saga.legs(Orders::underVerification).isEmpty();
    }

    private static boolean underVerification(Leg leg) {
        return leg.action() == ActionType.REVERIFY
                && !leg.state().closed()
                && leg.verb() != Verb.REVERIFY_FAILED;
    }

    private static String legalBasis(Bundle bundle, Wish wish) {
        if (wish.byAuthority()) {
            return wish.push().legalBasis();
        }
        return wish.rung().ground() == Ladder.Ground.LOSS
                ? Bundles.STOP_BASIS
                : bundle.legalBasis();
    }

    private static void approve(Saga saga, Leg leg, Wish wish) {
        var approved =
                saga.move(
                        leg, Cause.APPROVE, wish.push().authorityName(), wish.push().legalBasis());
        issue(saga, approved, saga.now() + wish.ttlMs());
    }

    /** Sends an approved leg; orders of the same action to the same party before it end with it. */
    static void issue(Saga saga, Leg approved, long expiresAt) {
        var now = saga.now();
        var byAuthority = approved.approvalsNeeded() == 0 && approved.state() == LegState.APPROVED;
        var restricts = Ladder.restricts(approved.action());
        var leg =
                saga.write(
                        approved.next(now, approved.changedBy(), null)
                                .state(LegTable.next(approved.state(), Cause.ISSUE).orElseThrow())
                                .expiresAt(expiresAt)
                                .ackDeadline(now + LegClocks.ACK_WITHIN_MS)
                                .verifyDeadline(
                                        restricts || approved.action() == ActionType.REVERIFY
                                                ? now + LegClocks.VERIFY_WITHIN_MS
                                                : 0));
        saga.command(leg, Command.APPLY);
        LegClocks.wind(saga, leg, restricts && !byAuthority);
        // What the system does for two hours leaves open what a human is asked for.
        var automatic = approved.state() == LegState.AUTO_APPROVED;
        for (var before :
                saga.legs(
                        l ->
                                sameOrder(l, leg)
                                        && l.round() < leg.round()
                                        && !(automatic && Saga.waits(l)))) {
            saga.move(before, Cause.SUPERSEDE, leg.changedBy(), "round " + leg.round());
        }
    }

    private static boolean sameOrder(Leg one, Leg other) {
        return one.action() == other.action()
                && one.party().equals(other.party())
                // People warned by the round before stay warned.
                && one.action() != ActionType.WARN;
    }
}
