/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.CityPlan;
import io.fuselink.events.Feed;
import io.fuselink.jobs.JobAccounts;

/**
 * What a rehearsed city made of the detection.
 *
 * @param events wire events that came in
 * @param calls wire events of the calls feed
 * @param signals facts derived from them; stays below 2 in a hundred calls
 */
public record Rehearsed(
        long seed, double intensity, long events, long calls, long signals, TruthCheck truth) {

    static Rehearsed of(CityPlan plan, TruthCheck truth, JobAccounts accounts) {
        var events = 0L;
        for (var feed : Feed.values()) {
            events += accounts.received(feed);
        }
        return new Rehearsed(
                plan.seed(),
                plan.intensity(),
                events,
                accounts.received(Feed.CALLS),
                accounts.below("signal.").values().stream().mapToLong(Long::longValue).sum(),
                truth);
    }
}
