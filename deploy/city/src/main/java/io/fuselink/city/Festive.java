/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** A resident on a festival day: the same deeds, three times as often. */
final class Festive implements Resident {
    private static final int TIMES = 3;

    private final Resident resident;

    Festive(Resident resident) {
        this.resident = resident;
    }

    @Override
    public long act(long now) {
        var next = resident.act(now);
        return next == GONE ? GONE : now + Math.max(1, (next - now) / TIMES);
    }
}
