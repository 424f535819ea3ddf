/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.ActionType;
import io.fuselink.events.Bundle;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Instruction;
import io.fuselink.events.Leg;
import io.fuselink.events.PushTarget;
import io.fuselink.events.SubjectType;
import io.fuselink.events.Verb;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.steps.LostEvent;
import io.fuselink.jobs.topology.Party;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 12, the saga: one decision becomes legs to every party that must act; each leg has a state that
 * only moves forward ({@link LegTable}), clocks ({@link LegClocks}), and a way back ({@link Release}).
 * Police pushes, acknowledgements, decisions and appeals apply on arrival; an answer that comes before
 * its leg is parked for a day. Owns cases, acknowledgements, decisions and appeals.
 *
 * <p>State is cleared {@link #KEPT_MS} after the last leg has ended.
 */
public final class RunBreakers implements Step<BreakerNews, Bundle> {
    private static final long DAY_MS = 24 * 3_600_000L;

    /** How long a finished bundle is remembered: 30 days in ms. */
    public static final long KEPT_MS = 30 * DAY_MS;

    /** How long an answer waits for the bundle or leg it is about, in ms. */
    static final long PARKED_MS = DAY_MS;

    private static final String FORGET = "forget";
    private static final String UNPARK = "unpark";

    private static final ValueStateDescriptor<BundleFile> FILE =
            new ValueStateDescriptor<>("bundle-file", TypeInformation.of(BundleFile.class));

    private final Orders orders;
    private transient Answers answers;
    private transient ValueState<BundleFile> files;

    public RunBreakers(List<Party> parties) {
        this.orders = new Orders(parties);
    }

    @Override
    public void open(RuntimeContext runtime) {
        files = runtime.getState(FILE);
        answers = new Answers(orders);
    }

    @Override
    public boolean immediate(BreakerNews news) {
        return news.assessment() == null && !tenureEnd(news);
    }

    private static boolean tenureEnd(BreakerNews news) {
        return news.event() != null && news.event().feed() == Feed.REGISTRATIONS;
    }

    @Override
    public void onEvent(BreakerNews news, StepContext<Bundle> context) throws Exception {
        var file = files.value() == null ? new BundleFile() : files.value();
        var saga = new Saga(file, context);
        if (news.assessment() != null) {
            assessed(saga, news, context);
        } else if (news.transfer() != null) {
            transferring(saga, news, context);
        } else if (tenureEnd(news)) {
            tenureEnded(saga);
        } else if (file.hear(news.event().header().eventId())) {
            heard(saga, news, context);
        } else {
            account(Outcome.DUPLICATE, news, context);
        }
        files.update(file);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, DAY_MS) + 1) * DAY_MS, FORGET);
    }

    private static void account(Outcome outcome, BreakerNews news, StepContext<Bundle> context) {
        if (news.owned()) {
            context.account(outcome, news.event().feed());
        }
    }

    private void heard(Saga saga, BreakerNews news, StepContext<Bundle> context) {
        var event = news.event();
        if (event.feed() == Feed.CASES) {
            account(Outcome.PROCESSED, news, context);
        }
        if (event.feed() == Feed.CASES && event.push().instruction() != Instruction.LIFT) {
            pushed(saga, news, context);
        } else if (saga.bundle() != null && answers.apply(saga, event)) {
            applied(event, context);
            catchUp(saga, context);
            Orders.askWhatWaited(saga);
            saga.publish();
        } else {
            park(saga, event, context);
        }
    }

    // ---- what opens and raises

    private void assessed(Saga saga, BreakerNews news, StepContext<Bundle> context) {
        var a = news.assessment();
        if (Ladder.rungs(a.level(), false, a.subjectType()).isEmpty()) {
            saga.count("breaker.nothing-to-ask." + a.subjectType());
            return;
        }
        var file = saga.file();
        var known = file.bundle;
        if (known == null) {
            saga.count("bundles");
            file.bundle = Bundles.opened(news.bundleId(), a);
        } else if (known.verdict() == Verb.CONFIRM_WRONG) {
            saga.count("breaker.evidence-after-release");
            return;
        } else {
            file.bundle = Bundles.evidence(known, a);
            file.legs.stream()
                    .filter(Leg::halfOpen)
                    .toList()
                    .forEach(leg -> LegClocks.ring(saga, leg));
        }
        var hasRoom = file.tagsOnly && !a.tagsOnly();
        file.tagsOnly = a.tagsOnly();
        file.linkKeys = new ArrayList<>(a.linkKeys());
        file.callees = newestFirst(a.victims(), file.callees);
        if (known == null || hasRoom || news(known, file.bundle)) {
            orders.ofLevel(saga);
            catchUp(saga, context);
            Orders.askWhatWaited(saga);
            Cards.tell(saga);
            saga.publish();
        }
    }

    /** Whether an assessment says anything the bundle did not know: a higher level, or another finding. */
    private static boolean news(Bundle before, Bundle now) {
        return now.level() > before.level() || now.findingIds().size() > before.findingIds().size();
    }

    private static List<String> newestFirst(List<String> newer, List<String> older) {
        return new ArrayList<>(
                Stream.concat(newer.stream(), older.stream()).distinct().limit(200).toList());
    }

    private void pushed(Saga saga, BreakerNews news, StepContext<Bundle> context) {
        var event = news.event();
        var push = event.push();
        if (!push.instruction().restricts()) {
            saga.count("cases." + push.instruction());
            return;
        }
        if (refused(saga, news)) {
            return;
        }
        if (event.ts() <= saga.file().liftedUpTo) {
            saga.count("breaker.order-lifted-before-it-came");
            return;
        }
        if (saga.bundle() == null) {
            saga.count("bundles");
            saga.file().bundle = opened(news, saga.now());
        }
        if (news.particulars() != null) {
            saga.file().callees = newestFirst(news.particulars().callees(), saga.file().callees);
        }
        orders.of(push, saga);
        catchUp(saga, context);
        Cards.tell(saga);
        saga.publish();
    }

    /** What no authority can have meant: a hotline cut off, or everybody who is reached through one middle number. */
    private static boolean refused(Saga saga, BreakerNews news) {
        var caseId = news.event().push().caseId();
        if (news.particulars() != null && news.particulars().numberClass().official()) {
            saga.notAsAsked(
                    "PROTECTED_TARGET",
                    news.bundleId(),
                    1,
                    caseId + " points at an official line; nothing is asked");
            return true;
        }
        if (news.pairs() == BreakerNews.NO_MIDDLE_NUMBER) {
            return false;
        }
        var alone = news.pairs() == 1;
        saga.notAsAsked(
                alone ? "NARROWED_TO_PAIR" : "WHOLE_MIDDLE_NUMBER",
                news.bundleId(),
                news.pairs(),
                alone
                        ? caseId
                                + " points at a whole middle number; only the binding of the one pair behind it then is acted on"
                        : caseId
                                + " points at a whole middle number, with "
                                + news.pairs()
                                + " pairs behind it then; nothing is asked: name the binding, or the number that called");
        return !alone;
    }

    private static Bundle opened(BreakerNews news, long now) {
        var push = news.event().push();
        var subject = Ladder.subject(target(news).type());
        var epoch =
                subject != SubjectType.NUMBER
                        ? 0
                        : news.particulars() == null ? 1 : news.particulars().epoch();
        var bundle = Bundles.opened(news.bundleId(), push, subject, news.targetTk(), epoch, now);
        var number = news.particulars();
        return number == null ? bundle : bundle.about(number.numberClass(), number.province());
    }

    private static PushTarget target(BreakerNews news) {
        return news.event().push().targets().stream()
                .filter(t -> t.tk().equals(news.targetTk()))
                .findFirst()
                .orElseThrow();
    }

    private void transferring(Saga saga, BreakerNews news, StepContext<Bundle> context) {
        if (saga.bundle() == null) {
            saga.count("bundles");
            saga.file().bundle = Bundles.opened(news.bundleId(), news.transfer());
        } else if (saga.bundle().verdict() == Verb.CONFIRM_WRONG) {
            saga.count("breaker.evidence-after-release");
            return;
        }
        orders.of(news.transfer(), saga);
        catchUp(saga, context);
        saga.publish();
    }

    /** A block never outlives its holder; a number that was blocked goes to nobody new for a while. */
    private void tenureEnded(Saga saga) {
        if (saga.bundle() == null) {
            saga.count("breaker.tenure-ended-before-its-bundle");
            return;
        }
        var wasBlocked =
                saga.file().legs.stream()
                        .anyMatch(l -> l.action() == ActionType.BLOCK && l.issuedAt() > 0);
        Release.all(
                saga,
                l -> l.action() != ActionType.QUARANTINE && l.action() != ActionType.LEAD,
                Saga.SYSTEM,
                "the holder it was about has given the number up");
        if (wasBlocked) {
            orders.quarantine(saga);
        }
        saga.publish();
    }

    // ---- answers that came too early

    private void park(Saga saga, Event event, StepContext<Bundle> context) {
        if (saga.file().park(event)) {
            context.count("breaker.parked");
            context.alarm(context.now() + PARKED_MS, UNPARK);
        } else {
            context.count("breaker.parked-overflow");
            unknown(event, context);
        }
    }

    /** Applies answers that came too early, as long as one makes room for another. */
    private void catchUp(Saga saga, StepContext<Bundle> context) {
        var applied = true;
        while (applied) {
            applied =
                    saga.file()
                            .parked
                            .removeIf(
                                    answer -> {
                                        var now = answers.apply(saga, answer);
                                        if (now) {
                                            applied(answer, context);
                                        }
                                        return now;
                                    });
        }
    }

    private static void applied(Event answer, StepContext<Bundle> context) {
        if (answer.feed() != Feed.CASES) {
            context.account(Outcome.PROCESSED, answer.feed());
        }
    }

    /** An answer about a bundle that nobody has heard of within a day. */
    private static void unknown(Event answer, StepContext<Bundle> context) {
        context.count("breaker.never-applied." + answer.feed());
        if (answer.feed() == Feed.CASES) {
            return;
        }
        context.account(Outcome.DEAD_LETTER, answer.feed());
        context.emit(
                SideOutputs.LOST,
                LostEvent.of(
                        answer,
                        DeadLetterReason.UNKNOWN_BUNDLE,
                        "no such bundle, or a leg of it that was never sent"));
    }

    // ---- clocks

    @Override
    public void onAlarm(String name, StepContext<Bundle> context) throws Exception {
        var file = files.value();
        if (file == null) {
            return;
        }
        switch (name) {
            case Saga.CLOCKS -> ring(new Saga(file, context));
            case UNPARK -> unpark(file, context);
            default -> {
                forget(file, context);
                return;
            }
        }
        files.update(file);
    }

    private static void ring(Saga saga) {
        var before = List.copyOf(saga.file().legs);
        before.forEach(leg -> LegClocks.ring(saga, saga.present(leg)));
        LegClocks.appeal(saga);
        Orders.askWhatWaited(saga);
        if (!before.equals(saga.file().legs)) {
            saga.publish();
        }
    }

    private static void unpark(BundleFile file, StepContext<Bundle> context) {
        var over = file.parked.stream().filter(e -> e.ts() + PARKED_MS <= context.now()).toList();
        over.forEach(answer -> unknown(answer, context));
        file.parked.removeAll(over);
        if (!file.parked.isEmpty()) {
            context.alarm(context.now() + PARKED_MS, UNPARK);
        }
    }

    private void forget(BundleFile file, StepContext<Bundle> context) {
        if (over(file, context.now())) {
            file.parked.forEach(answer -> unknown(answer, context));
            files.clear();
        } else {
            context.alarm(context.now() + DAY_MS, FORGET);
        }
    }

    private static boolean over(BundleFile file, long now) {
        return file.legs.stream()
                .allMatch(
                        l ->
                                l.state().closed() && l.closedAt() + KEPT_MS <= now
                                        || l.expiresAt() != 0 && l.expiresAt() + KEPT_MS <= now);
    }

    @Override
    public void onRefused(BreakerNews news, DeadLetterReason reason, StepContext<Bundle> context)
            throws Exception {
        // A decision that comes late is still a decision; what applies on arrival is never refused.
        context.count("breaker.late." + reason);
        onEvent(news, context);
    }
}
