/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Decision;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Page;
import io.fuselink.events.SubjectType;
import io.fuselink.events.Verb;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.jobs.breaker.Wilson;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Spending;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 10b: the breaker's own breaker (domain.md §6.6). Every rule, province, class, range and lease has
 * a budget of episodes that may act in an hour, and so has the whole, of ten minutes and of an hour; of
 * an enterprise's numbers only a share may be acted on in a day. A rule that has spent its own budget,
 * or whose decisions turn out wrong too often, is in SHADOW: what it finds is shown and does not act.
 * Beyond any other budget, in a surge, where too many appeals are upheld, or in a province that is hit
 * far more often than all, numbers are tagged and warned of, and nothing more. Whatever is held back
 * says why, is paged, and is offered again when there is room. Authority spends no budget.
 *
 * <p>All of it meets under one key, so that every budget is spent in one order: what asks to act is a
 * few in ten thousand events. The state is bounded by its counts and kept for as long as the job runs.
 */
public final class SpendBudgets implements Step<BudgetNews, Assessment> {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final long TEN_MINUTES_MS = 10 * MINUTE_MS;
    private static final long WEEK_MS = 7 * DAY_MS;
    private static final int ACTIONABLE = 2;

    /** What was held back is offered again while it is no older than an episode's silence, in ms. */
    private static final long OFFERED_MS = 6 * HOUR_MS;

    /** A surge is this many times the mean of the hour of day (§6.6). */
    private static final double SURGE = 3;

    /** Days whose hour must be known before a mean says anything. */
    private static final int SURGE_DAYS = 3;

    /** A group may be acted on at most this many times as often as all numbers (domain.md §5). */
    private static final double UNFAIR = 3;

    /** Numbers of a group, and actions on it, below which its rate says nothing. */
    private static final int UNFAIR_POPULATION = 200;

    private static final int UNFAIR_ACTED = 5;
    private static final String HOUR_OVER = "hour-over";
    private static final ValueStateDescriptor<Spending> SPENDING =
            new ValueStateDescriptor<>("spending", TypeInformation.of(Spending.class));

    private transient ValueState<Spending> spendings;

    @Override
    public void open(RuntimeContext runtime) {
        spendings = runtime.getState(SPENDING);
    }

    /** All of them: the budgets are the deployment's. */
    public static String key(BudgetNews news) {
        return "budgets";
    }

    @Override
    public void onEvent(BudgetNews news, StepContext<Assessment> context) throws Exception {
        var spending = spendings.value() == null ? new Spending() : spendings.value();
        turn(spending, context);
        if (news.assessment() != null) {
            ask(spending, news.assessment(), context);
        } else if (news.number() != null) {
            BudgetScopes.groups(news.number())
                    .forEach(g -> spending.population.merge(g, 1, Integer::sum));
        } else if (news.word().feed() == Feed.DECISIONS) {
            decided(spending, news.word().decision(), context);
        } else {
            appealed(spending, news.word().appeal().bundleId());
        }
        spendings.update(spending);
    }

    // ---- the hour

    /** Begins the hour and the day of now. */
    private static void turn(Spending spending, StepContext<Assessment> context) {
        var hour = Math.floorDiv(context.now(), HOUR_MS) * HOUR_MS;
        if (spending.hour != hour) {
            spending.hour = hour;
            spending.spent.clear();
            spending.paged.clear();
            spending.forgetHours(hour / HOUR_MS);
            spending.acting.values().removeIf(at -> at + DAY_MS <= context.now());
            spending.tagged.values().removeIf(at -> at + DAY_MS <= context.now());
            spending.unfair.values().removeIf(until -> until <= context.now());
            spending.verdicts.removeIf(v -> v.at() + WEEK_MS <= context.now());
            spending.disarmed.values().removeIf(until -> until <= context.now());
            context.alarm(hour + HOUR_MS, HOUR_OVER);
        }
        var day = Math.floorDiv(context.now(), DAY_MS);
        if (spending.day != day) {
            spending.day = day;
            spending.population.clear();
            spending.acted.clear();
        }
    }

    @Override
    public void onAlarm(String name, StepContext<Assessment> context) throws Exception {
        var spending = spendings.value();
        if (spending == null) {
            return;
        }
        fair(spending, context);
        turn(spending, context);
        offerAgain(spending, context);
        spendings.update(spending);
    }

    private static void offerAgain(Spending spending, StepContext<Assessment> context) {
        var waiting = List.copyOf(spending.held);
        spending.held.clear();
        for (var assessment : waiting) {
            if (assessment.at() + OFFERED_MS <= context.now()) {
                context.count("budget.held-for-good");
            } else {
                offerAgain(spending, assessment, context);
            }
        }
    }

    private static void offerAgain(
            Spending spending, Assessment assessment, StepContext<Assessment> context) {
        var refusal = refusal(spending, assessment, context);
        if (refusal == null) {
            spend(spending, assessment, context);
            context.count("budget.offered-again");
            context.emit(assessment.offeredAgain(context.now()));
        } else if (refusal.leavesTags(assessment) && !assessment.tagsOnly()) {
            hold(spending, assessment.offeredAgain(context.now()), refusal, context);
        } else {
            spending.hold(assessment);
        }
    }

    // ---- asking to act

    private static void ask(
            Spending spending, Assessment assessment, StepContext<Assessment> context) {
        if (assessment.level() < ACTIONABLE || assessment.caseId() != null) {
            context.emit(assessment);
            return;
        }
        var disarmed = disarmed(spending, assessment);
        if (disarmed == null && spending.acting.containsKey(assessment.episodeId())) {
            context.emit(assessment);
            return;
        }
        var refusal = refusal(spending, assessment, context);
        if (refusal == null) {
            spend(spending, assessment, context);
            context.emit(assessment);
        } else {
            hold(spending, assessment, refusal, context);
        }
    }

    private static void hold(
            Spending spending,
            Assessment assessment,
            Refusal refusal,
            StepContext<Assessment> context) {
        context.count("budget.held");
        var held =
                refusal.leavesTags(assessment)
                        ? assessment.tagged(refusal.why())
                        : assessment.heldBack(refusal.why());
        if (held.tagsOnly() && spending.tagged.put(held.episodeId(), context.now()) == null) {
            context.count("budget.tagged");
            spending.spent.merge(BudgetScopes.rule(held), 1, Integer::sum);
        }
        if (!BudgetScopes.ofOneCall(assessment)) {
            spending.hold(held);
        }
        context.emit(held);
    }

    /**
     * Why an assessment may not act.
     *
     * @param tags whether what is left is to tag a number and to warn of it (§6.6)
     */
    private record Refusal(String why, boolean tags) {
        static Refusal shadow(String why) {
            return new Refusal(why, false);
        }

        static Refusal tagsOnly(String why) {
            return new Refusal(why, true);
        }

        /** Only a number is tagged. */
        boolean leavesTags(Assessment assessment) {
            return tags && assessment.subjectType() == SubjectType.NUMBER;
        }
    }

    /** Null when it may act. A rule that cries too often is not heard at all, not even by tags. */
    private static Refusal refusal(
            Spending spending, Assessment assessment, StepContext<Assessment> context) {
        var disarmed = disarmed(spending, assessment);
        if (disarmed != null) {
            return Refusal.shadow(
                    "rule " + disarmed + " is in SHADOW: too many of its decisions were wrong");
        }
        var isTagged = spending.tagged.containsKey(assessment.episodeId());
        var ruleSpent = isTagged ? null : spentByRule(spending, assessment, context);
        if (ruleSpent != null) {
            return Refusal.shadow(ruleSpent);
        }
        if (BudgetScopes.ofOneCall(assessment)) {
            return null;
        }
        var spent = spentByAll(spending, assessment, context);
        return spent == null ? null : Refusal.tagsOnly(spent);
    }

    private static String spentByRule(
            Spending spending, Assessment assessment, StepContext<Assessment> context) {
        var rule = BudgetScopes.rule(assessment);
        var detector = BudgetScopes.detector(assessment);
        var spent = spending.spent.getOrDefault(rule, 0);
        var limit = context.limits().get(Limit.BUDGET_ACTIONABLE_1H);
        if (spent < limit) {
            return null;
        }
        spent(spending, detector, rule, spent, limit, context);
        return "rule " + detector + " is in SHADOW this hour: budget of " + rule;
    }

    private static String spentByAll(
            Spending spending, Assessment assessment, StepContext<Assessment> context) {
        if (context.now() < spending.degradedUntil) {
            return "the breaker is degraded: only tags, but for what an authority orders";
        }
        var unfair =
                BudgetScopes.groups(assessment).stream()
                        .filter(g -> spending.unfair.getOrDefault(g, 0L) > context.now())
                        .findFirst();
        return unfair.isPresent()
                ? unfair.get() + " is acted on far more often than all numbers"
                : spentAtOnce(spending, assessment, context);
    }

    /** Whether so much begins to act at once, or of one enterprise, that it may be a mistake. */
    private static String spentAtOnce(
            Spending spending, Assessment assessment, StepContext<Assessment> context) {
        if (surges(spending, context)) {
            degrade(
                    spending,
                    "SURGE",
                    spending.byHour.getOrDefault(spending.hour / HOUR_MS, 0),
                    SURGE,
                    "three times as many episodes as usual at this hour; for an hour numbers are only tagged",
                    context);
            return "the breaker is degraded: a surge";
        }
        spending.latest.removeIf(at -> at + TEN_MINUTES_MS <= context.now());
        var most = context.limits().get(Limit.BUDGET_ALL_10M);
        if (spending.latest.size() >= most) {
            spent(spending, null, BudgetScopes.WHOLE, spending.latest.size(), most, context);
            return "budget of ten minutes";
        }
        var inHour = spending.byHour.getOrDefault(spending.hour / HOUR_MS, 0);
        var mostInHour = context.limits().get(Limit.BUDGET_ALL_1H);
        if (inHour >= mostInHour) {
            spent(spending, null, BudgetScopes.WHOLE, inHour, mostInHour, context);
            return "budget of an hour";
        }
        var hour = spentHour(spending, assessment, context);
        return hour != null ? hour : spentShare(spending, assessment, context);
    }

    private static String spentHour(
            Spending spending, Assessment assessment, StepContext<Assessment> context) {
        for (var budget : BudgetScopes.budgets(assessment).entrySet()) {
            var spent = spending.spent.getOrDefault(budget.getKey(), 0);
            var limit = context.limits().get(budget.getValue());
            if (spent >= limit) {
                spent(spending, null, budget.getKey(), spent, limit, context);
                return "budget of " + budget.getKey();
            }
        }
        return null;
    }

    /** Of an enterprise's numbers in use only a share may be acted on in a day: beyond it, the enterprise is the matter, or we are wrong. */
    private static String spentShare(
            Spending spending, Assessment assessment, StepContext<Assessment> context) {
        var enterprise = BudgetScopes.enterprise(assessment).orElse(null);
        if (enterprise == null) {
            return null;
        }
        var acted = spending.acted.getOrDefault(enterprise, 0);
        var inUse = spending.population.getOrDefault(enterprise, 0);
        var most =
                Math.max(
                        context.limits().get(Limit.BUDGET_ENTERPRISE_FROM),
                        context.limits().get(Limit.BUDGET_ENTERPRISE_SHARE) * inUse);
        if (acted < most) {
            return null;
        }
        spent(spending, null, "share of " + enterprise, acted, most, context);
        return "share of " + enterprise;
    }

    private static void spent(
            Spending spending,
            String detector,
            String scope,
            int spent,
            double limit,
            StepContext<Assessment> context) {
        page(
                spending,
                "BUDGET_SPENT",
                detector,
                scope,
                spent + 1.0,
                limit,
                scope
                        + " has spent its budget"
                        + (detector == null
                                ? "; beyond it numbers are only tagged"
                                : " and is in SHADOW this hour; more is shown but does not act"),
                context);
    }

    private static void spend(
            Spending spending, Assessment assessment, StepContext<Assessment> context) {
        spending.spent.merge(BudgetScopes.rule(assessment), 1, Integer::sum);
        BudgetScopes.budgets(assessment)
                .keySet()
                .forEach(b -> spending.spent.merge(b, 1, Integer::sum));
        if (!BudgetScopes.ofOneCall(assessment)) {
            spending.latest.add(context.now());
            spending.byHour.merge(spending.hour / HOUR_MS, 1, Integer::sum);
        }
        spending.acting.put(assessment.episodeId(), context.now());
        spending.tagged.remove(assessment.episodeId());
        spending.decided(BreakerNews.bundleOf(assessment), assessment.detectors(), context.now());
        BudgetScopes.groups(assessment).forEach(g -> spending.acted.merge(g, 1, Integer::sum));
    }

    private static String disarmed(Spending spending, Assessment assessment) {
        return assessment.detectors().stream()
                .filter(spending.disarmed::containsKey)
                .findFirst()
                .orElse(null);
    }

    // ---- surges

    private static boolean surges(Spending spending, StepContext<Assessment> context) {
        var hour = spending.hour / HOUR_MS;
        var days = 0;
        var sum = 0;
        for (var day = 1; day <= 7; day++) {
            var count = spending.byHour.get(hour - day * 24L);
            days += count == null ? 0 : 1;
            sum += count == null ? 0 : count;
        }
        var now = spending.byHour.getOrDefault(hour, 0) + 1;
        return days >= SURGE_DAYS
                && now > context.limits().get(Limit.BUDGET_SURGE_FROM)
                && now > SURGE * sum / days;
    }

    private static void degrade(
            Spending spending,
            String kind,
            double value,
            double limit,
            String message,
            StepContext<Assessment> context) {
        spending.degradedUntil = context.now() + HOUR_MS;
        context.count("budget.degraded");
        page(spending, kind, null, BudgetScopes.WHOLE, value, limit, message, context);
    }

    // ---- what came of it

    private static void decided(
            Spending spending, Decision decision, StepContext<Assessment> context) {
        var wrong =
                decision.verb() == Verb.CONFIRM_WRONG || decision.verb() == Verb.REVERIFY_PASSED;
        if (!wrong && decision.verb() != Verb.CONFIRM_FRAUD) {
            return;
        }
        var spoken = spending.decisions.remove(decision.bundleId());
        if (spoken == null) {
            context.count("budget.verdict-about-unknown");
            return;
        }
        for (var detector : spoken.detectors()) {
            var appealed = spending.appealed.remove(decision.bundleId() + detector);
            spending.verdicts.add(new Spending.Verdict(detector, wrong, appealed, context.now()));
            disarm(spending, detector, context);
        }
        upheld(spending, context);
    }

    private static void appealed(Spending spending, String bundleId) {
        var spoken = spending.decisions.get(bundleId);
        if (spoken != null) {
            spoken.detectors().forEach(d -> spending.appealed.add(bundleId + d));
        }
    }

    /** A rule whose decisions are right less often than its floor, as far as can be told, acts no more. */
    private static void disarm(
            Spending spending, String detector, StepContext<Assessment> context) {
        var verdicts =
                spending.verdicts.stream().filter(v -> v.detector().equals(detector)).toList();
        var right = (int) verdicts.stream().filter(v -> !v.wrong()).count();
        var floor = context.limits().get(Limit.BUDGET_PRECISION);
        var precision = Wilson.lower(right, verdicts.size());
        if (verdicts.size() < context.limits().get(Limit.BUDGET_VERDICTS) || precision >= floor) {
            return;
        }
        if (spending.disarmed.put(detector, context.now() + DAY_MS) == null) {
            context.count("budget.disarmed");
            page(
                    spending,
                    "RULE_DISARMED",
                    detector,
                    "rule:" + detector,
                    precision,
                    floor,
                    "rule "
                            + detector
                            + " is in SHADOW for a day: "
                            + (verdicts.size() - right)
                            + " of its last "
                            + verdicts.size()
                            + " judged decisions were wrong",
                    context);
        }
    }

    private static void upheld(Spending spending, StepContext<Assessment> context) {
        var appeals = spending.verdicts.stream().filter(Spending.Verdict::appealed).toList();
        var upheld = appeals.stream().filter(Spending.Verdict::wrong).count();
        var most = context.limits().get(Limit.BUDGET_UPHELD);
        if (appeals.size() >= context.limits().get(Limit.BUDGET_VERDICTS)
                && upheld > most * appeals.size()
                && context.now() >= spending.degradedUntil) {
            degrade(
                    spending,
                    "APPEALS_UPHELD",
                    (double) upheld / appeals.size(),
                    most,
                    "too many appeals of a week were upheld; for an hour numbers are only tagged",
                    context);
        }
    }

    // ---- fairness

    /** Whether some group is acted on far more often than all numbers are; of a province numbers are only tagged then. */
    private static void fair(Spending spending, StepContext<Assessment> context) {
        var whole = rate(spending, BudgetScopes.WHOLE);
        if (whole == 0) {
            return;
        }
        spending.acted.keySet().stream()
                .filter(g -> !g.equals(BudgetScopes.WHOLE))
                .filter(g -> spending.acted.get(g) >= UNFAIR_ACTED)
                .filter(g -> spending.population.getOrDefault(g, 0) >= UNFAIR_POPULATION)
                .filter(g -> rate(spending, g) > UNFAIR * whole)
                .sorted()
                .forEach(g -> unfair(spending, g, rate(spending, g) / whole, context));
    }

    private static void unfair(
            Spending spending, String group, double times, StepContext<Assessment> context) {
        if (BudgetScopes.isProvince(group)) {
            spending.unfair.put(group, context.now() + HOUR_MS);
        }
        page(
                spending,
                "UNFAIR",
                null,
                group,
                times,
                UNFAIR,
                group + " is acted on more than three times as often as all numbers today",
                context);
    }

    private static double rate(Spending spending, String group) {
        var population = spending.population.getOrDefault(group, 0);
        return population == 0 ? 0 : (double) spending.acted.getOrDefault(group, 0) / population;
    }

    // ---- pages

    /** One page per kind and scope an hour. */
    private static void page(
            Spending spending,
            String kind,
            String detector,
            String scope,
            double value,
            double limit,
            String message,
            StepContext<Assessment> context) {
        if (spending.paged.contains(kind + scope)) {
            return;
        }
        spending.paged.add(kind + scope);
        context.count("pages." + kind);
        context.emit(
                SideOutputs.PAGES,
                new Page(
                        Ids.hash("page", kind, scope, spending.hour),
                        kind,
                        detector,
                        scope,
                        value,
                        limit,
                        context.now(),
                        message,
                        null));
    }

    @Override
    public void onRefused(
            BudgetNews news, DeadLetterReason reason, StepContext<Assessment> context) {
        context.count("budget-news." + reason);
        if (news.assessment() != null) {
            context.emit(news.assessment().heldBack("came after its time: " + reason));
        }
    }
}
