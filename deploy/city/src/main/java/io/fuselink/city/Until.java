/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** A resident who gives up at a moment, epoch ms. */
final class Until implements Resident {
    private final Resident resident;
    private final long end;

    Until(Resident resident, long end) {
        this.resident = resident;
        this.end = end;
    }

    @Override
    public long act(long now) {
        return now >= end ? GONE : resident.act(now);
    }
}
