/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Ids;
import io.fuselink.events.Proof;
import io.fuselink.events.ProofKind;
import io.fuselink.events.Subject;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.LinkedNumbers;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 11, second half: carries suspicion from an assessed number to those that share something with it
 * (domain.md §6.5): seed × weight × 0.9^days, kept from {@link #KEPT_FROM} on. A second hop would carry
 * at most 0.7 × 0.7 × 0.5 = 0.245 and is never kept, so none is taken. What is not kept is told at level
 * 0 with its reason. Also notices when a number takes over from one that is blocked.
 *
 * <p>State is cleared when the time of the key's kind is over after it was last touched.
 */
public final class LinkSubjects implements Step<LinkTouch, Assessment> {
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** Suspicion below this is not kept. */
    static final double KEPT_FROM = 0.35;

    /** What a day without being seen together leaves of it. */
    private static final double PER_DAY = 0.9;

    /** From this suspicion on a linked number waits for a human at level 2. */
    private static final double REVIEWED_FROM = 0.5;

    /** A number takes over within a week (S23), in ms. */
    private static final long TAKES_OVER_MS = 7 * DAY_MS;

    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<LinkedNumbers> LINKED =
            new ValueStateDescriptor<>("linked-numbers", TypeInformation.of(LinkedNumbers.class));

    private transient ValueState<LinkedNumbers> linkedNumbers;

    @Override
    public void open(RuntimeContext runtime) {
        linkedNumbers = runtime.getState(LINKED);
    }

    @Override
    public void onEvent(LinkTouch touch, StepContext<Assessment> context) throws Exception {
        var linked = linkedNumbers.value() == null ? new LinkedNumbers() : linkedNumbers.value();
        var kind = LinkKind.of(context.key());
        if (touch.block() != null) {
            linked.block(touch.memberTk(), touch.epoch(), touch.block());
        } else if (touch.seed() == null) {
            var before =
                    linked.touch(touch.memberTk(), touch.epoch(), context.now(), kind.windowMs());
            takesOver(linked, touch, before, context);
        } else if (linked.spreads(touch.seed().episodeId())) {
            spread(linked, kind, touch.seed(), context);
        }
        linkedNumbers.update(linked);
        context.alarm(
                (Math.floorDiv(context.now() + kind.windowMs(), HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    // ---- suspicion

    private static void spread(
            LinkedNumbers linked, LinkKind kind, Assessment seed, StepContext<Assessment> context) {
        if (kind == LinkKind.CALLEE && linked.members.size() > kind.most()) {
            context.count("linkage.callee-of-everybody");
            return;
        }
        var candidates =
                linked.members.stream()
                        .filter(m -> !m.tk().equals(seed.subjectTk()))
                        .sorted(
                                Comparator.comparingLong(LinkedNumbers.Member::lastAt)
                                        .reversed()
                                        .thenComparing(LinkedNumbers.Member::tk))
                        .toList();
        for (var candidate : candidates) {
            var suspicion = suspicion(seed, kind, context.now() - candidate.lastAt());
            if (suspicion < KEPT_FROM) {
                skip(candidate, seed, suspicion, "too weak to be kept", context);
            } else if (!linked.room(candidate.tk(), kind.most())) {
                skip(candidate, seed, suspicion, "the cap of " + kind + " is reached", context);
            } else {
                var level = suspicion >= REVIEWED_FROM ? 2 : 1;
                context.count("linkage.linked-by-" + kind);
                context.emit(linked(candidate, seed, suspicion, level, null, context));
            }
        }
    }

    static double suspicion(Assessment seed, LinkKind kind, long sinceMs) {
        return seedOf(seed) * kind.weight() * Math.pow(PER_DAY, (double) sinceMs / DAY_MS);
    }

    /** What is nearly certain counts whole; what may only be throttled counts less. */
    private static double seedOf(Assessment seed) {
        return seed.level() >= 3 ? 1 : Math.max(seed.score(), 0.75);
    }

    private static void skip(
            LinkedNumbers.Member candidate,
            Assessment seed,
            double suspicion,
            String why,
            StepContext<Assessment> context) {
        context.count("linkage.skipped");
        context.emit(linked(candidate, seed, suspicion, 0, why, context));
    }

    private static Assessment linked(
            LinkedNumbers.Member member,
            Assessment seed,
            double suspicion,
            int level,
            String skipped,
            StepContext<Assessment> context) {
        var subject = Subject.number(member.tk(), Math.max(1, member.epoch()));
        return new Assessment(
                Ids.hash("linked", subject.key(), seed.episodeId(), context.key()),
                subject.type(),
                subject.tk(),
                subject.epoch(),
                level,
                level,
                "D",
                suspicion,
                List.of("linkage"),
                List.of(Ids.hash("link", subject.key(), seed.episodeId(), context.key())),
                List.of(),
                Ids.hash("linked-episode", subject.key(), seed.episodeId()),
                context.now(),
                context.now(),
                null,
                skipped,
                false,
                skipped == null,
                seed.subject().key(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(context.key()),
                context.limits().version(),
                seed.lexiconVersion(),
                seed.modelVersion(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(seed.subject().key(), context.key(), subject.key()),
                null);
    }

    // ---- proof after effect

    private static void takesOver(
            LinkedNumbers linked,
            LinkTouch touch,
            LinkedNumbers.Member before,
            StepContext<Assessment> context) {
        linked.blocked.removeIf(b -> b.block().effectiveAt() + TAKES_OVER_MS <= context.now());
        for (var blocked : linked.blocked) {
            var since = blocked.block().effectiveAt();
            var silent = before == null || before.lastAt() <= since;
            if (!blocked.tk().equals(touch.memberTk()) && silent && context.now() > since) {
                context.count("proof.DISPLACEMENT");
                context.emit(SideOutputs.PROOFS, displaced(blocked, touch, context));
            }
        }
    }

    private static Proof displaced(
            LinkedNumbers.Blocked blocked, LinkTouch touch, StepContext<Assessment> context) {
        var block = blocked.block();
        return new Proof(
                Ids.hash("displacement", block.legId(), touch.memberTk()),
                ProofKind.DISPLACEMENT,
                block.legId(),
                block.bundleId(),
                block.party(),
                blocked.tk(),
                blocked.epoch(),
                touch.memberTk(),
                context.key(),
                null,
                block.effectiveAt(),
                context.now() - block.effectiveAt(),
                context.now());
    }

    @Override
    public void onAlarm(String name, StepContext<Assessment> context) throws Exception {
        var linked = linkedNumbers.value();
        var window = LinkKind.of(context.key()).windowMs();
        if (linked != null
                && linked.members.stream().allMatch(m -> m.lastAt() + window <= context.now())) {
            linkedNumbers.clear();
        }
    }

    @Override
    public void onRefused(
            LinkTouch touch, DeadLetterReason reason, StepContext<Assessment> context) {
        context.count("link-touches." + reason);
    }
}
