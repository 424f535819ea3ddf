/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Feed;
import io.fuselink.jobs.order.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a detection job says it did with its events, read from its counters: nothing is dropped
 * silently, so every event that came in is in exactly one outcome.
 */
public final class JobAccounts {
    private final Map<String, Long> counters = new TreeMap<>();

    /** Reads the accumulators of a running or finished job. */
    public JobAccounts(Map<String, Object> accumulators) {
        accumulators.forEach(
                (name, value) -> {
                    if (value instanceof Number number) {
                        counters.put(name, number.longValue());
                    }
                });
    }

    /** Events of all feeds with this outcome. */
    public long total(Outcome outcome) {
        return Arrays.stream(Feed.values()).mapToLong(f -> of(outcome, f)).sum();
    }

    public long of(Outcome outcome, Feed feed) {
        return counters.getOrDefault(outcome.counter(feed), 0L);
    }

    /** Events of a feed that have come to any outcome. */
    public long accounted(Feed feed) {
        return Arrays.stream(Outcome.values()).mapToLong(o -> of(o, feed)).sum();
    }

    public long accounted() {
        return Arrays.stream(Feed.values()).mapToLong(this::accounted).sum();
    }

    /** Events of a feed as they left the sources. */
    public long received(Feed feed) {
        return counters.getOrDefault("events-in." + feed.wireName(), 0L);
    }

    /** Counters below a prefix, without it, such as {@code signal.}. */
    public Map<String, Long> below(String prefix) {
        var found = new TreeMap<String, Long>();
        counters.forEach(
                (name, count) -> {
                    if (name.startsWith(prefix)) {
                        found.put(name.substring(prefix.length()), count);
                    }
                });
        return found;
    }
}
