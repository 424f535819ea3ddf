/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Ids of the last two minutes, to drop what a feed sends twice. Kept as 64-bit hashes: at a thousand
 * ids a false hit has a chance of about 1 in 10<sup>13</sup>.
 */
public final class RecentIds {
    /** How long an id is remembered, ms; live feeds repeat within seconds. */
    static final long KEPT_MS = 120_000;

    public List<SeenId> seen = new ArrayList<>();

    /** One remembered id. */
    public record SeenId(long hash, long at) {}

    /** Remembers the id; false when it was there already. */
    public boolean add(String id, long now) {
        return add(Hashes.of(id), now);
    }

    /** The same for the hash of an id. */
    public boolean add(long hash, long now) {
        forget(now);
        for (var s : seen) {
            if (s.hash() == hash) {
                return false;
            }
        }
        seen.add(new SeenId(hash, now));
        return true;
    }

    /** Lets go of ids that are too old to come again. */
    void forget(long now) {
        seen.removeIf(s -> s.at() < now - KEPT_MS);
    }
}
