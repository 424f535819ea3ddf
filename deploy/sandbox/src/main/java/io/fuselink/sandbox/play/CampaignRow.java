/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.Campaign;
import io.fuselink.city.Persona;
import io.fuselink.city.Truth;
import io.fuselink.events.Assessment;
import java.util.List;

/**
 * How far a play got with one campaign on the system's own judgement.
 *
 * @param intensity how blatant it was, 0 (polite) to 1
 * @param members numbers that act as one
 * @param level highest level one of them, or what they share, reached; 0 = missed
 * @param detectors who said so, at that level
 * @param callsBefore calls its members made before anything was said of it; null when nothing was
 * @param minutesToAction from its first act until something was asked of others (level 2), minutes of
 *     the city's time; null when nothing was
 */
record CampaignRow(
        String campaign,
        Persona evader,
        double intensity,
        int members,
        int level,
        List<String> detectors,
        Integer callsBefore,
        Double minutesToAction) {

    /** From this level on an assessment asks something of others. */
    static final int ACTION = 2;

    private static final double MINUTE_MS = 60_000;

    static CampaignRow of(
            Campaign campaign, Truth truth, FirstActs acts, List<Assessment> assessments) {
        var about =
                assessments.stream()
                        .filter(a -> a.caseId() == null && about(campaign, truth, a))
                        .toList();
        var level = about.stream().mapToInt(Assessment::level).max().orElse(0);
        return new CampaignRow(
                campaign.id(),
                campaign.kind(),
                campaign.intensity(),
                campaign.members().size(),
                level,
                level == 0 ? List.of() : detectors(about, level),
                callsBefore(campaign, about, acts),
                minutesToAction(about, acts.of(campaign)));
    }

    boolean found() {
        return level > 0;
    }

    boolean acted() {
        return level >= ACTION;
    }

    /** About what its numbers share, about one of them while the campaign held it, or about what one of them did. */
    private static boolean about(Campaign campaign, Truth truth, Assessment a) {
        return switch (a.subjectType()) {
            case NUMBER ->
                    campaign.members().contains(a.subjectTk())
                            && truth.personaAt(a.subjectTk(), a.at()) == campaign.kind();
            case BINDING, CALL -> campaign.members().contains(a.initiatorTk());
            case VICTIM -> false;
            case CAMPAIGN -> mostly(campaign, a.members());
            case LEASE, DEVICE, TRUNK, CELL, PLATFORM, ACCOUNT ->
                    campaign.groupKeys().contains(a.subjectType() + ":" + a.subjectTk());
        };
    }

    /** A campaign the system named itself is this one if most of its members are. */
    private static boolean mostly(Campaign campaign, List<String> members) {
        var own = members.stream().filter(campaign.members()::contains).count();
        return own > 0 && 2 * own >= members.size();
    }

    private static List<String> detectors(List<Assessment> about, int level) {
        return about.stream()
                .filter(a -> a.level() == level)
                .flatMap(a -> a.detectors().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Integer callsBefore(Campaign campaign, List<Assessment> about, FirstActs acts) {
        var first = about.stream().filter(a -> a.level() > 0).mapToLong(Assessment::at).min();
        return first.isEmpty() ? null : acts.callsBefore(campaign, first.getAsLong());
    }

    private static Double minutesToAction(List<Assessment> about, Long begun) {
        var acted = about.stream().filter(a -> a.level() >= ACTION).mapToLong(Assessment::at).min();
        return begun == null || acted.isEmpty()
                ? null
                : Math.round(10 * (acted.getAsLong() - begun) / MINUTE_MS) / 10.0;
    }
}
