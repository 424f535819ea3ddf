/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.NumberClass;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Roams abroad and calls home over an international trunk; where the partner network forgets to say
 * that the card is roaming, the number arrives dressed as a domestic one from abroad. Looks like
 * re-origination or a relay's closer; it calls the few who call it, and asks for codes for itself.
 */
final class HikerAbroad implements Resident {
    private static final double MEAN_GAP_MS = 16 * 60_000;
    private static final double FORGOTTEN = 0.3;
    private static final double USES_BANK = 0.15;
    private static final int CIRCLE = 4;
    private static final CallHabit HABIT =
            new CallHabit(0.7, 0, 40_000, 300_000, 0.3, 0.05, Scripts.FRIENDS);

    private final World world;
    private final Line line;
    private final List<Line> circle;
    private final Caller caller;
    private final Dice dice;

    private HikerAbroad(World world, Line line, List<Line> circle, Dice dice) {
        this.world = world;
        this.line = line;
        this.circle = circle;
        this.caller = new Caller(world, HABIT, dice);
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var home = town.handset(Persona.HIKER_ABROAD, n);
        var abroad =
                new Line(
                        home.phone(),
                        home.imsi(),
                        null,
                        null,
                        null,
                        new Trunk("intl-gateway", TrunkType.INTL));
        var circle = IntStream.range(0, CIRCLE).mapToObj(i -> town.friend(n * 17L + i)).toList();
        var dice = town.dice(Persona.HIKER_ABROAD, n);
        town.enrol(
                new HikerAbroad(town.world, abroad, circle, dice), dice.between(60_000, 900_000));
    }

    @Override
    public long act(long now) {
        var phone = line.phone();
        var shown =
                dice.chance(FORGOTTEN)
                        ? new Presented(
                                phone.display(), NumberClass.MOBILE, SpoofShape.INTL_DOMESTIC)
                        : Presented.truly(phone);
        caller.call(line, dice.pick(circle), shown, now);
        if (dice.chance(USES_BANK)) {
            world.messages.code(phone, now + 5_000);
        }
        return DayShape.EVEN.next(now + 60_000, MEAN_GAP_MS, dice);
    }
}
