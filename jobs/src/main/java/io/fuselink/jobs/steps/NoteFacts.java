/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Family;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Page;
import io.fuselink.events.Receipt;
import io.fuselink.events.ReceiptState;
import io.fuselink.events.ReportCategory;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.state.KnownFacts;
import io.fuselink.jobs.state.Reporter;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.SignalCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 7: what others say about a number. A report weighs nothing until a call between the two was
 * found that the reporter had not asked for; three independent reporters of fraud within a day converge
 * (S20). Who is reported for selling is a nuisance, not a fraud. Each report is
 * answered once with the call that was found. Owns the reports feed, and the short messages with codes.
 *
 * <p>State is cleared {@link #KEPT_MS} after the last fact.
 */
public final class NoteFacts implements Step<Fact, Signal> {
    private static final long HOUR_MS = 3_600_000;

    /** Reports count for a day (S20), in ms. */
    public static final long KEPT_MS = 24 * HOUR_MS;

    /** Codes within this time are one act: 5 minutes in ms (S18). */
    private static final long CODES_WINDOW_MS = 5 * 60_000;

    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<KnownFacts> FACTS =
            new ValueStateDescriptor<>("known-facts", TypeInformation.of(KnownFacts.class));

    private transient ValueState<KnownFacts> facts;

    @Override
    public void open(RuntimeContext runtime) {
        facts = runtime.getState(FACTS);
    }

    @Override
    public void onEvent(Fact fact, StepContext<Signal> context) throws Exception {
        var known = facts.value() == null ? new KnownFacts() : facts.value();
        var feed = fact.event().feed();
        var fresh = known.recent.add(feed + fact.event().header().eventId(), context.now());
        if (feed != Feed.CASES) {
            context.account(fresh ? Outcome.PROCESSED : Outcome.DUPLICATE, feed);
        }
        if (fresh) {
            switch (feed) {
                case REPORTS -> report(known, fact, context);
                case SMS -> code(known, fact, context);
                default -> push(fact, context);
            }
        }
        known.lastHeard = context.now();
        facts.update(known);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    private static void report(KnownFacts known, Fact fact, StepContext<Signal> context) {
        answer(known, fact, context);
        if (!fact.verified()) {
            context.count("reports.unverified");
            ring(known, fact, context);
        } else if (fact.invited()) {
            // A lure: ring, hang up, be rung back, report the call back.
            context.count("reports.invited");
            ring(known, fact, context);
        } else if (fact.event().report().category() == ReportCategory.MARKETING) {
            var voices = KnownFacts.heard(known.ofSelling, reporter(fact), KEPT_MS);
            converge("MARKETING_REPORTS", Limit.MARKETING_REPORTERS_24H, voices, fact, context);
        } else {
            var voices = KnownFacts.heard(known.ofFraud, reporter(fact), KEPT_MS);
            emit("VERIFIED_REPORT", Family.REPORTS, fact, voices, 1, List.of(), context);
            converge("S20_REPORTS_CONVERGE", Limit.S20_REPORTERS_24H, voices, fact, context);
        }
    }

    /** One answer for each report: the call that was found, and one question, whether it is the one. */
    private static void answer(KnownFacts known, Fact fact, StepContext<Signal> context) {
        var report = fact.event().report();
        var state = ReceiptState.NOT_FOUND;
        if (fact.verified()) {
            var call = Hashes.of(report.reporterTk() + "|" + fact.callAt());
            var again = KnownFacts.known(known.calls, call, context.now(), KEPT_MS);
            KnownFacts.distinct(known.calls, call, context.now(), KEPT_MS);
            state = again ? ReceiptState.MERGED : ReceiptState.CONFIRM;
        }
        var reportId = fact.event().header().eventId();
        context.count("receipts." + state);
        context.emit(
                SideOutputs.RECEIPTS,
                new Receipt(
                        Ids.hash("receipt", reportId),
                        reportId,
                        report.reporterTk(),
                        report.targetTk(),
                        state,
                        fact.callAt(),
                        (int) (fact.durationMs() / 1_000),
                        proposed(known, report.category()),
                        report.channel(),
                        context.now()));
        if (state == ReceiptState.CONFIRM && !fact.invited()) {
            known.categories = counted(known.categories, report.category());
        }
    }

    private static int[] counted(int[] categories, ReportCategory category) {
        var counted = Arrays.copyOf(categories, ReportCategory.values().length);
        counted[category.ordinal()]++;
        return counted;
    }

    /** What most said before, if several agree; else what this one says. */
    private static ReportCategory proposed(KnownFacts known, ReportCategory said) {
        var most = said;
        var count = 1;
        for (var i = 0; i < known.categories.length; i++) {
            if (known.categories[i] > count) {
                count = known.categories[i];
                most = ReportCategory.values()[i];
            }
        }
        return most;
    }

    /** Many who were never called report one number: it is being bombed. It weighs nothing against the number. */
    private static void ring(KnownFacts known, Fact fact, StepContext<Signal> context) {
        ringOf(known, fact, context);
        var reporter = Hashes.of(fact.event().report().reporterTk());
        var doubtful = KnownFacts.distinct(known.doubtful, reporter, context.now(), KEPT_MS);
        var limit = context.limits().get(Limit.REPORT_RING_24H);
        if (doubtful < limit || known.ringTold > context.now() - KEPT_MS) {
            return;
        }
        known.ringTold = context.now();
        emit("REPORT_RING", Family.REPORTS, fact, doubtful, limit, List.of(), context);
        context.emit(
                SideOutputs.PAGES,
                new Page(
                        Ids.hash("page", "REPORT_RING", fact.targetTk(), context.now()),
                        "REPORT_RING",
                        null,
                        fact.targetTk(),
                        doubtful,
                        limit,
                        context.now(),
                        "%d reporters without a received call accuse one number; their reports weigh nothing"
                                .formatted(doubtful)));
    }

    /**
     * Who reports calls that were never had, or were asked for, and knows the others who do, acts with
     * them: a campaign of its own, against which nothing is asked but a person's look.
     */
    private static void ringOf(KnownFacts known, Fact fact, StepContext<Signal> context) {
        var voices = KnownFacts.heard(known.ring, reporter(fact), KEPT_MS);
        var members = known.ring.stream().map(r -> r.tk).sorted().toList();
        var limit = context.limits().get(Limit.RING_MEMBERS);
        if (members.size() < limit || voices > members.size() / 2) {
            return;
        }
        emitRing(SignalCode.RING_REPORTERS, members, members.size(), limit, fact, context);
        emitRing(SignalCode.RING_ACQUAINTED, members, members.size(), limit, fact, context);
    }

    private static void emitRing(
            SignalCode code,
            List<String> members,
            double value,
            double limit,
            Fact fact,
            StepContext<Signal> context) {
        context.count("signal." + code);
        context.emit(
                Signal.of(
                                code.name(),
                                code.family(),
                                Subject.of(SubjectType.CAMPAIGN, "ring-" + fact.targetTk()),
                                value,
                                limit,
                                Math.floorDiv(context.now(), KEPT_MS) * KEPT_MS,
                                context.now(),
                                context.limits().version(),
                                List.of(fact.event().header().eventId()))
                        .withMembers(members));
    }

    /** S18: codes and a bank's messages in a row to one person; of itself everyday. */
    private static void code(KnownFacts known, Fact fact, StepContext<Signal> context) {
        known.codes.removeIf(at -> at <= context.now() - CODES_WINDOW_MS);
        known.codes.add(context.now());
        var limit = context.limits().get(Limit.S18_CODES_5M);
        if (known.codes.size() >= limit) {
            var signal =
                    Signal.of(
                                    "S18_CODES_ARRIVE",
                                    Family.FUNDS,
                                    Subject.of(SubjectType.VICTIM, fact.targetTk()),
                                    known.codes.size(),
                                    limit,
                                    known.codes.get(0),
                                    context.now(),
                                    context.limits().version(),
                                    List.of(fact.event().header().eventId()))
                            .withCall(null, null, fact.targetTk());
            context.count("signal." + signal.code());
            context.emit(signal);
        }
    }

    private static Reporter reporter(Fact fact) {
        var reporter = new Reporter();
        reporter.tk = fact.event().report().reporterTk();
        reporter.hash = Hashes.of(reporter.tk);
        reporter.lastAt = fact.at();
        reporter.household = fact.household();
        reporter.contacts = new ArrayList<>(fact.contacts());
        return reporter;
    }

    private static void converge(
            String code, Limit limit, int voices, Fact fact, StepContext<Signal> context) {
        var enough = context.limits().get(limit);
        if (voices >= enough) {
            emit(code, Family.REPORTS, fact, voices, enough, List.of(), context);
        }
    }

    private static void push(Fact fact, StepContext<Signal> context) {
        var push = fact.event().push();
        if (push.instruction().restricts()) {
            emit(
                    "POLICE_PUSH",
                    Family.AUTHORITY,
                    fact,
                    1,
                    1,
                    List.of("CASE:" + push.caseId()),
                    context);
        }
    }

    private static void emit(
            String code,
            Family family,
            Fact fact,
            double value,
            double limit,
            List<String> linkKeys,
            StepContext<Signal> context) {
        var signal =
                Signal.of(
                                code,
                                family,
                                Subject.number(fact.targetTk(), 1),
                                value,
                                limit,
                                context.now(),
                                context.now(),
                                context.limits().version(),
                                List.of(fact.event().header().eventId()))
                        .withContext(null, linkKeys)
                        .withMarks(marks(fact));
        context.count("signal." + code);
        context.emit(signal);
    }

    /** Who reports, by hash: whoever reports several numbers of one door is one voice. */
    private static List<Long> marks(Fact fact) {
        return fact.event().feed() == Feed.REPORTS
                ? List.of(Hashes.of(fact.event().report().reporterTk()))
                : List.of();
    }

    @Override
    public void onAlarm(String name, StepContext<Signal> context) throws Exception {
        var known = facts.value();
        if (known != null && known.lastHeard + KEPT_MS <= context.now()) {
            facts.clear();
        }
    }

    @Override
    public void onRefused(Fact fact, DeadLetterReason reason, StepContext<Signal> context) {
        Event event = fact.event();
        if (event.feed() != Feed.CASES) {
            Accounts.refused(event, reason, context);
        } else {
            context.count("facts." + event.feed() + "." + reason);
        }
    }
}
