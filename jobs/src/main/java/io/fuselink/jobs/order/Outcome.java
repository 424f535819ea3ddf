/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.Feed;
import java.util.Locale;

/** What became of an event, decided once by the step that owns it: events in = processed + dead letters + late + duplicates. */
public enum Outcome {
    PROCESSED,
    DEAD_LETTER,
    LATE,
    DUPLICATE;

    /** Name of the job's counter of this outcome of a feed, such as {@code conservation.processed.calls}. */
    public String counter(Feed feed) {
        return "conservation." + name().toLowerCase(Locale.ROOT) + "." + feed.wireName();
    }
}
