/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.RuleState;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names of everything that writes findings, as policies and reason cards use them. */
public final class Detectors {
    /** The published network's findings; trained and scored outside this module. */
    public static final String NUMBER_MODEL = "number-model";

    /** The published text model's findings; nobody has proven yet how silent it is on real calls. */
    public static final String TEXT_MODEL = "text-model";

    /** One voice from several numbers, as a service outside hears it: never enough, and off until a policy turns it on (row 45). */
    public static final String SHARED_VOICE = "shared-voice";

    /** A nuisance: people say that a number sells. Tagged, and no evidence of fraud (row 48). */
    public static final String MARKETING_REPORTS = "marketing-reports";

    private static final SortedSet<String> KNOWN = names();

    private Detectors() {}

    /** Whether a detector may act where the policy says nothing of it. */
    public static RuleState unlessTold(String detector) {
        return switch (detector) {
            case TEXT_MODEL -> RuleState.SHADOW;
            case SHARED_VOICE -> RuleState.OFF;
            default -> RuleState.LIVE;
        };
    }

    /** All names, sorted. */
    public static SortedSet<String> known() {
        return KNOWN;
    }

    private static SortedSet<String> names() {
        var names = new TreeSet<String>();
        names.add(NUMBER_MODEL);
        names.add(TEXT_MODEL);
        Conclusions.all().forEach(conclusion -> names.add(conclusion.detector()));
        FraudPatterns.all().forEach(pattern -> names.add(pattern.id()));
        return Collections.unmodifiableSortedSet(names);
    }
}
