/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** 64-bit hashes of ids and tokens, for state that only asks whether two are the same. */
public final class Hashes {
    private Hashes() {}

    /** FNV-1a with a final avalanche; stable across versions, since it lives in state. */
    public static long of(String s) {
        var h = 0xcbf29ce484222325L;
        for (var i = 0; i < s.length(); i++) {
            h = (h ^ s.charAt(i)) * 0x100000001b3L;
        }
        h ^= h >>> 32;
        h *= 0xd6e8feb86659fd93L;
        return h ^ (h >>> 32);
    }
}
