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
import io.fuselink.jobs.state.LinksForm;
import io.fuselink.jobs.state.NumberLinks;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/**
 * Step 11, second half: carries suspicion from an assessed number to those that share something with it
 * (domain.md §6.5): seed × weight × 0.9^days, kept from {@link #KEPT_FROM} on. Two numbers that share
 * several strong keys are held together by all of them: what each alone leaves open is multiplied. From
 * a number so linked suspicion goes on once more, halved, which only reaches the floor where both links
 * rest on two strong keys or more; a second step of the same kind, with its own uid, takes that hop, as
 * nothing runs in circles here. What is not kept is told at level 0 with its reason. The first of them
 * also notices when a number takes over from one that is blocked.
 *
 * <p>State is over when the time of the key's kind has passed since it was last touched; the daily sweep
 * clears it away.
 */
public final class LinkSubjects implements Step<LinkTouch, Assessment> {
    private static final long DAY_MS = 24 * 3_600_000L;

    /** Suspicion below this is not kept. */
    static final double KEPT_FROM = 0.35;

    /** What a day without being seen together leaves of it. */
    private static final double PER_DAY = 0.9;

    /** From this suspicion on a linked number waits for a human at level 2. */
    private static final double REVIEWED_FROM = 0.5;

    /** What a second hop leaves of suspicion. */
    private static final double PER_HOP = 0.5;

    /** A number takes over within a week (S23), in ms. */
    private static final long TAKES_OVER_MS = 7 * DAY_MS;

    private static final ValueStateDescriptor<byte[]> LINKED =
            new ValueStateDescriptor<>(
                    "packed-linked-numbers", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private transient ValueState<byte[]> linkedNumbers;

    @Override
    public void open(RuntimeContext runtime) {
        linkedNumbers = runtime.getState(LINKED);
    }

    @Override
    public void onEvent(LinkTouch touch, StepContext<Assessment> context) throws Exception {
        var kind = LinkKind.of(context.key());
        var linked = LinksForm.linkedNumbers(linkedNumbers.value());
        if (over(linked, kind, context.now())) {
            linked = new LinkedNumbers();
        }
        linked.lastTouched = context.now();
        if (touch.block() != null) {
            linked.block(touch.memberTk(), touch.epoch(), touch.block());
        } else if (touch.seen()) {
            seen(linked, kind, touch, context);
        } else if (linked.spreads(spreadId(touch))) {
            spread(linked, kind, touch, context);
        }
        linkedNumbers.update(LinksForm.write(linked));
    }

    private static boolean over(LinkedNumbers linked, LinkKind kind, long now) {
        return linked.lastTouched + kind.windowMs() <= now;
    }

    private static void seen(
            LinkedNumbers linked, LinkKind kind, LinkTouch touch, StepContext<Assessment> context) {
        var elsewhere =
                touch.edges().stream()
                        .filter(e -> e.linkKey().equals(context.key()))
                        .anyMatch(e -> e.lastAt() < touch.at());
        if (elsewhere) {
            linked.hear(touch.memberTk(), touch.edges());
            return;
        }
        var before =
                linked.touch(
                        touch.memberTk(),
                        touch.epoch(),
                        context.now(),
                        kind.windowMs(),
                        touch.edges());
        takesOver(linked, touch, before, context);
    }

    /** An episode spreads once from each number it came to. */
    private static String spreadId(LinkTouch touch) {
        var episode = touch.seed().episodeId();
        return touch.carried() ? episode + "/" + touch.memberTk() : episode;
    }

    // ---- suspicion

    private static void spread(
            LinkedNumbers linked, LinkKind kind, LinkTouch from, StepContext<Assessment> context) {
        if (kind == LinkKind.CALLEE && linked.members.size() > kind.most()) {
            context.count("linkage.callee-of-everybody");
            return;
        }
        var candidates =
                linked.members.stream()
                        .filter(m -> !m.tk().equals(from.memberTk()))
                        .filter(m -> !m.tk().equals(from.seed().subjectTk()))
                        .sorted(
                                Comparator.comparingLong(LinkedNumbers.Member::lastAt)
                                        .reversed()
                                        .thenComparing(LinkedNumbers.Member::tk))
                        .toList();
        for (var candidate : candidates) {
            if (toldElsewhere(context.key(), from.edges(), candidate)) {
                context.count("linkage.told-by-a-stronger-key");
                continue;
            }
            var suspicion =
                    suspicion(from)
                            * strength(context.key(), from.edges(), candidate, context.now());
            if (suspicion < KEPT_FROM) {
                skip(candidate, from, suspicion, "too weak to be kept", context);
            } else if (!linked.room(candidate.tk(), kind.most())) {
                skip(candidate, from, suspicion, "the cap of " + kind + " is reached", context);
            } else {
                var level = suspicion >= REVIEWED_FROM ? 2 : 1;
                context.count("linkage.linked-by-" + kind + (from.carried() ? "-second-hop" : ""));
                context.emit(linked(candidate, from, suspicion, level, null, context));
                carryOn(candidate, from, suspicion, context);
            }
        }
    }

    /** How suspect whoever is shared with is: what is nearly certain counts whole, what may only be throttled less. */
    private static double suspicion(LinkTouch from) {
        if (from.carried()) {
            return from.suspicion() * PER_HOP;
        }
        var seed = from.seed();
        return seed.level() >= 3 ? 1 : Math.max(seed.score(), 0.75);
    }

    /** How far suspicion of one is suspicion of the other: by this key, and by every other strong one they share. */
    static double strength(
            String linkKey, List<NumberLinks.Edge> edges, LinkedNumbers.Member member, long now) {
        var kind = LinkKind.of(linkKey);
        var open = 1 - weight(kind, now - member.lastAt());
        if (kind.strong()) {
            for (var edge : member.edges()) {
                if (!edge.linkKey().equals(linkKey) && among(edges, edge)) {
                    open *= 1 - weight(LinkKind.of(edge.linkKey()), now - edge.lastAt());
                }
            }
        }
        return 1 - open;
    }

    /** Whom several strong keys link is told of once, by the strongest, and spends no cap twice. */
    private static boolean toldElsewhere(
            String linkKey, List<NumberLinks.Edge> edges, LinkedNumbers.Member member) {
        return LinkKind.of(linkKey).strong()
                && member.edges().stream()
                        .filter(e -> among(edges, e))
                        .anyMatch(e -> stronger(e.linkKey(), linkKey));
    }

    private static boolean stronger(String one, String other) {
        var weights = Double.compare(LinkKind.of(one).weight(), LinkKind.of(other).weight());
        return weights > 0 || weights == 0 && one.compareTo(other) < 0;
    }

    private static boolean among(List<NumberLinks.Edge> edges, NumberLinks.Edge edge) {
        return edges.stream().anyMatch(e -> e.linkKey().equals(edge.linkKey()));
    }

    static double weight(LinkKind kind, long sinceMs) {
        return kind.weight() * Math.pow(PER_DAY, (double) sinceMs / DAY_MS);
    }

    /** On to what the linked number shares with others, as long as that may still be kept. */
    private static void carryOn(
            LinkedNumbers.Member member,
            LinkTouch from,
            double suspicion,
            StepContext<Assessment> context) {
        if (from.carried()) {
            return;
        }
        if (suspicion * PER_HOP < KEPT_FROM) {
            context.count("linkage.second-hop-out-of-reach");
            return;
        }
        for (var edge : member.edges()) {
            if (!among(from.edges(), edge)) {
                context.emit(
                        SideOutputs.CARRIED,
                        from.carriedTo(
                                member, edge.linkKey(), path(member, from, context), suspicion));
            }
        }
    }

    private static List<String> path(
            LinkedNumbers.Member member, LinkTouch from, StepContext<Assessment> context) {
        var path =
                new ArrayList<>(
                        from.carried() ? from.path() : List.of(from.seed().subject().key()));
        path.add(context.key());
        path.add(subject(member).key());
        return path;
    }

    private static Subject subject(LinkedNumbers.Member member) {
        return Subject.number(member.tk(), Math.max(1, member.epoch()));
    }

    private static void skip(
            LinkedNumbers.Member candidate,
            LinkTouch from,
            double suspicion,
            String why,
            StepContext<Assessment> context) {
        context.count("linkage.skipped");
        context.emit(linked(candidate, from, suspicion, 0, why, context));
    }

    private static Assessment linked(
            LinkedNumbers.Member member,
            LinkTouch from,
            double suspicion,
            int level,
            String skipped,
            StepContext<Assessment> context) {
        var subject = subject(member);
        var seed = from.seed();
        var by = from.carried() ? from.memberTk() + "/" + context.key() : context.key();
        return new Assessment(
                Ids.hash("linked", subject.key(), seed.episodeId(), by),
                subject.type(),
                subject.tk(),
                subject.epoch(),
                level,
                level,
                "D",
                suspicion,
                List.of("linkage"),
                List.of(Ids.hash("link", subject.key(), seed.episodeId(), by)),
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
                path(member, from, context),
                null,
                false);
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
    public String sweptState() {
        return LINKED.getName();
    }

    @Override
    public void sweep(StepContext<Assessment> context) throws Exception {
        var linked = LinksForm.linkedNumbers(linkedNumbers.value());
        if (over(linked, LinkKind.of(context.key()), context.now())) {
            linkedNumbers.clear();
        }
    }

    @Override
    public void onRefused(
            LinkTouch touch, DeadLetterReason reason, StepContext<Assessment> context) {
        context.count("link-touches." + reason);
    }
}
