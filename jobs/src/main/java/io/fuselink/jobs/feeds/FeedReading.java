/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.feeds;

import io.fuselink.events.HealthState;
import io.fuselink.events.Ordered;

/**
 * How the bindings of a platform arrive from a time on.
 *
 * @param state HEALTHY, LAGGING or SILENT
 * @param spokenTo up to when the platform has told of its bindings, epoch ms
 * @param at when this was known, epoch ms
 */
public record FeedReading(String platform, HealthState state, long spokenTo, long at)
        implements Ordered {

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return platform;
    }
}
