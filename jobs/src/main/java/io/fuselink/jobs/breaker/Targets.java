/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.ActionType;
import io.fuselink.events.Bundle;
import io.fuselink.events.Reason;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import java.util.List;
import java.util.Optional;

/**
 * What an action about a subject points at (domain.md §6.4): never a whole middle number, cell or
 * platform, never a victim but to help, and never a number that was only imitated.
 */
final class Targets {
    private static final String SPOOF = "S22_SPOOF_SHAPE";
    private static final String TRUNK = "TRUNK:";

    private Targets() {}

    /** What an action of a bundle points at; empty when nothing may be pointed at. */
    static Optional<Target> of(ActionType action, Bundle bundle, List<String> linkKeys) {
        if (bundle.subjectType() == SubjectType.NUMBER && imitated(action, bundle)) {
            return linkKeys.stream()
                    .filter(k -> k.startsWith(TRUNK))
                    .findFirst()
                    .map(k -> new Target(TargetType.TRUNK, k.substring(TRUNK.length())));
        }
        return Optional.of(
                new Target(Ladder.target(action, bundle.subjectType()), bundle.subjectTk()));
    }

    /** Whoever shows a forged number may not be whose number it is: the trunk is acted on instead. */
    private static boolean imitated(ActionType action, Bundle bundle) {
        return Ladder.restricts(action)
                && bundle.caseId() == null
                && bundle.reasons().stream().map(Reason::code).anyMatch(SPOOF::equals);
    }
}
