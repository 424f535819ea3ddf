/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.DeadLetter;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Finding;
import io.fuselink.events.GroupPartial;
import io.fuselink.events.Health;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Ordered;
import io.fuselink.events.Received;
import io.fuselink.events.Signal;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.jobs.breaker.RunBreakers;
import io.fuselink.jobs.feeds.FeedPulse;
import io.fuselink.jobs.feeds.FeedReading;
import io.fuselink.jobs.feeds.FeelPulses;
import io.fuselink.jobs.feeds.WatchFeeds;
import io.fuselink.jobs.order.Arrival;
import io.fuselink.jobs.order.Bulletin;
import io.fuselink.jobs.order.OrderedOperator;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.policy.PolicyTimeline;
import io.fuselink.jobs.steps.AssessSubjects;
import io.fuselink.jobs.steps.AttributeCalls;
import io.fuselink.jobs.steps.AttributedCall;
import io.fuselink.jobs.steps.BudgetNews;
import io.fuselink.jobs.steps.CapLinks;
import io.fuselink.jobs.steps.CheckQualification;
import io.fuselink.jobs.steps.Cohort;
import io.fuselink.jobs.steps.DescribeNumbers;
import io.fuselink.jobs.steps.Fact;
import io.fuselink.jobs.steps.FindCohorts;
import io.fuselink.jobs.steps.JoinLeases;
import io.fuselink.jobs.steps.KnowPeople;
import io.fuselink.jobs.steps.LeaseNote;
import io.fuselink.jobs.steps.LeaseVoice;
import io.fuselink.jobs.steps.LinkSubjects;
import io.fuselink.jobs.steps.LinkTouch;
import io.fuselink.jobs.steps.LostEvent;
import io.fuselink.jobs.steps.MatchText;
import io.fuselink.jobs.steps.MatchVoices;
import io.fuselink.jobs.steps.Matter;
import io.fuselink.jobs.steps.NameOwners;
import io.fuselink.jobs.steps.NoteFacts;
import io.fuselink.jobs.steps.NoteFunds;
import io.fuselink.jobs.steps.NumberNews;
import io.fuselink.jobs.steps.PeopleNews;
import io.fuselink.jobs.steps.ProfileGroups;
import io.fuselink.jobs.steps.ProfileLeases;
import io.fuselink.jobs.steps.ProfileNumbers;
import io.fuselink.jobs.steps.ReadScripts;
import io.fuselink.jobs.steps.RememberLinks;
import io.fuselink.jobs.steps.RouteRejects;
import io.fuselink.jobs.steps.Routing;
import io.fuselink.jobs.steps.ScoreNumbers;
import io.fuselink.jobs.steps.ScoreTexts;
import io.fuselink.jobs.steps.SpendBudgets;
import io.fuselink.jobs.steps.SplitLeases;
import io.fuselink.jobs.steps.TextHit;
import io.fuselink.jobs.steps.TraceReturns;
import io.fuselink.jobs.steps.TrailNews;
import io.fuselink.jobs.steps.Visit;
import io.fuselink.jobs.steps.Visits;
import io.fuselink.jobs.steps.WatchAccounts;
import io.fuselink.jobs.types.CompactType;
import io.fuselink.jobs.types.KeyText;
import io.fuselink.patterns.Conclusions;
import io.fuselink.patterns.FraudPattern;
import io.fuselink.patterns.FraudPatterns;
import io.fuselink.patterns.SignalOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * The path of a call, step by step (docs: architecture §5). Knows no environment and no input or output;
 * batch and stream differ only in what a main puts in front and behind.
 */
public final class DetectionTopology {
    /** Steps that send a record for most events gather them this long; what is rare leaves at once. */
    private static final long GATHER_MS = 50;

    private final Inlets inlets;
    private final DetectionSettings settings;
    private final DataStream<Bulletin> policy;
    private final List<DataStream<Health>> acknowledgements = new ArrayList<>();

    private DetectionTopology(Inlets inlets, DetectionSettings settings) {
        this.inlets = inlets;
        this.settings = settings;
        this.policy =
                inlets.aside(Feed.POLICY, RouteRejects.POLICY)
                        .map(
                                event -> Bulletin.of(event.policy()),
                                CompactType.forRecord(Bulletin.class))
                        .name("policy");
    }

    /**
     * Connects all steps behind what was received.
     *
     * @param received by feed; feeds that are read together are the same stream
     */
    public static DetectionStreams build(
            Map<Feed, DataStream<Received>> received,
            DetectionSettings settings,
            ScoreNumbers.ScorerSource scorer) {
        return new DetectionTopology(Inlets.of(received), settings).connect(scorer);
    }

    private DetectionStreams connect(ScoreNumbers.ScorerSource scorer) {
        // 2b: words are read before anything is keyed, and end there
        var textHits =
                inlets.events(Feed.TRANSCRIPTS)
                        .connect(policy.broadcast(PolicyTimeline.STATE))
                        .process(new MatchText(scorer), CompactType.forRecord(TextHit.class))
                        .uid(Uids.MATCH_TEXT)
                        .name(Uids.MATCH_TEXT);
        acknowledgements.add(textHits.getSideOutput(SideOutputs.HEALTH));

        // 3a: whether bindings arrive, told to whoever judges by them
        var feedReadings =
                tail(
                        step(
                                Uids.WATCH_FEEDS,
                                inlets.each(
                                        EnumSet.of(Feed.CALLS, Feed.BINDINGS),
                                        events ->
                                                events.flatMap(new FeelPulses())
                                                        .returns(
                                                                CompactType.forRecord(
                                                                        FeedPulse.class))
                                                        .name("pulses")),
                                FeedPulse::platform,
                                new WatchFeeds(),
                                FeedPulse.class,
                                FeedReading.class));

        // 3: binding truth, for what touches a middle number
        var attributed =
                busy(
                        step(
                                Uids.ATTRIBUTE_CALLS,
                                inlets.each(
                                        EnumSet.of(
                                                Feed.CALLS, Feed.CDRS, Feed.BINDINGS, Feed.CASES),
                                        events ->
                                                busy(events.flatMap(
                                                                Routing::throughMiddleNumbers,
                                                                CompactType.forRecord(Event.class)))
                                                        .name("middle-numbers")),
                                policy.union(
                                        feedReadings.map(
                                                Bulletin::of,
                                                CompactType.forRecord(Bulletin.class))),
                                Routing::middleNumber,
                                new AttributeCalls(),
                                Event.class,
                                AttributedCall.class));

        // 3b: what lessees and platforms answer for
        var leases =
                tail(
                        step(
                                Uids.PROFILE_LEASES,
                                attributed.getSideOutput(SideOutputs.LEASE_NOTES),
                                LeaseNote::leaseKey,
                                new ProfileLeases(),
                                LeaseNote.class,
                                LeaseNote.class));
        var unqualified =
                tail(
                        leases.connect(owners())
                                .process(
                                        new CheckQualification(),
                                        CompactType.forRecord(Signal.class))
                                .uid(Uids.CHECK_QUALIFICATION)
                                .name(Uids.CHECK_QUALIFICATION));
        // 3b: an unusual payment, to the numbers of whoever makes it
        var payers =
                tail(
                        step(
                                Uids.WATCH_ACCOUNTS,
                                inlets.each(EnumSet.of(Feed.LINKS, Feed.FUNDS), events -> events),
                                WatchAccounts::account,
                                new WatchAccounts(),
                                Event.class,
                                Visit.class));

        // 6: words; what callers have said so far goes to the text model, what it amounts to to
        // their profiles
        var scriptSignals =
                tail(
                        step(
                                Uids.READ_SCRIPTS,
                                textHits,
                                TextHit::callId,
                                new ReadScripts(),
                                TextHit.class,
                                Signal.class));

        // 4: every call visits its initiator and its recipient
        var visits = new Visits(settings.cdrOnlyProviders());
        var snapshots =
                busy(
                        step(
                                Uids.PROFILE_NUMBERS,
                                busy(attributed.flatMap(visits, CompactType.forRecord(Visit.class)))
                                        .name("visits")
                                        .union(
                                                payers,
                                                spoken(scriptSignals),
                                                inlets.each(
                                                        Visits.STRAIGHT,
                                                        events ->
                                                                busy(events.flatMap(
                                                                                visits.straight(),
                                                                                CompactType
                                                                                        .forRecord(
                                                                                                Visit
                                                                                                        .class)))
                                                                        .name("visits"))),
                                Visit::numberTk,
                                new ProfileNumbers(settings.cdrOnlyProviders()),
                                Visit.class,
                                NumberSnapshot.class));
        var partials = snapshots.getSideOutput(SideOutputs.PARTIALS);

        // 5: groups merge minutes, never calls
        var groupSignals =
                step(
                        Uids.PROFILE_GROUPS,
                        partials,
                        GroupPartial::key,
                        new ProfileGroups(),
                        GroupPartial.class,
                        Signal.class);

        // 5b: who acts alike without sharing a door
        var footprints = snapshots.getSideOutput(SideOutputs.FOOTPRINTS);
        var cohortSignals =
                tail(
                        step(
                                Uids.FIND_COHORTS,
                                footprints
                                        .flatMap(
                                                Routing::marks, CompactType.forRecord(Cohort.class))
                                        .union(
                                                textHits.flatMap(
                                                        Cohort::of,
                                                        CompactType.forRecord(Cohort.class)),
                                                scriptSignals.getSideOutput(SideOutputs.OPENINGS)),
                                Cohort::mark,
                                new FindCohorts(),
                                Cohort.class,
                                Signal.class));
        // 7: facts
        var reports =
                tail(
                        step(
                                Uids.KNOW_PEOPLE,
                                snapshots
                                        .getSideOutput(SideOutputs.FACTS)
                                        .map(
                                                PeopleNews::of,
                                                CompactType.forRecord(PeopleNews.class))
                                        .union(
                                                inlets.each(
                                                        EnumSet.of(
                                                                Feed.REGISTRATIONS,
                                                                Feed.LINKS,
                                                                Feed.FUNDS),
                                                        events ->
                                                                events.flatMap(
                                                                        Routing::acquaintances,
                                                                        CompactType.forRecord(
                                                                                PeopleNews
                                                                                        .class)))),
                                PeopleNews::key,
                                new KnowPeople(),
                                PeopleNews.class,
                                Fact.class));
        var facts =
                reports.union(
                        attributed
                                .getSideOutput(SideOutputs.ORDERS)
                                .flatMap(Routing::accusations, CompactType.forRecord(Fact.class)),
                        inlets.events(Feed.SMS)
                                .map(Fact::message, CompactType.forRecord(Fact.class)));
        var factSignals =
                tail(
                        step(
                                Uids.NOTE_FACTS,
                                facts,
                                Fact::targetTk,
                                new NoteFacts(),
                                Fact.class,
                                Signal.class));

        // 6b, 6c: by whose door comes what follows a script, or is reported
        var voices =
                tail(
                        step(
                                Uids.JOIN_LEASES,
                                snapshots
                                        .getSideOutput(SideOutputs.VOICES)
                                        .union(
                                                scriptSignals
                                                        .filter(Routing::accusesAVoice)
                                                        .map(
                                                                LeaseVoice::speaking,
                                                                CompactType.forRecord(
                                                                        LeaseVoice.class)),
                                                factSignals
                                                        .filter(Routing::accusesACall)
                                                        .map(
                                                                LeaseVoice::reported,
                                                                CompactType.forRecord(
                                                                        LeaseVoice.class))),
                                LeaseVoice::numberTk,
                                new JoinLeases(),
                                LeaseVoice.class,
                                LeaseVoice.class));
        var leaseSignals =
                tail(
                        step(
                                Uids.SPLIT_LEASES,
                                voices,
                                LeaseVoice::door,
                                new SplitLeases(),
                                LeaseVoice.class,
                                Signal.class));
        var fundSignals =
                tail(
                        step(
                                Uids.NOTE_FUNDS,
                                inlets.each(EnumSet.of(Feed.LINKS, Feed.FUNDS), events -> events),
                                NoteFunds::account,
                                new NoteFunds(),
                                Event.class,
                                Signal.class));

        // 7c: voices that a service outside takes for one
        var voiceSignals =
                tail(
                        step(
                                Uids.MATCH_VOICES,
                                inlets.events(Feed.VOICES),
                                MatchVoices::cluster,
                                new MatchVoices(),
                                Event.class,
                                Signal.class));

        // 8, 9: patterns on signals, the model on profiles that are due
        var signals =
                tail(
                        snapshots
                                .getSideOutput(SideOutputs.SIGNALS)
                                .union(
                                        attributed.getSideOutput(SideOutputs.SIGNALS),
                                        leases.getSideOutput(SideOutputs.SIGNALS),
                                        unqualified,
                                        reports.getSideOutput(SideOutputs.SIGNALS),
                                        groupSignals,
                                        cohortSignals,
                                        scriptSignals,
                                        leaseSignals,
                                        factSignals,
                                        fundSignals,
                                        voiceSignals)
                                // One task that hands them on is cheaper than every step knowing
                                // every pattern.
                                .map(signal -> signal, CompactType.forRecord(Signal.class))
                                .name("signals"));
        DataStream<Finding> findings =
                tail(signals.flatMap(
                                DetectionTopology::conclude, CompactType.forRecord(Finding.class)))
                        .uid(Uids.CONCLUDE)
                        .name(Uids.CONCLUDE)
                        .union(scored(snapshots, scorer), heard(scriptSignals, scorer));
        for (var pattern : FraudPatterns.all()) {
            if (!FraudPatterns.followsFindings(pattern)) {
                findings = findings.union(tail(match(pattern, signals)));
            }
        }

        // 7b, 8: who comes back after being broken, judged from what was found before
        var returnSignals =
                tail(
                        step(
                                Uids.TRACE_RETURNS,
                                footprints
                                        .map(TrailNews::of, CompactType.forRecord(TrailNews.class))
                                        .union(
                                                findings.flatMap(
                                                        TrailNews::against,
                                                        CompactType.forRecord(TrailNews.class))),
                                TrailNews::numberTk,
                                new TraceReturns(),
                                TrailNews.class,
                                Signal.class));
        for (var pattern : FraudPatterns.all()) {
            if (FraudPatterns.followsFindings(pattern)) {
                findings = findings.union(tail(match(pattern, returnSignals)));
            }
        }

        // 10 to 10b: levels, what is known of the number, budgets, the responsible chain
        var matters =
                tail(findings.map(Routing::matter, CompactType.forRecord(Matter.class)))
                        .union(
                                snapshots
                                        .getSideOutput(SideOutputs.PARTICULARS)
                                        .map(
                                                Routing::particularsMatter,
                                                CompactType.forRecord(Matter.class)),
                                snapshots
                                        .getSideOutput(SideOutputs.TRANSFERS)
                                        .map(
                                                Routing::transferMatter,
                                                CompactType.forRecord(Matter.class)),
                                attributed
                                        .getSideOutput(SideOutputs.ORDERS)
                                        .map(
                                                Routing::orderMatter,
                                                CompactType.forRecord(Matter.class)),
                                inlets.events(Feed.PURPOSES)
                                        .map(
                                                Routing::purposeMatter,
                                                CompactType.forRecord(Matter.class)),
                                inlets.events(Feed.REGISTRATIONS)
                                        .filter(Routing::changesHolder)
                                        .map(
                                                Routing::holderMatter,
                                                CompactType.forRecord(Matter.class)),
                                inlets.events(Feed.CALLS)
                                        .filter(Routing::byOfficialLine)
                                        .name("official-lines")
                                        .map(
                                                Routing::officialLine,
                                                CompactType.forRecord(Matter.class)));
        var assessed =
                tail(
                        step(
                                Uids.ASSESS_SUBJECTS,
                                matters,
                                Matter::subjectKey,
                                new AssessSubjects(),
                                Matter.class,
                                Assessment.class));
        var described =
                tail(
                        step(
                                Uids.DESCRIBE_NUMBERS,
                                numberNews(assessed, snapshots),
                                NumberNews::numberTk,
                                new DescribeNumbers(),
                                NumberNews.class,
                                Assessment.class));
        var budgeted =
                tail(
                        step(
                                Uids.SPEND_BUDGETS,
                                budgetNews(described, snapshots),
                                SpendBudgets::key,
                                new SpendBudgets(),
                                BudgetNews.class,
                                Assessment.class));
        var owned =
                tail(
                        budgeted.connect(owners())
                                .process(new NameOwners(), CompactType.forRecord(Assessment.class))
                                .uid(Uids.NAME_OWNERS)
                                .name(Uids.NAME_OWNERS));

        // 11: what shares something with a dangerous number is shown, and looked at by a human
        var edges = edges(snapshots);
        var seeds = owned.filter(Routing::seeds);
        var touches =
                tail(
                        step(
                                Uids.REMEMBER_LINKS,
                                edges.union(
                                        seeds.map(
                                                LinkTouch::seed,
                                                CompactType.forRecord(LinkTouch.class))),
                                LinkTouch::memberTk,
                                new RememberLinks(),
                                LinkTouch.class,
                                LinkTouch.class));
        var candidates =
                tail(
                        step(
                                Uids.LINK_SUBJECTS,
                                touches.union(snapshots.getSideOutput(SideOutputs.BLOCKED)),
                                LinkTouch::linkKey,
                                new LinkSubjects(),
                                LinkTouch.class,
                                Assessment.class));
        var secondHop =
                tail(
                        step(
                                Uids.LINK_SECOND_HOP,
                                touches.filter(LinkTouch::strong)
                                        .union(candidates.getSideOutput(SideOutputs.CARRIED)),
                                LinkTouch::linkKey,
                                new LinkSubjects(),
                                LinkTouch.class,
                                Assessment.class));
        var linked =
                tail(
                        step(
                                Uids.CAP_LINKS,
                                candidates.union(secondHop, seeds),
                                CapLinks::key,
                                new CapLinks(),
                                Assessment.class,
                                Assessment.class));

        // 12: the saga
        var news =
                owned.union(linked)
                        .filter(Routing::actionable)
                        .map(BreakerNews::of, CompactType.forRecord(BreakerNews.class))
                        .union(
                                snapshots.getSideOutput(SideOutputs.BREAKER_NEWS),
                                attributed.getSideOutput(SideOutputs.BREAKER_NEWS),
                                assessed.getSideOutput(SideOutputs.BREAKER_NEWS),
                                inlets.each(
                                        EnumSet.of(
                                                Feed.CASES,
                                                Feed.ACKS,
                                                Feed.APPEALS,
                                                Feed.DECISIONS),
                                        events ->
                                                events.flatMap(
                                                        Routing::breakerNews,
                                                        CompactType.forRecord(BreakerNews.class))));
        var bundles =
                tail(
                        step(
                                Uids.RUN_BREAKERS,
                                news,
                                BreakerNews::bundleId,
                                new RunBreakers(settings.parties()),
                                BreakerNews.class,
                                Bundle.class));

        var lost =
                List.of(
                                attributed,
                                snapshots,
                                reports,
                                scriptSignals,
                                factSignals,
                                voiceSignals,
                                assessed,
                                bundles)
                        .stream()
                        .<DataStream<LostEvent>>map(s -> s.getSideOutput(SideOutputs.LOST))
                        .reduce((a, b) -> a.union(b))
                        .orElseThrow()
                        .map(LostEvent::letter, CompactType.forRecord(DeadLetter.class))
                        .name("lost-events");
        return new DetectionStreams(
                findings,
                owned.union(linked),
                bundles,
                bundles.getSideOutput(SideOutputs.LEGS),
                bundles.getSideOutput(SideOutputs.ACTIONS),
                budgeted.getSideOutput(SideOutputs.PAGES)
                        .union(feedReadings.getSideOutput(SideOutputs.PAGES))
                        .union(bundles.getSideOutput(SideOutputs.PAGES))
                        .union(factSignals.getSideOutput(SideOutputs.PAGES)),
                inlets.deadLetters().union(lost),
                snapshots,
                signals,
                health(),
                bundles.getSideOutput(SideOutputs.CARDS),
                snapshots
                        .getSideOutput(SideOutputs.PROOFS)
                        .union(
                                candidates.getSideOutput(SideOutputs.PROOFS),
                                assessed.getSideOutput(SideOutputs.PROOFS)),
                factSignals.getSideOutput(SideOutputs.RECEIPTS));
    }

    /** What is known of numbers, and what is said about them. */
    private DataStream<NumberNews> numberNews(
            DataStream<Assessment> assessed, SingleOutputStreamOperator<NumberSnapshot> snapshots) {
        var type = CompactType.forRecord(NumberNews.class);
        return tail(assessed.map(NumberNews::assessed, type))
                .union(
                        snapshots
                                .getSideOutput(SideOutputs.POPULATION)
                                .union(snapshots.getSideOutput(SideOutputs.PARTICULARS))
                                .map(NumberNews::profiled, type),
                        inlets.events(Feed.REGISTRATIONS).map(NumberNews::registered, type));
    }

    /** What asks to act, what came of it, and whom it could have been about. */
    private DataStream<BudgetNews> budgetNews(
            DataStream<Assessment> assessed, SingleOutputStreamOperator<NumberSnapshot> snapshots) {
        var type = CompactType.forRecord(BudgetNews.class);
        return tail(assessed.map(BudgetNews::asking, type))
                .union(
                        inlets.each(
                                EnumSet.of(Feed.DECISIONS, Feed.APPEALS),
                                events -> events.map(BudgetNews::said, type)),
                        snapshots
                                .getSideOutput(SideOutputs.POPULATION)
                                .map(BudgetNews::lookedAt, type));
    }

    /** Who shares what with others, from every feed that tells. */
    private DataStream<LinkTouch> edges(SingleOutputStreamOperator<NumberSnapshot> snapshots) {
        var type = CompactType.forRecord(LinkTouch.class);
        return snapshots
                .getSideOutput(SideOutputs.TOUCHES)
                .union(
                        snapshots
                                .getSideOutput(SideOutputs.PARTICULARS)
                                .flatMap(Routing::usageLinks, type),
                        inlets.events(Feed.REGISTRATIONS).flatMap(Routing::registrationLinks, type),
                        inlets.events(Feed.LINKS).map(Routing::accountLink, type),
                        inlets.events(Feed.CALLS)
                                .filter(Routing::forwards)
                                .name("forwarded-calls")
                                .map(Routing::forwardLink, type));
    }

    private DataStream<Finding> scored(
            DataStream<NumberSnapshot> snapshots, ScoreNumbers.ScorerSource scorer) {
        var scored =
                snapshots
                        .connect(policy.broadcast(PolicyTimeline.STATE))
                        .process(new ScoreNumbers(scorer), CompactType.forRecord(Finding.class))
                        .uid(Uids.SCORE_NUMBERS)
                        .name(Uids.SCORE_NUMBERS);
        acknowledgements.add(scored.getSideOutput(SideOutputs.HEALTH));
        return scored;
    }

    /** What callers' words amount to, on its way to their profiles. */
    private DataStream<Visit> spoken(SingleOutputStreamOperator<Signal> scripts) {
        return tail(scripts.getSideOutput(SideOutputs.SPEECH)
                        .map(Visit::of, CompactType.forRecord(Visit.class)))
                .name("spoken");
    }

    private DataStream<Finding> heard(
            SingleOutputStreamOperator<Signal> scripts, ScoreNumbers.ScorerSource scorer) {
        var heard =
                tail(
                        scripts.getSideOutput(SideOutputs.HEARD)
                                .connect(policy.broadcast(PolicyTimeline.STATE))
                                .process(
                                        new ScoreTexts(scorer),
                                        CompactType.forRecord(Finding.class))
                                .uid(Uids.SCORE_TEXTS)
                                .name(Uids.SCORE_TEXTS));
        acknowledgements.add(heard.getSideOutput(SideOutputs.HEALTH));
        return heard;
    }

    private <IN extends Record & Ordered, OUT extends Record & Ordered>
            SingleOutputStreamOperator<OUT> step(
                    String uid,
                    DataStream<IN> in,
                    KeySelector<IN, String> key,
                    Step<IN, OUT> step,
                    Class<IN> inType,
                    Class<OUT> outType) {
        return step(uid, in, policy, key, step, inType, outType);
    }

    private <IN extends Record & Ordered, OUT extends Record & Ordered>
            SingleOutputStreamOperator<OUT> step(
                    String uid,
                    DataStream<IN> in,
                    DataStream<Bulletin> bulletins,
                    KeySelector<IN, String> key,
                    Step<IN, OUT> step,
                    Class<IN> inType,
                    Class<OUT> outType) {
        var ordered =
                in.keyBy(key, KeyText.TYPE)
                        .connect(bulletins.broadcast())
                        .transform(
                                uid,
                                CompactType.forRecord(outType),
                                new OrderedOperator<>(step, inType, settings.inbox()))
                        .uid(uid)
                        .name(uid);
        acknowledgements.add(ordered.getSideOutput(SideOutputs.HEALTH));
        return ordered;
    }

    private BroadcastStream<Event> owners() {
        return inlets.aside(Feed.OWNERS, RouteRejects.OWNERS).broadcast(NameOwners.OWNERS);
    }

    /** What every step says of the policy it works by, and what is said of the binding feeds. */
    private DataStream<Health> health() {
        return acknowledgements.stream().reduce((a, b) -> a.union(b)).orElseThrow();
    }

    /** In batch, where what is sent waits for its reader anyway, nothing is timed. */
    private <T> SingleOutputStreamOperator<T> busy(SingleOutputStreamOperator<T> step) {
        return settings.inbox().arrival() == Arrival.SORTED
                ? step
                : step.setBufferTimeout(GATHER_MS);
    }

    /** Behind the profiles and groups little is left to do: fewer tasks wait less on each other. */
    private <T> SingleOutputStreamOperator<T> tail(SingleOutputStreamOperator<T> step) {
        return settings.tailParallelism() == 0
                ? step
                : step.setParallelism(settings.tailParallelism());
    }

    private static void conclude(Signal signal, Collector<Finding> out) {
        Conclusions.of(signal).ifPresent(out::collect);
    }

    private static SingleOutputStreamOperator<Finding> match(
            FraudPattern pattern, DataStream<Signal> signals) {
        var uid = Uids.pattern(pattern.id(), pattern.version());
        var concerned =
                signals.filter(pattern::concerns)
                        .name(pattern.id())
                        .keyBy(pattern::key, KeyText.TYPE);
        return CEP.pattern(concerned, pattern.pattern(), new SignalOrder())
                .process(new Conclude(pattern), CompactType.forRecord(Finding.class))
                .uid(uid)
                .name(uid);
    }

    /** Turns a match into the findings its pattern draws from it. */
    private static final class Conclude extends PatternProcessFunction<Signal, Finding> {
        private final FraudPattern pattern;

        private Conclude(FraudPattern pattern) {
            this.pattern = pattern;
        }

        @Override
        public void processMatch(
                Map<String, List<Signal>> match, Context context, Collector<Finding> out) {
            pattern.conclude(match).forEach(out::collect);
        }
    }
}
