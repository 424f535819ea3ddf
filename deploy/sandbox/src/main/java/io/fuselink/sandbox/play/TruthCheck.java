/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.City;
import io.fuselink.city.Persona;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Output;
import io.fuselink.events.SubjectType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was found, held against what the city knows about itself.
 *
 * @param campaignsFound campaigns that anything was said about (level 1 and above)
 * @param campaignsProposed campaigns that something was asked of others for (level 2 and above)
 * @param fraudNumbers numbers whose own calls serve fraud
 * @param fraudNumbersFoundEarly those somebody was told about before their twentieth call
 * @param wrongActions bundles that reached a party on the system's own judgement although nobody behind their subject did wrong, by persona, or by kind of subject where nobody is known
 * @param honest everybody honest, kind by kind
 * @param evaders every campaign
 */
record TruthCheck(
        int campaigns,
        int campaignsFound,
        int campaignsProposed,
        int fraudNumbers,
        int fraudNumbersFound,
        int fraudNumbersFoundEarly,
        Map<String, Integer> wrongActions,
        List<HonestRow> honest,
        List<CampaignRow> evaders) {

    private static final Set<Persona> PROTECTED =
            EnumSet.of(
                    Persona.HOSPITAL_LINE,
                    Persona.HOTLINE,
                    Persona.GOVERNMENT_LINE,
                    Persona.ADVISORY_LINE,
                    Persona.MIDDLE_NUMBER);

    /** Whoever is found by then has not got far. */
    private static final int EARLY_CALLS = 20;

    static TruthCheck of(City city, OutputRecords outputs) {
        var truth = city.truth();
        var acts = FirstActs.of(city);
        var assessments = outputs.of(Output.ASSESSMENTS, Assessment.class);
        var evaders =
                truth.campaigns().stream()
                        .map(c -> CampaignRow.of(c, truth, acts, assessments))
                        .toList();
        var fraud = TruthLabels.fraudNumbers(truth);
        var suspected = firstSuspected(assessments);
        var honest = honest(new Accused(truth, assessments), assessments, outputs);
        return new TruthCheck(
                evaders.size(),
                (int) evaders.stream().filter(CampaignRow::found).count(),
                (int) evaders.stream().filter(CampaignRow::acted).count(),
                fraud.size(),
                (int) fraud.stream().filter(suspected::containsKey).count(),
                (int) fraud.stream().filter(tk -> early(tk, suspected, acts)).count(),
                honest.wrongActions(),
                honest.rows(truth),
                evaders);
    }

    /** Actions upon numbers that nobody may act upon: they serve the public, or stand between two parties. */
    int protectedHit() {
        return honest.stream()
                .filter(row -> PROTECTED.contains(row.persona()))
                .flatMap(row -> row.actions().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static boolean early(String tk, Map<String, Long> suspected, FirstActs acts) {
        return suspected.containsKey(tk) && acts.callsBefore(tk, suspected.get(tk)) < EARLY_CALLS;
    }

    /** When somebody was first told about a number: assessed itself, or named as member of an assessed group. */
    private static Map<String, Long> firstSuspected(List<Assessment> assessments) {
        var first = new HashMap<String, Long>();
        for (var a : assessments) {
            if (a.level() >= 1 && a.subjectType() == SubjectType.NUMBER) {
                first.merge(a.subjectTk(), a.at(), Math::min);
            }
            if (a.level() >= 1 && a.subjectType() != SubjectType.VICTIM) {
                a.members().forEach(tk -> first.merge(tk, a.at(), Math::min));
            }
        }
        return first;
    }

    private static HonestTally honest(
            Accused accused, List<Assessment> assessments, OutputRecords outputs) {
        var tally = new HonestTally(accused);
        assessments.forEach(tally::assessed);
        var sent = sent(outputs);
        var counted = new HashSet<String>();
        for (var bundle : outputs.of(Output.BUNDLES, Bundle.class)) {
            if (sent.containsKey(bundle.bundleId()) && counted.add(bundle.bundleId())) {
                tally.asked(bundle, sent.get(bundle.bundleId()));
            }
        }
        return tally;
    }

    /** Legs that went out, once each, by bundle. */
    private static Map<String, Collection<Leg>> sent(OutputRecords outputs) {
        Map<String, Map<String, Leg>> sent = new HashMap<>();
        for (var leg : outputs.of(Output.LEGS, Leg.class)) {
            if (leg.state().rank() >= LegState.ISSUED.rank() && leg.issuedAt() > 0) {
                sent.computeIfAbsent(leg.bundleId(), b -> new HashMap<>()).put(leg.legId(), leg);
            }
        }
        return sent.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().values()));
    }
}
