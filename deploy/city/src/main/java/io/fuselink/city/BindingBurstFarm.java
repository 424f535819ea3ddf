/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Binding;
import io.fuselink.events.Initiator;
import io.fuselink.events.PurposeClass;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Binds a burst of strangers to a few numbers under a parcel lease, calls each within seconds, drops
 * all bindings, rests. Looks like a courier at the busiest hour; no parcel has ever as many bindings
 * as calls, and no courier works in bursts.
 */
final class BindingBurstFarm implements Resident {
    private static final int SELLERS = 3;
    private static final int NUMBERS = 60;
    private static final long CALLS_AFTER_MS = 4_000;

    private final World world;
    private final List<Line> sellers;
    private final Lease lease;
    private final List<Phone> numbers;
    private final CallList list;
    private final int burst;
    private final long rest;
    private final Dice dice;
    private int bound;

    private BindingBurstFarm(
            World world,
            List<Line> sellers,
            Lease lease,
            List<Phone> numbers,
            CallList list,
            int burst,
            long rest,
            Dice dice) {
        this.world = world;
        this.sellers = sellers;
        this.lease = lease;
        this.numbers = numbers;
        this.list = list;
        this.burst = burst;
        this.rest = rest;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var how = town.intensity();
        var lease = town.lease("flash-parcel-" + n, PurposeClass.EXPRESS);
        var sellers =
                IntStream.range(0, SELLERS)
                        .mapToObj(i -> town.handset(Persona.BINDING_BURST_FARM, n + 3L))
                        .toList();
        var dice = town.dice(Persona.BINDING_BURST_FARM, n);
        town.enrol(
                new BindingBurstFarm(
                        town.world,
                        sellers,
                        lease,
                        town.middleNumbers(lease, NUMBERS),
                        town.strangers(0.1),
                        how.count(6, 40),
                        how.pace(1_800_000, 480_000),
                        dice),
                dice.between(120_000, 600_000));
        town.campaign(
                "burst-farm-" + n,
                Persona.BINDING_BURST_FARM,
                sellers,
                List.of("LEASE:" + lease.poolKey()),
                List.of());
    }

    @Override
    public long act(long now) {
        var at = now;
        for (var i = 0; i < burst; i++) {
            serve(at);
            at += dice.between(1_500, 5_000);
        }
        return at + dice.between(rest * 3 / 4, rest * 5 / 4);
    }

    private void serve(long at) {
        var seller = sellers.get(bound % sellers.size());
        var stranger = list.next(dice);
        var x = numbers.get(bound++ % numbers.size());
        var until = at + 600_000;
        var binding = bind(seller.phone(), stranger.phone(), x, at, until);
        var route = new Route(x, binding.subId(), Initiator.A, lease.poolKey());
        var outcome =
                dice.chance(0.3)
                        ? Outcome.answered(dice, dice.between(4_000, 40_000))
                        : Outcome.noAnswer(dice);
        var talk =
                world.network.place(
                        Dial.through(seller, stranger.phone(), route),
                        outcome,
                        at + CALLS_AFTER_MS,
                        dice);
        world.platform.unbind(binding, talk.endedAt() + dice.between(2_000, 15_000), dice);
    }

    /** One script takes the numbers for all of them. */
    private Binding bind(Phone seller, Phone stranger, Phone x, long at, long until) {
        var script = sellers.get(0).phone();
        return world.platform.bind(lease, seller, script, stranger, x, at, until, dice);
    }
}
