/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Initiator;
import java.util.List;
import java.util.stream.IntStream;

/** Calls harvested middle numbers, one after the other, without ever having had a binding. */
final class UnboundCaller implements Resident {
    private static final int HARVESTED = 6;

    private final World world;
    private final Line line;
    private final Lease lease;
    private final List<Phone> harvested;
    private final long pace;
    private final Dice dice;
    private int attempts;

    UnboundCaller(
            World world, Line line, Lease lease, List<Phone> harvested, long pace, Dice dice) {
        this.world = world;
        this.line = line;
        this.lease = lease;
        this.harvested = harvested;
        this.pace = pace;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var lease = Courier.lease(town, n);
        var line = town.handset(Persona.NO_BINDING_SPOOFER, n);
        var pace = town.intensity().pace(1_500_000, 240_000);
        var harvested = harvest(town, lease, n);
        var dice = town.dice(Persona.NO_BINDING_SPOOFER, 2L * n);
        town.enrol(
                new UnboundCaller(town.world, line, lease, harvested, pace, dice),
                dice.between(60_000, 600_000));
        town.campaign(
                "unbound-" + n,
                Persona.NO_BINDING_SPOOFER,
                List.of(line),
                List.of("LEASE:" + lease.poolKey()),
                List.of());
    }

    /** Middle numbers off parcel labels, whosever they are today. */
    private static List<Phone> harvest(Town town, Lease lease, int n) {
        if (lease.numbers().isEmpty()) {
            return town.middleNumbers(lease, HARVESTED);
        }
        return IntStream.range(0, HARVESTED)
                .mapToObj(i -> lease.numbers().get((n + i * 11) % lease.numbers().size()))
                .toList();
    }

    @Override
    public long act(long now) {
        var x = harvested.get(attempts++ % harvested.size());
        // Whom the platform would have reached is not known: the middle number stands for them.
        var route = new Route(x, null, Initiator.OTHER, lease.poolKey());
        world.network.place(Dial.through(line, x, route), Outcome.noBinding(dice), now, dice);
        return now + dice.between(pace * 4 / 5, pace * 6 / 5);
    }
}
