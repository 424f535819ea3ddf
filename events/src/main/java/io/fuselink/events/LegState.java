/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Where a leg stands; it only moves to a higher rank, whatever the order in which news arrives. */
public enum LegState {
    PROPOSED(0),
    PENDING_HUMAN(1),
    AUTO_APPROVED(2),
    APPROVED(3),
    ISSUED(4),
    ACKED(5),
    EFFECTIVE(6),
    REJECTED(7),
    FAILED(8),
    EXPIRED(9),
    SUPERSEDED(10),
    LIFTED(11);

    private final int rank;

    LegState(int rank) {
        this.rank = rank;
    }

    public int rank() {
        return rank;
    }

    /** Whether nothing more is asked of the party. */
    public boolean closed() {
        return rank >= REJECTED.rank;
    }

    /** Whether the party was asked and has not been released. */
    public boolean open() {
        return rank >= ISSUED.rank && !closed();
    }
}
