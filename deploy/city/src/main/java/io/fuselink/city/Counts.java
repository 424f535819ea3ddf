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
}
