/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.SubjectType;
import io.fuselink.patterns.Detectors;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far findings together may reach (domain.md §6.1). A detector's cap is an upper bound; the family
 * rules always apply on top: one family never reaches level 3, behaviour never acts alone, and only an
 * authority reaches level 4 without a human.
 */
public final class LevelRules {
    private static final Set<Family> HARD =
            EnumSet.of(Family.CONTENT, Family.DEVICE, Family.REPORTS);

    /** Converging verified reports may reach level 2 alone (S20). */
    private static final String REPORTS_CONVERGE = "reports-converge";

    /** A single call whose shown number cannot exist is ended for that alone (S22); nobody is limited by it. */
    private static final String FORGED_CALL = "forged-call";

    private LevelRules() {}

    /** The level these findings about one subject justify, 0–4. */
    public static int level(SubjectType subject, List<Finding> findings) {
        if (findings.isEmpty()) {
            return 0;
        }
        if (subject == SubjectType.VICTIM) {
            return 1;
        }
        var families = families(findings);
        var cap = findings.stream().mapToInt(Finding::levelCap).max().orElse(0);
        return Math.min(cap, reachable(families, findings));
    }

    private static int reachable(Set<Family> families, List<Finding> findings) {
        if (families.contains(Family.AUTHORITY)) {
            return 4;
        }
        var heavy = families(findings.stream().filter(f -> !isVoice(f)).toList());
        if (heavy.size() >= 2 && heavy.stream().anyMatch(HARD::contains)) {
            return 3;
        }
        if (families.size() >= 2 || findings.stream().anyMatch(LevelRules::actsAlone)) {
            return 2;
        }
        return 1;
    }

    /** A voice that a machine took for another bears others out, and takes nobody's telephone away. */
    private static boolean isVoice(Finding finding) {
        return finding.detector().equals(Detectors.SHARED_VOICE);
    }

    private static boolean actsAlone(Finding finding) {
        return finding.detector().equals(REPORTS_CONVERGE)
                || finding.detector().equals(FORGED_CALL)
                        && finding.subjectType() == SubjectType.CALL;
    }

    /**
     * Families of all evidence, not only of the detectors: a pattern may rest on several. That a number
     * sells something adds none: being a nuisance is no evidence of fraud. Nor does a score that needs both
     * what was done and what was said: beside evidence of either it says nothing new.
     */
    public static Set<Family> families(List<Finding> findings) {
        var telling =
                findings.stream()
                        .filter(f -> !f.detector().equals(Detectors.MARKETING_REPORTS))
                        .toList();
        var plain = telling.stream().filter(f -> !mixes(f)).toList();
        var families = EnumSet.noneOf(Family.class);
        for (var finding : plain.isEmpty() ? telling : plain) {
            families.add(finding.family());
            finding.evidence().stream().map(Evidence::family).forEach(families::add);
        }
        return families;
    }

    /** The number model speaks as content where behaviour alone would not have been enough. */
    private static boolean mixes(Finding finding) {
        return finding.detector().equals(Detectors.NUMBER_MODEL)
                && finding.family() == Family.CONTENT;
    }

    /** Letters of the families, sorted, such as {@code BC}. */
    public static String letters(List<Finding> findings) {
        return families(findings).stream()
                .map(f -> String.valueOf(f.letter()))
                .sorted()
                .collect(Collectors.joining());
    }
}
