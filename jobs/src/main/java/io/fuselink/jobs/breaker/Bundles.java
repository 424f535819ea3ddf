/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.PolicePush;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.steps.RiskyTransfer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The versions of a bundle: how it opens, how evidence raises it, and what its legs add up to. */
final class Bundles {
    static final String POLICE_PUSH = "police-push";
    static final String TRANSFER = "victim-in-progress";

    /** Ground of what the system asks for by itself. */
    static final String SYSTEM_BASIS = "反电信网络诈骗法 第十一条";

    /** Ground of helping somebody who is being defrauded. */
    static final String HELP_BASIS = "反电信网络诈骗法 第三十四条";

    /** Ground of asking that an account be stopped: the competent body decides, the bank acts. */
    static final String STOP_BASIS = "反电信网络诈骗法 第二十条";

    /** Ground of ending a call that shows a false number. */
    static final String FORGED_BASIS = "反电信网络诈骗法 第十三条";

    private static final int FINDINGS_NAMED = 200;

    private Bundles() {}

    static Bundle opened(String bundleId, Assessment a) {
        return evidence(
                new Bundle(
                        bundleId,
                        a.episodeId(),
                        a.caseId(),
                        0,
                        a.subjectType(),
                        a.subjectTk(),
                        a.epoch(),
                        a.level(),
                        a.families(),
                        a.detectors(),
                        a.findingIds(),
                        a.reasons(),
                        a.purpose(),
                        String.join("+", a.detectors()),
                        a.subjectType() == SubjectType.CALL ? FORGED_BASIS : SYSTEM_BASIS,
                        a.at(),
                        a.at(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        a.carrier(),
                        a.platform(),
                        a.lessee(),
                        a.policyVersion(),
                        a.lexiconVersion(),
                        a.modelVersion(),
                        a.at(),
                        a.linkedFrom(),
                        null,
                        0,
                        0,
                        a.changes(),
                        a.province(),
                        a.numberClass()),
                a);
    }

    static Bundle opened(
            String bundleId, PolicePush push, SubjectType subject, String tk, int epoch, long at) {
        return withoutFindings(
                bundleId,
                push.caseId(),
                new Subject(subject, tk, epoch),
                Ladder.TOP_LEVEL,
                "A",
                POLICE_PUSH,
                push.legalBasis(),
                at);
    }

    static Bundle opened(String bundleId, RiskyTransfer transfer) {
        return withoutFindings(
                bundleId,
                null,
                Subject.of(SubjectType.VICTIM, transfer.victimTk()),
                1,
                "BF",
                TRANSFER,
                HELP_BASIS,
                transfer.at());
    }

    /** A decision that rests on somebody's word or deed rather than on findings. */
    private static Bundle withoutFindings(
            String bundleId,
            String caseId,
            Subject subject,
            int level,
            String families,
            String why,
            String legalBasis,
            long at) {
        return new Bundle(
                bundleId,
                null,
                caseId,
                0,
                subject.type(),
                subject.tk(),
                subject.epoch(),
                level,
                families,
                List.of(why),
                List.of(),
                List.of(),
                null,
                why,
                legalBasis,
                at,
                at,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                0,
                null,
                null,
                at,
                null,
                null,
                0,
                0,
                List.of(),
                null,
                null);
    }

    /** The bundle with the newer evidence of an assessment; its level only rises. */
    static Bundle evidence(Bundle b, Assessment a) {
        var higher = a.level() >= b.level();
        return new Bundle(
                b.bundleId(),
                b.episodeId(),
                b.caseId(),
                b.version(),
                b.subjectType(),
                b.subjectTk(),
                b.epoch(),
                Math.max(a.level(), b.level()),
                higher ? a.families() : b.families(),
                higher ? a.detectors() : b.detectors(),
                named(b, a),
                higher ? a.reasons() : b.reasons(),
                a.purpose(),
                b.reasonCode(),
                b.legalBasis(),
                b.openedAt(),
                b.at(),
                b.legs(),
                b.effective(),
                b.rejected(),
                b.timedOut(),
                b.lifted(),
                b.skewMs(),
                a.carrier(),
                a.platform(),
                a.lessee(),
                a.policyVersion(),
                a.lexiconVersion(),
                a.modelVersion(),
                Math.max(a.at(), b.evidenceAt()),
                a.linkedFrom() == null ? null : b.linkedFrom(),
                b.verdict(),
                b.pending(),
                b.overdue(),
                higher ? a.changes() : b.changes(),
                a.province() == null ? b.province() : a.province(),
                a.numberClass() == null ? b.numberClass() : a.numberClass());
    }

    private static List<String> named(Bundle b, Assessment a) {
        return Stream.concat(b.findingIds().stream(), a.findingIds().stream())
                .distinct()
                .limit(FINDINGS_NAMED)
                .toList();
    }

    /** The next version, summed up from the legs. */
    static Bundle summed(BundleFile file, long now) {
        var effective =
                file.legs.stream().map(Leg::effectiveAt).filter(t -> t > 0).sorted().toList();
        return file.bundle.summed(
                now,
                new Bundle.Sum(
                        file.legs.size(),
                        effective.size(),
                        count(file, l -> l.state() == LegState.REJECTED),
                        count(file, Leg::timedOut),
                        count(file, l -> l.state() == LegState.LIFTED),
                        effective.size() < 2
                                ? 0
                                : effective.get(effective.size() - 1) - effective.get(0),
                        count(file, Saga::pending),
                        count(file, l -> l.timedOut() || l.liftOverdue() || l.escalated())));
    }

    private static int count(BundleFile file, Predicate<Leg> which) {
        return (int) file.legs.stream().filter(which).count();
    }
}
