/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.Arrays;

/**
 * 32-bit fingerprints of the CDRs of the last twelve hours, since a platform repeats a push for up to
 * ten and a half. Packed as minute and fingerprint in one long; at a thousand CDRs of one number a
 * false hit has a chance of about 1 in 4 million.
 */
public final class CdrFingerprints {
    private static final long KEPT_MINUTES = 12 * 60;

    public long[] seen = {};

    /** Remembers the CDR; false when it was there already. */
    public boolean add(String id, long now) {
        return add(Hashes.of(id), now);
    }

    /** The same for the hash of an id. */
    public boolean add(long hash, long now) {
        var minute = Math.floorDiv(now, 60_000L);
        var print = hash & 0xffff_ffffL;
        for (var s : seen) {
            if ((s & 0xffff_ffffL) == print && (s >>> 32) >= minute - KEPT_MINUTES) {
                return false;
            }
        }
        var kept = new long[seen.length + 1];
        var size = 0;
        for (var s : seen) {
            if ((s >>> 32) >= minute - KEPT_MINUTES) {
                kept[size++] = s;
            }
        }
        kept[size++] = minute << 32 | print;
        seen = size == kept.length ? kept : Arrays.copyOf(kept, size);
        return true;
    }
}
