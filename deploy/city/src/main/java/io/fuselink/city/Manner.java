/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.Map;

/**
 * How soon a party answers a command, in ms after it was issued. Releases go before everything else,
 * as the executors do them.
 *
 * @param liftedAfter when a release is confirmed
 */
record Manner(long ackedAfter, long effectiveAfter, long liftedAfter) {
    private static final Map<String, Manner> OF =
            Map.of(
                    Parties.PROMPT, new Manner(5_000, 20_000, 2_000),
                    // Nine minutes: beyond any deadline for an acknowledgement.
                    Parties.SLOW, new Manner(540_000, 560_000, 2_000),
                    Parties.BANK, new Manner(10_000, 60_000, 2_000),
                    Parties.PLATFORM, new Manner(2_000, 5_000, 1_000),
                    Parties.HANDSET, new Manner(1_000, 3_000, 1_000),
                    Parties.POLICE, new Manner(30_000, 60_000, 2_000));

    /** Null for a party the city does not play. */
    static Manner of(String party) {
        return OF.get(party);
    }
}
