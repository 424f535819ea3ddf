/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Feed;
import java.util.Map;

/**
 * What a play sent.
 *
 * @param sent records acknowledged by the broker per feed; heartbeats in any topic count as clock
 * @param lastHeartbeat event time the city's clock stands at, epoch ms
 * @param wallMs how long it took, ms
 */
public record PlayReport(
        Map<Feed, Long> sent, long lastHeartbeat, long wallMs, Timetable timetable) {
    public long total() {
        return sent.values().stream().mapToLong(Long::longValue).sum();
    }
}
