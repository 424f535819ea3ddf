/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/**
 * One action asked of one party, as it stands now; each change is a new version.
 *
 * @param version rises by one with each change
 * @param timedOut the party let the acknowledgement deadline pass; likewise escalated and appealed: flags beside the state
 * @param expiresAt when it ends by itself, epoch ms
 * @param ackDeadline until when the party must have answered, epoch ms
 * @param changedBy who or what caused this version
 * @param epoch holder of the number it points at, whom it never outlives; 0 where holders do not change
 * @param round which order of this action to this party in the bundle it is, from 1 on
 * @param halfOpen the party lets calls through for a while, to see whether the evidence recurs
 * @param liftOverdue the party let the deadline of its release pass
 * @param approvalsNeeded names that must approve it; 0 where none must
 * @param firstApprover who approved it first where two names are needed
 * @param liftAskedAt when its release was asked for; {@code liftDeadline} until when it must be done
 * @param verifyDeadline until when the holder must have been re-verified, epoch ms
 * @param probeDeadline when the half-open time ends, epoch ms
 * @param verb what was last decided about it; {@code decisionId} by which decision
 * @param callees of a warning: whom to warn, newest call first, each once
 * @param province home province of the number it is about, GB/T 2260, null when unknown; likewise its
 *     class and its registered use
 */
public record Leg(
        String legId,
        String bundleId,
        int version,
        ActionType action,
        String party,
        PartyType partyType,
        TargetType targetType,
        String targetTk,
        int level,
        LegState state,
        boolean timedOut,
        boolean escalated,
        boolean appealed,
        long proposedAt,
        long issuedAt,
        long ackedAt,
        long effectiveAt,
        long closedAt,
        long expiresAt,
        long ackDeadline,
        String reasonCode,
        String legalBasis,
        String changedBy,
        String note,
        long at,
        int epoch,
        int round,
        boolean halfOpen,
        boolean liftOverdue,
        int approvalsNeeded,
        String firstApprover,
        long liftAskedAt,
        long liftDeadline,
        long verifyDeadline,
        long probeDeadline,
        Verb verb,
        String decisionId,
        List<String> callees,
        String province,
        NumberClass numberClass,
        PurposeClass purpose)
        implements Ordered {

    /** A leg of the first round that nobody was asked to release. */
    public Leg(
            String legId,
            String bundleId,
            int version,
            ActionType action,
            String party,
            PartyType partyType,
            TargetType targetType,
            String targetTk,
            int level,
            LegState state,
            boolean timedOut,
            boolean escalated,
            boolean appealed,
            long proposedAt,
            long issuedAt,
            long ackedAt,
            long effectiveAt,
            long closedAt,
            long expiresAt,
            long ackDeadline,
            String reasonCode,
            String legalBasis,
            String changedBy,
            String note,
            long at) {
        this(
                legId,
                bundleId,
                version,
                action,
                party,
                partyType,
                targetType,
                targetTk,
                level,
                state,
                timedOut,
                escalated,
                appealed,
                proposedAt,
                issuedAt,
                ackedAt,
                effectiveAt,
                closedAt,
                expiresAt,
                ackDeadline,
                reasonCode,
                legalBasis,
                changedBy,
                note,
                at,
                0,
                1,
                false,
                false,
                0,
                null,
                0,
                0,
                0,
                0,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    /** Whether its party was asked to release it and has not said that it did. */
    public boolean liftAsked() {
        return liftAskedAt > 0 && state != LegState.LIFTED;
    }

    /** Begins the next version of this leg. */
    public Next next(long when, String by, String why) {
        return new Next(this, when, by, why);
    }

    /** The next version of a leg while it is written: what is not set stays as it was. */
    public static final class Next {
        private final Leg leg;
        private final long when;
        private final String by;
        private final String why;
        private LegState state;
        private boolean timedOut;
        private boolean escalated;
        private boolean appealed;
        private boolean halfOpen;
        private boolean liftOverdue;
        private long effectiveAt;
        private long expiresAt;
        private long ackDeadline;
        private String firstApprover;
        private long liftAskedAt;
        private long liftDeadline;
        private long verifyDeadline;
        private long probeDeadline;
        private Verb verb;
        private String decisionId;

        private Next(Leg leg, long when, String by, String why) {
            this.leg = leg;
            this.when = when;
            this.by = by;
            this.why = why;
            this.state = leg.state;
            this.timedOut = leg.timedOut;
            this.escalated = leg.escalated;
            this.appealed = leg.appealed;
            this.halfOpen = leg.halfOpen;
            this.liftOverdue = leg.liftOverdue;
            this.effectiveAt = leg.effectiveAt;
            this.expiresAt = leg.expiresAt;
            this.ackDeadline = leg.ackDeadline;
            this.firstApprover = leg.firstApprover;
            this.liftAskedAt = leg.liftAskedAt;
            this.liftDeadline = leg.liftDeadline;
            this.verifyDeadline = leg.verifyDeadline;
            this.probeDeadline = leg.probeDeadline;
            this.verb = leg.verb;
            this.decisionId = leg.decisionId;
        }

        /** Another state, stamped with the time it stands for. */
        public Next state(LegState to) {
            state = to;
            return this;
        }

        public Next timedOut(boolean late) {
            timedOut = late;
            return this;
        }

        public Next escalated(boolean raised) {
            escalated = raised;
            return this;
        }

        public Next appealed() {
            appealed = true;
            return this;
        }

        /** When it took effect, where the state does not say it any more. */
        public Next effectiveAt(long at) {
            effectiveAt = at;
            return this;
        }

        public Next expiresAt(long at) {
            expiresAt = at;
            return this;
        }

        public Next ackDeadline(long at) {
            ackDeadline = at;
            return this;
        }

        public Next verifyDeadline(long at) {
            verifyDeadline = at;
            return this;
        }

        public Next firstApprover(String name) {
            firstApprover = name;
            return this;
        }

        public Next liftAsked(long at, long deadline) {
            liftAskedAt = at;
            liftDeadline = deadline;
            return this;
        }

        public Next liftOverdue(boolean late) {
            liftOverdue = late;
            return this;
        }

        public Next halfOpenUntil(long deadline) {
            halfOpen = true;
            probeDeadline = deadline;
            return this;
        }

        public Next probeEnded() {
            halfOpen = false;
            return this;
        }

        public Next decided(Decision decision) {
            verb = decision.verb();
            decisionId = decision.decisionId();
            return this;
        }

        public Leg leg() {
            var moves = state != leg.state;
            return new Leg(
                    leg.legId,
                    leg.bundleId,
                    leg.version + 1,
                    leg.action,
                    leg.party,
                    leg.partyType,
                    leg.targetType,
                    leg.targetTk,
                    leg.level,
                    state,
                    timedOut,
                    escalated,
                    appealed,
                    leg.proposedAt,
                    moves && state == LegState.ISSUED ? when : leg.issuedAt,
                    moves && state == LegState.ACKED ? when : leg.ackedAt,
                    moves && state == LegState.EFFECTIVE ? when : effectiveAt,
                    moves && state.closed() ? when : leg.closedAt,
                    expiresAt,
                    ackDeadline,
                    leg.reasonCode,
                    leg.legalBasis,
                    by,
                    why,
                    Math.max(when, leg.at),
                    leg.epoch,
                    leg.round,
                    halfOpen && !state.closed(),
                    liftOverdue,
                    leg.approvalsNeeded,
                    firstApprover,
                    liftAskedAt,
                    liftDeadline,
                    verifyDeadline,
                    probeDeadline,
                    verb,
                    decisionId,
                    leg.callees,
                    leg.province,
                    leg.numberClass,
                    leg.purpose);
        }
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return legId;
    }
}
