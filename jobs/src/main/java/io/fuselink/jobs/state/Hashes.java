/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** 64-bit hashes of ids and tokens, for state that only asks whether two are the same. */
public final class Hashes {
    private Hashes() {}

    /** Of an id in the name spaces of these words. */
    public static long of(String s, Enum<?>... words) {
        var h = of(s);
        for (var word : words) {
            h = avalanche(h ^ (word.ordinal() + 1) * 0x9e3779b97f4a7c15L);
        }
        return h;
    }

    /** FNV-1a with a final avalanche; stable across versions, since it lives in state. */
    public static long of(String s) {
        var h = 0xcbf29ce484222325L;
        for (var i = 0; i < s.length(); i++) {
            h = (h ^ s.charAt(i)) * 0x100000001b3L;
        }
        return avalanche(h);
    }

    /** Of two hashes together, in this order. */
    public static long of(long one, long other) {
        return avalanche(one * 0x9e3779b97f4a7c15L ^ other);
    }

    private static long avalanche(long h) {
        var mixed = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
        return mixed ^ (mixed >>> 32);
    }
}
