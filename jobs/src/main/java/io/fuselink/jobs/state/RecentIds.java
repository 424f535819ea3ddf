/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.Arrays;

/**
 * Ids of the last two minutes, to drop what a feed sends twice. Kept as 64-bit hashes: at a thousand
 * ids a false hit has a chance of about 1 in 10<sup>13</sup>.
 */
public final class RecentIds {
    /** How long an id is remembered, ms; live feeds repeat within seconds. */
    static final long KEPT_MS = 120_000;

    /** Each hash and behind it when it was seen, epoch ms. */
    public long[] seen = new long[0];

    /** Remembers the id; false when it was there already. */
    public boolean add(String id, long now) {
        return add(Hashes.of(id), now);
    }

    /** The same for the hash of an id. */
    public boolean add(long hash, long now) {
        forget(now);
        for (var i = 0; i < seen.length; i += 2) {
            if (seen[i] == hash) {
                return false;
            }
        }
        seen = Arrays.copyOf(seen, seen.length + 2);
        seen[seen.length - 2] = hash;
        seen[seen.length - 1] = now;
        return true;
    }

    /** Lets go of ids that are too old to come again. */
    void forget(long now) {
        var kept = 0;
        for (var i = 0; i < seen.length; i += 2) {
            if (seen[i + 1] >= now - KEPT_MS) {
                seen[kept] = seen[i];
                seen[kept + 1] = seen[i + 1];
                kept += 2;
            }
        }
        if (kept < seen.length) {
            seen = Arrays.copyOf(seen, kept);
        }
    }
}
