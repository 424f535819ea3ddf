/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Feed;
import java.util.Map;
import java.util.TreeMap;

/** Counts per feed as they are written down. */
final class Counts {
    private Counts() {}

    static Map<String, Long> byName(Map<Feed, Long> counts) {
        var named = new TreeMap<String, Long>();
        counts.forEach((feed, count) -> named.put(feed.wireName(), count));
        return named;
    }

    /** @param counts by place of the feed; a feed without any is left out */
    static Map<String, Long> byName(long[] counts) {
        var named = new TreeMap<String, Long>();
        for (var feed : Feed.values()) {
            if (counts[feed.ordinal()] > 0) {
                named.put(feed.wireName(), counts[feed.ordinal()]);
            }
        }
        return named;
    }
}
