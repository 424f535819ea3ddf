/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import java.time.Instant;
import java.util.List;

/** Signals as the steps tell them, with named moments. */
public final class Told {
    /** 14:00 in Beijing, on the hour. */
    public static final long TWO_PM = Instant.parse("2026-03-02T06:00:00Z").toEpochMilli();

    public static final long MINUTE = 60_000;
    public static final long HOUR = 60 * MINUTE;

    private Told() {}

    public static Signal about(SignalCode code, Subject subject, long windowStart, long at) {
        return about(code, subject, windowStart, at, 2, 1);
    }

    public static Signal about(
            SignalCode code,
            Subject subject,
            long windowStart,
            long at,
            double value,
            double limit) {
        return Signal.of(
                code.name(),
                code.family(),
                subject,
                value,
                limit,
                windowStart,
                at,
                7,
                List.of("event-" + at));
    }

    public static Subject victim(String tk) {
        return Subject.of(SubjectType.VICTIM, tk);
    }

    public static Subject number(String tk) {
        return Subject.number(tk, 1);
    }
}
