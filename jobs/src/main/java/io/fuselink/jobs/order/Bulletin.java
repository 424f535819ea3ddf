/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.PolicyVersion;
import io.fuselink.jobs.feeds.FeedReading;

/**
 * What every task of a step is told beside its own records: a version of the policy, or how the
 * bindings of a platform arrive. One of the two is null.
 */
public record Bulletin(PolicyVersion policy, FeedReading reading) {
    public static Bulletin of(PolicyVersion policy) {
        return new Bulletin(policy, null);
    }

    public static Bulletin of(FeedReading reading) {
        return new Bulletin(null, reading);
    }
}
