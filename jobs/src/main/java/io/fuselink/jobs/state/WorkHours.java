/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;

/** In which hours of the last day somebody was at work: a bit for each hour of the clock in Beijing. */
public final class WorkHours {
    /** So many hours has a day. */
    public static final int OF_A_DAY = 24;

    private static final long HOUR_MS = 3_600_000;
    private static final int BEIJING = 8;

    private WorkHours() {}

    /** The hour of this moment. */
    public static int of(long at) {
        return 1 << ofTheClock(at);
    }

    /** The hour of the clock in Beijing, 0–23. */
    static int ofTheClock(long at) {
        return Math.floorMod(hour(at) + BEIJING, OF_A_DAY);
    }

    /** Whether this moment lies in one of the last 24 hours, that of now among them. */
    public static boolean lately(long at, long now) {
        return hour(at) <= hour(now) && hour(at) > hour(now) - OF_A_DAY;
    }

    /** What is left of the hours told then: an hour of the clock that came again since is a new one. */
    public static int still(int hours, long told, long now) {
        if (!lately(told, now)) {
            return 0;
        }
        var left = hours;
        for (var at = told + HOUR_MS; hour(at) <= hour(now); at += HOUR_MS) {
            left &= ~of(at);
        }
        return left;
    }

    /** As people write them, round midnight too: {@code 8-11, 22-1 h}. */
    public static String words(int hours) {
        if (hours == 0) {
            return "unknown hours";
        }
        var spans = new ArrayList<String>();
        for (var from = 0; from < OF_A_DAY; from++) {
            if (has(hours, from) && !has(hours, from - 1)) {
                var to = from;
                while (has(hours, to + 1)) {
                    to++;
                }
                spans.add(from == to ? "" + from : from + "-" + to % OF_A_DAY);
            }
        }
        return spans.isEmpty() ? "all hours" : String.join(", ", spans) + " h";
    }

    private static boolean has(int hours, int hour) {
        return (hours >> Math.floorMod(hour, OF_A_DAY) & 1) == 1;
    }

    private static long hour(long at) {
        return Math.floorDiv(at, HOUR_MS);
    }
}
