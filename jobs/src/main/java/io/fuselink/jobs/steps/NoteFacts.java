/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Family;
import io.fuselink.events.Feed;
import io.fuselink.events.ReportCategory;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.state.KnownFacts;
import io.fuselink.jobs.state.Reporter;
import io.fuselink.patterns.Limit;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 7: what others say about a number. A report weighs nothing until a call between the two was
 * found that the reporter had not asked for; three independent reporters of fraud within a day converge
 * (S20). Who is reported for selling is a nuisance, not a fraud. Owns the reports feed.
 *
 * <p>State is cleared {@link #KEPT_MS} after the last fact.
 */
public final class NoteFacts implements Step<Fact, Signal> {
    private static final long HOUR_MS = 3_600_000;

    /** Reports count for a day (S20), in ms. */
    public static final long KEPT_MS = 24 * HOUR_MS;

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
        var fresh =
                known.recent.add(
                        fact.event().feed() + fact.event().header().eventId(), context.now());
        if (fact.event().feed() == Feed.REPORTS) {
            context.account(fresh ? Outcome.PROCESSED : Outcome.DUPLICATE, Feed.REPORTS);
        }
        if (fresh) {
            if (fact.event().feed() == Feed.REPORTS) {
                report(known, fact, context);
            } else {
                push(fact, context);
            }
        }
        known.lastHeard = context.now();
        facts.update(known);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    private static void report(KnownFacts known, Fact fact, StepContext<Signal> context) {
        if (!fact.verified()) {
            context.count("reports.unverified");
        } else if (fact.invited()) {
            // A lure: ring, hang up, be rung back, report the call back.
            context.count("reports.invited");
        } else if (fact.event().report().category() == ReportCategory.MARKETING) {
            var voices = KnownFacts.heard(known.ofSelling, reporter(fact), KEPT_MS);
            converge("MARKETING_REPORTS", Limit.MARKETING_REPORTERS_24H, voices, fact, context);
        } else {
            var voices = KnownFacts.heard(known.ofFraud, reporter(fact), KEPT_MS);
            emit("VERIFIED_REPORT", Family.REPORTS, fact, voices, 1, List.of(), context);
            converge("S20_REPORTS_CONVERGE", Limit.S20_REPORTERS_24H, voices, fact, context);
        }
    }

    private static Reporter reporter(Fact fact) {
        var reporter = new Reporter();
        reporter.hash = Hashes.of(fact.event().report().reporterTk());
        reporter.lastAt = fact.at();
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
                        .withContext(null, linkKeys);
        context.count("signal." + code);
        context.emit(signal);
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
        if (event.feed() == Feed.REPORTS) {
            Accounts.refused(event, reason, context);
        } else {
            context.count("facts." + event.feed() + "." + reason);
        }
    }
}
