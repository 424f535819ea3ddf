/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Instruction;
import io.fuselink.events.PolicePush;
import io.fuselink.events.PushTarget;
import io.fuselink.events.ReportChannel;
import io.fuselink.events.Source;
import io.fuselink.events.TargetType;
import io.fuselink.events.TrunkType;
import io.fuselink.events.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hands one victim after another from a short call of "customer service" to a long one of "the
 * police", who want the money on a safe account. Some victims report; then the police act.
 */
final class RelayCrew implements Resident {
    private static final int OPENERS = 4;

    /** From this intensity on the crew imitates the police's own number. */
    private static final double DARES = 0.4;

    /** The last victim must have been heard to the end before the play is over, ms. */
    private static final long LONGEST_MS = 55 * 60_000;

    private static final long BEGINS_MS = 4 * 60_000;
    private static final long SHORTEST_WINDOW_MS = 5 * 60_000;
    private static final long HAND_OVER_LEAST_MS = 180_000;
    private static final long HAND_OVER_MOST_MS = 900_000;
    private static final long REPORTS_AFTER_LEAST_MS = 240_000;
    private static final long REPORTS_AFTER_MOST_MS = 600_000;
    private static final long POLICE_TAKE_MS = 480_000;
    private static final long LOSS_FEN = 8_600_000;

    /** Makes the long call, under the number its victims shall see. */
    record Closer(Line line, Presented presented) {}

    private final World world;
    private final String name;
    private final List<Line> openers;
    private final List<Closer> closers;
    private final List<Line> victims;
    private final long pace;
    private final Dice dice;
    private final MoneyTrail trail;
    private int worked;

    /**
     * @param openers make the first, short call
     * @param closers make the second, long one
     * @param pace time from one victim to the next, ms
     */
    RelayCrew(
            World world,
            String name,
            List<Line> openers,
            List<Closer> closers,
            List<Line> victims,
            long pace,
            Dice dice) {
        this.world = world;
        this.name = name;
        this.openers = openers;
        this.closers = closers;
        this.victims = victims;
        this.pace = pace;
        this.dice = dice;
        this.trail = new MoneyTrail(world, name, openers.get(0).phone());
    }

    static void settle(Town town, int n) {
        var how = town.intensity();
        var name = "relay-" + n;
        var trunk = new Trunk("ent-relay-" + n, TrunkType.ENT);
        var openers = town.virtualNumbers(OPENERS, Persona.RELAY_IMPERSONATOR, trunk);
        var closers = closers(town, n, trunk);
        var count = how.count(3, 7);
        var victims =
                IntStream.range(0, count)
                        .mapToObj(i -> town.friend((n * (long) count + i) * 7))
                        .toList();
        var betweenVictims = ListDialler.Habit.of(how, 1_200_000, 420_000, Scripts.OPENER);
        ListDialler.settle(town, openers, betweenVictims, Persona.RELAY_IMPERSONATOR, n);
        var window =
                Math.max(SHORTEST_WINDOW_MS, town.world.plan.lengthMs() - BEGINS_MS - LONGEST_MS);
        var dice = town.dice(Persona.RELAY_IMPERSONATOR, -1 - n);
        town.enrol(
                new RelayCrew(town.world, name, openers, closers, victims, window / count, dice),
                BEGINS_MS);
        var members = new ArrayList<>(openers);
        closers.forEach(closer -> members.add(closer.line()));
        members.forEach(m -> town.cards.open(m.phone(), Card.batch(m.phone(), name, 24, 5)));
        town.campaign(
                name, Persona.RELAY_IMPERSONATOR, members, List.of("TRUNK:" + trunk.id()), victims);
    }

    /** Two on the openers' trunk, masked as the police if they dare, and one from abroad under its own number. */
    private static List<Closer> closers(Town town, int n, Trunk trunk) {
        var lines = town.virtualNumbers(2, Persona.RELAY_IMPERSONATOR, trunk);
        var abroad =
                town.known(
                        town.world.book.known("+852" + (51_230_000 + n % 10_000)),
                        Persona.RELAY_IMPERSONATOR);
        var masked = town.intensity().value() >= DARES;
        return List.of(
                closer(lines.get(0), masked ? Presented.mask("+86110") : null),
                closer(lines.get(1), masked ? Presented.mask("020110") : null),
                closer(Line.onTrunk(abroad, new Trunk("intl-gateway", TrunkType.INTL)), null));
    }

    private static Closer closer(Line line, Presented mask) {
        return new Closer(line, mask == null ? Presented.truly(line.phone()) : mask);
    }

    @Override
    public long act(long now) {
        var victim = victims.get(worked);
        var first = open(victim, now);
        var second =
                close(
                        victim,
                        first.endedAt() + dice.between(HAND_OVER_LEAST_MS, HAND_OVER_MOST_MS));
        if (worked % 2 == 0) {
            trail.lay(second, dice);
            var channel = worked % 4 == 0 ? ReportChannel.C96110 : ReportChannel.C12321;
            var at = second.endedAt() + dice.between(REPORTS_AFTER_LEAST_MS, REPORTS_AFTER_MOST_MS);
            world.complaints.report(second, channel, "公安局", LOSS_FEN, at);
            if (worked == 0) {
                policeAct(second, at + POLICE_TAKE_MS);
            }
        }
        worked++;
        return worked == victims.size() ? GONE : now + pace;
    }

    private Talk open(Line victim, long at) {
        var from = openers.get(worked % openers.size());
        var outcome = Outcome.answered(dice, dice.between(45_000, 160_000));
        var talk = world.network.place(Dial.direct(from, victim.phone()), outcome, at, dice);
        world.recorder.onHandset(talk, world.scripts.pick(Scripts.OPENER, dice), dice);
        return talk;
    }

    private Talk close(Line victim, long at) {
        var closer = closers.get(worked % closers.size());
        var dial = Dial.direct(closer.line(), victim.phone()).presenting(closer.presented());
        var outcome = Outcome.answered(dice, dice.between(720_000, 1_500_000));
        var talk = world.network.place(dial, outcome, at, dice);
        world.recorder.onHandset(talk, world.scripts.pick(Scripts.SAFE_ACCOUNT, dice), dice);
        return talk;
    }

    /** The number is to be blocked, and the account the money went to frozen. */
    private void policeAct(Talk second, long at) {
        push(
                Instruction.BLOCK,
                new PushTarget(TargetType.NUMBER, second.dial().from().tk(), null),
                Duration.ofDays(30),
                at);
        push(
                Instruction.FREEZE,
                new PushTarget(TargetType.ACCOUNT, trail.muleAccount(), null),
                Duration.ofHours(48),
                at + 1_000);
    }

    private void push(Instruction what, PushTarget target, Duration length, long at) {
        var id = "push-" + name + "-" + what;
        var push =
                new PolicePush(
                        id,
                        "440100",
                        "广州市公安局反诈中心",
                        what,
                        List.of(target),
                        "case-" + name,
                        "《中华人民共和国反电信网络诈骗法》",
                        at,
                        at + length.toMillis(),
                        "seal-" + name,
                        Urgency.URGENT,
                        null);
        world.gateways.send(id, Source.POLICE, Parties.POLICE, at, at + 200, push);
    }
}
