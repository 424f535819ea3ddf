/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.Campaign;
import io.fuselink.city.Truth;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Output;
import io.fuselink.events.SubjectType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was found, held against what the city knows about itself.
 *
 * @param campaignsFound campaigns that anything was said about (level 1 and above)
 * @param campaignsProposed campaigns that something was asked of others for (level 2 and above)
 * @param wrongActions bundles that reached a party on the system's own judgement although their subject did nothing wrong, by persona
 */
record TruthCheck(
        int campaigns,
        int campaignsFound,
        int campaignsProposed,
        int fraudNumbers,
        int fraudNumbersFound,
        Map<String, Integer> wrongActions) {

    private static final int SEEN = 1;

    /** From this level on an assessment asks something of others. */
    private static final int ACTIONABLE = 2;

    static TruthCheck of(Truth truth, OutputRecords outputs) {
        var assessments = outputs.of(Output.ASSESSMENTS, Assessment.class);
        var suspected = suspected(assessments);
        return new TruthCheck(
                truth.campaigns().size(),
                (int) truth.campaigns().stream().filter(c -> reached(SEEN, c, assessments)).count(),
                (int)
                        truth.campaigns().stream()
                                .filter(c -> reached(ACTIONABLE, c, assessments))
                                .count(),
                truth.fraudNumbers().size(),
                (int) truth.fraudNumbers().stream().filter(suspected::contains).count(),
                wrongActions(truth, outputs));
    }

    /** A campaign is reached when something was said about what its numbers share, or about one of them. */
    private static boolean reached(int level, Campaign campaign, List<Assessment> assessments) {
        return assessments.stream()
                .filter(a -> a.level() >= level)
                .anyMatch(
                        a ->
                                campaign.groupKeys().contains(a.subjectType() + ":" + a.subjectTk())
                                        || campaign.members().contains(a.subjectTk()));
    }

    /** Numbers somebody was told about: assessed themselves, or named as members of an assessed group. */
    private static Set<String> suspected(List<Assessment> assessments) {
        var suspected = new HashSet<String>();
        for (var a : assessments) {
            if (a.level() >= 1 && a.subjectType() == SubjectType.NUMBER) {
                suspected.add(a.subjectTk());
            }
            if (a.level() >= 1 && a.subjectType() != SubjectType.VICTIM) {
                suspected.addAll(a.members());
            }
        }
        return suspected;
    }

    /** What an authority ordered is not the system's judgement and not counted. */
    private static Map<String, Integer> wrongActions(Truth truth, OutputRecords outputs) {
        var fraud = new HashSet<>(truth.fraudNumbers());
        var shared =
                truth.campaigns().stream()
                        .flatMap(c -> c.groupKeys().stream())
                        .collect(Collectors.toSet());
        var sent =
                outputs.of(Output.LEGS, Leg.class).stream()
                        .filter(l -> l.state().rank() >= LegState.ISSUED.rank() && l.issuedAt() > 0)
                        .map(Leg::bundleId)
                        .collect(Collectors.toSet());
        var wrong = new TreeMap<String, Integer>();
        var counted = new HashSet<String>();
        for (var bundle : outputs.of(Output.BUNDLES, Bundle.class)) {
            if (bundle.caseId() == null
                    && sent.contains(bundle.bundleId())
                    && counted.add(bundle.bundleId())) {
                var subject = bundle.subjectTk();
                if (bundle.subjectType() == SubjectType.NUMBER) {
                    if (!fraud.contains(subject)) {
                        wrong.merge(truth.personaOf(subject).name(), 1, Integer::sum);
                    }
                } else if (bundle.subjectType() != SubjectType.BINDING
                        && !shared.contains(bundle.subjectType() + ":" + subject)) {
                    wrong.merge(bundle.subjectType().name(), 1, Integer::sum);
                }
            }
        }
        return wrong;
    }
}
