/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.TrunkType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Calls from abroad in the name of a bank or an authority, the bolder the more often under its very
 * number: golden case G12. Looks like customer service, whose lines call strangers too; theirs do
 * not come in over an international trunk.
 */
final class SpoofedHotline implements Resident {
    private static final List<String> MASKS =
            List.of("+8695588", "0086110", "02095588", "+8612381");
    private static final double BELIEVED = 0.12;

    private final Line line;
    private final CallList list;
    private final double masked;
    private final long pace;
    private final Caller caller;
    private final MoneyTrail trail;
    private final Dice dice;

    private SpoofedHotline(
            World world, String name, Line line, CallList list, Intensity how, Dice dice) {
        this.line = line;
        this.list = list;
        this.masked = how.between(0, 0.9);
        this.pace = how.pace(600_000, 150_000);
        this.caller =
                new Caller(
                        world,
                        new CallHabit(
                                how.between(0.5, 0.3), 0.1, 5_000, 45_000, 0.03, 0.3, Scripts.BANK),
                        dice);
        this.trail = new MoneyTrail(world, name, line.phone());
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var how = town.intensity();
        var name = "hotline-mask-" + n;
        var gateway = new Trunk("intl-gateway", TrunkType.INTL);
        var members =
                IntStream.range(0, how.count(2, 4))
                        .mapToObj(i -> "+852" + (51_240_000 + (n * 10 + i) % 60_000))
                        .map(town.world.book::known)
                        .map(phone -> town.known(phone, Persona.SPOOFED_HOTLINE))
                        .map(phone -> Line.onTrunk(phone, gateway))
                        .toList();
        for (var i = 0; i < members.size(); i++) {
            var dice = town.dice(Persona.SPOOFED_HOTLINE, n * 100L + i);
            town.enrol(
                    new SpoofedHotline(
                            town.world, name, members.get(i), town.strangers(0.4), how, dice),
                    dice.between(60_000, 600_000));
        }
        town.campaign(name, Persona.SPOOFED_HOTLINE, members, List.of(), List.of());
    }

    @Override
    public long act(long now) {
        var shown =
                dice.chance(masked)
                        ? Presented.mask(dice.pick(MASKS))
                        : Presented.truly(line.phone());
        var talk = caller.call(line, list.next(dice), shown, now);
        if (talk.answered() && dice.chance(BELIEVED)) {
            trail.lay(talk, dice);
        }
        return now + dice.between(pace / 2, pace * 3 / 2);
    }
}
