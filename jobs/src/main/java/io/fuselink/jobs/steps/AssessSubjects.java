/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Feed;
import io.fuselink.events.Finding;
import io.fuselink.events.Ids;
import io.fuselink.events.Instruction;
import io.fuselink.events.Proof;
import io.fuselink.events.ProofKind;
import io.fuselink.events.Purpose;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Reason;
import io.fuselink.events.RuleState;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TenureChange;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.jobs.breaker.LevelRules;
import io.fuselink.jobs.breaker.SmallestChange;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.SubjectFile;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 10: fuses the findings about one subject into a level, with reasons and margins, and keeps its
 * episodes. Speaks when something has changed: the level, the families, the detectors or the episode. An approved purpose protects: inside its limit attempts alone say nothing. A
 * protected subject, and an official line always, is never taken above a tag. Owns the purposes feed.
 *
 * <p>State is cleared {@link #KEPT_MS} after the last finding, or when the last purpose ends.
 */
public final class AssessSubjects implements Step<Matter, Assessment> {
    private static final long HOUR_MS = 3_600_000;

    /** Findings count for a day, in ms. */
    public static final long KEPT_MS = 24 * HOUR_MS;

    /** An episode closes after this much quiet: 6 h in ms (architecture.md §2). */
    private static final long EPISODE_QUIET_MS = 6 * HOUR_MS;

    /** From this level on something is asked of others. */
    private static final int ACTIONABLE = 2;

    /** Highest level of a protected subject: a tag. */
    private static final int PROTECTED_CAP = 1;

    private static final int NAMED = 200;
    private static final int TRANSFERS_KEPT = 20;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** A decision is ended with its tenure for as long as its bundle may be open: 60 days in ms. */
    private static final long DECIDED_MS = 60 * DAY_MS;

    /** A blocked number should be given to nobody for 90 days, in ms. */
    private static final long QUARANTINE_MS = 90 * DAY_MS;

    private static final String OFFICIAL =
            "an official or registered service line, never acted against";

    /**
     * Evidence measured in attempts, as approved limits are; those of a machine are counted over a day,
     * which holds it to the hourly limit all the more strictly.
     */
    private static final Set<String> IN_ATTEMPTS =
            Set.of("S01_STRANGER_BURST", "POOL_BUSY", "MACHINE_PACE");

    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<SubjectFile> FILE =
            new ValueStateDescriptor<>("subject-file", TypeInformation.of(SubjectFile.class));

    private transient ValueState<SubjectFile> files;

    @Override
    public void open(RuntimeContext runtime) {
        files = runtime.getState(FILE);
    }

    @Override
    public void onEvent(Matter matter, StepContext<Assessment> context) throws Exception {
        var file = files.value() == null ? new SubjectFile() : files.value();
        if (matter.finding() != null) {
            finding(file, matter.finding(), context);
        } else if (matter.particulars() != null) {
            file.particulars = matter.particulars();
        } else if (matter.transfer() != null) {
            transferring(file, matter.transfer(), context);
        } else if (matter.shield().feed() == Feed.REGISTRATIONS) {
            file = tenure(file, matter.shield(), context);
        } else if (matter.shield().feed() == Feed.CASES) {
            ordered(file, matter.shield(), context);
        } else {
            shield(file, matter, context);
        }
        file.lastChanged = Math.max(file.lastChanged, context.now());
        files.update(file);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    // ---- the holder

    /** A holder goes or another one comes: what was decided about the one before ends with him. */
    private static SubjectFile tenure(
            SubjectFile file, Event event, StepContext<Assessment> context) {
        var registration = event.registration();
        if (registration.epoch() < file.epoch) {
            return file;
        }
        var blocked = file.decided.stream().anyMatch(SubjectFile.Decided::blocks);
        file.decided.forEach(
                d ->
                        context.emit(
                                SideOutputs.BREAKER_NEWS,
                                BreakerNews.tenureEnded(d.bundleId(), event)));
        if (registration.change() == TenureChange.CLOSED) {
            file.decided.clear();
            file.findings.clear();
            file.quarantinedUntil = blocked ? context.now() + QUARANTINE_MS : 0;
            return file;
        }
        if (registration.epoch() > file.epoch
                && (blocked || context.now() < file.quarantinedUntil)) {
            reissued(file, event, context);
        }
        return file.heldBy(registration);
    }

    private static void reissued(SubjectFile file, Event event, StepContext<Assessment> context) {
        var tk = event.registration().phoneTk();
        context.count("proof.REISSUE");
        context.emit(
                SideOutputs.PROOFS,
                new Proof(
                        Ids.hash("reissue", tk, event.registration().epoch()),
                        ProofKind.REISSUE,
                        null,
                        null,
                        event.header().provider(),
                        tk,
                        file.epoch,
                        null,
                        null,
                        event.header().eventId(),
                        0,
                        0,
                        context.now()));
    }

    // ---- authorities

    /** An order is remembered so that it ends with the tenure; a lifted one accuses nobody any more. */
    private static void ordered(SubjectFile file, Event event, StepContext<Assessment> context) {
        var push = event.push();
        var subject = file.subjectOf(context.key());
        if (push.instruction().restricts()) {
            file.decided(
                    BreakerNews.caseBundle(push.caseId(), subject.tk(), file.epoch),
                    true,
                    context.now());
        } else if (push.instruction() == Instruction.LIFT) {
            file.lifted.merge(push.caseId(), event.ts(), Math::max);
            if (file.findings.removeIf(f -> push.caseId().equals(f.caseId()))) {
                say(file, subject, event.header().eventId(), null, context);
            }
        }
    }

    private static boolean lifted(SubjectFile file, Finding finding) {
        return finding.caseId() != null
                && file.lifted.getOrDefault(finding.caseId(), Long.MIN_VALUE) >= finding.at();
    }

    // ---- somebody about to pay

    private static void transferring(
            SubjectFile file, RiskyTransfer transfer, StepContext<Assessment> context) {
        if (file.transfers.size() >= TRANSFERS_KEPT) {
            context.count("transfers.forgotten");
            file.transfers.remove(0);
        }
        file.transfers.add(transfer);
        if (file.lastActionable + KEPT_MS > context.now()) {
            warnBanks(file, context);
        }
    }

    /** Tells of payments to whom this number spoke, again each time it turns out to be more dangerous. */
    private static void warnBanks(SubjectFile file, StepContext<Assessment> context) {
        var now = context.now();
        file.transfers.removeIf(t -> t.paidAt() + KEPT_MS <= now);
        for (var i = 0; i < file.transfers.size(); i++) {
            var transfer = file.transfers.get(i).knownAt(now, file.lastLevel);
            if (transfer.callerLevel() >= ACTIONABLE
                    && transfer.callerLevel() > file.transfers.get(i).callerLevel()) {
                file.transfers.set(i, transfer);
                if (transfer.underWay() || transfer.stoppable()) {
                    context.emit(SideOutputs.BREAKER_NEWS, BreakerNews.of(transfer));
                }
            }
        }
    }

    // ---- what protects

    private static void shield(SubjectFile file, Matter matter, StepContext<Assessment> context) {
        if (matter.shield().feed() == Feed.CALLS) {
            file.official = true;
            return;
        }
        var fresh = file.recent.add(matter.shield().header().eventId(), context.now());
        context.account(fresh ? Outcome.PROCESSED : Outcome.DUPLICATE, Feed.PURPOSES);
        if (fresh) {
            file.purposes.add(matter.shield().purpose());
            context.alarm(matter.shield().purpose().expiresAt(), FORGET);
        }
    }

    // ---- what accuses

    private static void finding(
            SubjectFile file, Finding finding, StepContext<Assessment> context) {
        var state = context.limits().stateOf(finding.detector());
        if (state != RuleState.LIVE) {
            context.count("detector." + state + "." + finding.detector());
            return;
        }
        if (lifted(file, finding)) {
            context.count("finding.lifted-by-its-authority");
            return;
        }
        if (finding.at() < file.heldSince) {
            context.count("finding.about-an-earlier-holder");
            return;
        }
        if (!file.file(finding, KEPT_MS)) {
            return;
        }
        context.count("finding." + finding.detector());
        say(file, finding.subject(), finding.id(), finding.purpose(), context);
    }

    /** Says what is thought of the subject now, if that is news. */
    private static void say(
            SubjectFile file,
            Subject named,
            String cause,
            PurposeClass purpose,
            StepContext<Assessment> context) {
        var assessment = assess(file, named, cause, purpose, context);
        file.lastLevel = assessment.level();
        if (assessment.episodeId() != null) {
            file.decided(
                    BreakerNews.bundleOf(assessment),
                    assessment.level() > ACTIONABLE,
                    context.now());
            warnBanks(file, context);
        }
        if (file.says(assessment)) {
            context.count("assessment.level-" + assessment.level());
            context.emit(assessment);
        }
    }

    private static Assessment assess(
            SubjectFile file,
            Subject named,
            String cause,
            PurposeClass used,
            StepContext<Assessment> context) {
        var now = context.now();
        var findings = file.findings.stream().filter(f -> f.at() > now - KEPT_MS).toList();
        var subject = holder(file, named);
        var raw = LevelRules.level(subject.type(), findings);
        var purpose = purposeAt(file, now);
        var suppressedBy = suppression(file, purpose, findings);
        var level =
                suppressedBy == null
                        ? raw
                        : Math.min(raw, suppressedBy.startsWith("within") ? 0 : PROTECTED_CAP);
        episode(file, subject, level, now);
        return new Assessment(
                Ids.hash("assessment", subject.key(), cause),
                subject.type(),
                subject.tk(),
                subject.epoch(),
                level,
                raw,
                LevelRules.letters(findings),
                findings.stream().mapToDouble(Finding::score).max().orElse(0),
                distinct(findings, f -> Stream.of(f.detector())),
                distinct(findings, f -> Stream.of(f.id())),
                reasons(findings),
                level >= ACTIONABLE ? file.episodeId : null,
                level >= ACTIONABLE ? file.episodeStart : 0,
                now,
                purpose != null ? purpose.purpose() : used,
                suppressedBy,
                suppressedBy != null,
                true,
                null,
                last(findings, Finding::caseId),
                last(findings, Finding::initiatorTk),
                last(findings, Finding::bindingId),
                distinct(findings, f -> f.members().stream()),
                reached(file, findings),
                distinct(findings, f -> f.linkKeys().stream()),
                context.limits().version(),
                last(findings, Finding::lexiconVersion),
                last(findings, Finding::modelVersion),
                null,
                null,
                null,
                level == 0 ? List.of() : SmallestChange.of(subject.type(), findings),
                null,
                file.particulars == null ? null : file.particulars.province(),
                file.particulars == null ? null : file.particulars.numberClass(),
                List.of(),
                null,
                false);
    }

    /** Whom the subject reached: those the evidence names, then those its profile knows, latest first. */
    private static List<String> reached(SubjectFile file, List<Finding> findings) {
        var named = findings.stream().flatMap(f -> f.victims().stream());
        var known =
                file.particulars == null
                        ? Stream.<String>empty()
                        : file.particulars.callees().stream();
        return Stream.concat(named, known).distinct().limit(NAMED).toList();
    }

    private static String suppression(SubjectFile file, Purpose purpose, List<Finding> findings) {
        var official =
                file.official
                        || file.particulars != null && file.particulars.numberClass().official();
        if (official) {
            return OFFICIAL;
        }
        return purpose == null ? null : protection(purpose, findings);
    }

    private static Subject holder(SubjectFile file, Subject named) {
        return named.type() == SubjectType.NUMBER ? Subject.number(named.tk(), file.epoch) : named;
    }

    private static Purpose purposeAt(SubjectFile file, long now) {
        return file.purposes.stream()
                .filter(p -> p.approvedAt() <= now && now < p.expiresAt())
                .findFirst()
                .orElse(null);
    }

    /** Why a registered subject is spared; null when it is not. */
    private static String protection(Purpose purpose, List<Finding> findings) {
        var attemptsOnly =
                findings.stream()
                        .flatMap(f -> f.evidence().stream())
                        .allMatch(e -> IN_ATTEMPTS.contains(e.code()));
        if (attemptsOnly && attemptsSeen(findings) <= purpose.hourlyLimit()) {
            return "within the approved limit of "
                    + purpose.hourlyLimit()
                    + " attempts an hour for "
                    + purpose.purpose();
        }
        return "registered for " + purpose.purpose() + ", needs two approvers";
    }

    private static double attemptsSeen(List<Finding> findings) {
        return findings.stream()
                .flatMap(f -> f.evidence().stream())
                .filter(e -> e.family() == Family.BEHAVIOUR)
                .mapToDouble(Evidence::value)
                .max()
                .orElse(0);
    }

    private static void episode(SubjectFile file, Subject subject, int level, long now) {
        if (level < ACTIONABLE) {
            return;
        }
        if (file.episodeId == null || now - file.lastActionable > EPISODE_QUIET_MS) {
            file.episodeStart = now;
            file.episodeId = Ids.episode(subject, now);
        }
        file.lastActionable = now;
    }

    /** One line per piece of evidence; the smallest change is the distance back to the limit. */
    private static List<Reason> reasons(List<Finding> findings) {
        return findings.stream()
                .flatMap(
                        f ->
                                f.evidence().stream()
                                        .map(
                                                e ->
                                                        new Reason(
                                                                f.detector(),
                                                                f.version(),
                                                                e.code(),
                                                                e.family(),
                                                                e.value(),
                                                                e.limit(),
                                                                e.value() - e.limit(),
                                                                f.at())))
                .distinct()
                .limit(NAMED)
                .toList();
    }

    private static List<String> distinct(
            List<Finding> findings, Function<Finding, Stream<String>> what) {
        return findings.stream()
                .flatMap(what)
                .filter(Objects::nonNull)
                .distinct()
                .limit(NAMED)
                .toList();
    }

    private static String last(List<Finding> findings, Function<Finding, String> what) {
        return findings.stream()
                .map(what)
                .filter(Objects::nonNull)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    // ---- the end

    @Override
    public void onAlarm(String name, StepContext<Assessment> context) throws Exception {
        var file = files.value();
        if (file == null) {
            return;
        }
        file.purposes.removeIf(p -> p.expiresAt() <= context.now());
        // A number that changed hands must not fall back to the holder before.
        file.decided.removeIf(d -> d.at() + DECIDED_MS <= context.now());
        if (file.epoch == 1
                && file.purposes.isEmpty()
                && file.decided.isEmpty()
                && file.quarantinedUntil <= context.now()
                && file.lastChanged + KEPT_MS <= context.now()) {
            files.clear();
        } else {
            files.update(file);
            if (!file.decided.isEmpty() || file.quarantinedUntil > context.now()) {
                context.alarm((Math.floorDiv(context.now(), DAY_MS) + 1) * DAY_MS, FORGET);
            }
        }
    }

    @Override
    public void onRefused(Matter matter, DeadLetterReason reason, StepContext<Assessment> context)
            throws Exception {
        if (matter.transfer() != null) {
            // A payment that is told late may still be held.
            onEvent(matter, context);
            return;
        }
        if (matter.shield() != null) {
            if (matter.shield().feed() == Feed.PURPOSES) {
                Accounts.refused(matter.shield(), reason, context);
            }
        } else if (matter.finding() != null) {
            context.count("findings." + reason);
        }
    }
}
