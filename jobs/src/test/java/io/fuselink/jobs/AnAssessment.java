/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Assessment;
import io.fuselink.events.Ids;
import io.fuselink.events.Subject;
import java.util.List;

/** An assessment of a story: of one number, as far as a breaker or a budget looks at it. */
public final class AnAssessment {
    private AnAssessment() {}

    /** From level 2 on it belongs to the number's one episode. */
    public static Assessment ofLevel(int level, String number, long at) {
        return of(level, number, at, "relay-on-one-victim", null);
    }

    /** What an authority's push amounts to. */
    public static Assessment ofCase(String caseId, String number, long at) {
        return of(4, number, at, "police-push", caseId);
    }

    public static Assessment of(int level, String number, long at, String detector, String caseId) {
        var subject = Subject.number(number, 1);
        return new Assessment(
                Ids.hash("assessment", number, level, at),
                subject.type(),
                subject.tk(),
                subject.epoch(),
                level,
                level,
                "BC",
                0.8,
                List.of(detector),
                List.of("finding-1"),
                List.of(),
                level >= 2 ? Ids.episode(subject, 0) : null,
                at,
                at,
                null,
                null,
                false,
                true,
                null,
                caseId,
                number,
                null,
                List.of(),
                List.of(),
                List.of(),
                0,
                null,
                null,
                null,
                null,
                null);
    }
}
