/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Ids;
import io.fuselink.events.Subject;
import java.util.List;

/** A finding of a story: what one detector says about one number, resting on one piece of evidence. */
public final class AFinding {
    private AFinding() {}

    public static Finding of(String detector, Family family, int levelCap) {
        return about(Subject.number("number", 1), detector, family, levelCap, Told.NOON, 50);
    }

    /**
     * @param value what its evidence measured, against a limit of 40
     */
    public static Finding about(
            Subject subject, String detector, Family family, int levelCap, long at, double value) {
        return new Finding(
                Ids.finding(detector, 1, subject, at),
                detector,
                1,
                subject.type(),
                subject.tk(),
                subject.epoch(),
                family,
                levelCap,
                0.7,
                value / 40,
                at,
                at,
                List.of(
                        new Evidence(
                                "signal-" + detector,
                                family == Family.BEHAVIOUR ? "S01_STRANGER_BURST" : "CODE",
                                family,
                                value,
                                40,
                                at,
                                List.of("e1"))),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                0,
                null,
                null,
                family == Family.AUTHORITY ? "case-7" : null);
    }
}
