/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Initiator;
import java.util.List;

/** Calls harvested middle numbers, one after the other, without ever having had a binding. */
final class UnboundCaller implements Resident {
    private static final long GAP_LEAST_MS = 360_000;
    private static final long GAP_MOST_MS = 540_000;

    private final World world;
    private final Line line;
    private final Lease lease;
    private final List<Phone> harvested;
    private final Dice dice;
    private int attempts;

    UnboundCaller(World world, Line line, Lease lease, List<Phone> harvested, Dice dice) {
        this.world = world;
        this.line = line;
        this.lease = lease;
        this.harvested = harvested;
        this.dice = dice;
    }

    @Override
    public long act(long now) {
        var x = harvested.get(attempts++ % harvested.size());
        // Whom the platform would have reached is not known: the middle number stands for them.
        var route = new Route(x, null, Initiator.OTHER, lease.poolKey());
        world.network.place(Dial.through(line, x, route), Outcome.noBinding(dice), now, dice);
        return now + dice.between(GAP_LEAST_MS, GAP_MOST_MS);
    }
}
