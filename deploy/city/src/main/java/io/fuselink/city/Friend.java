/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.AmountBucket;
import io.fuselink.events.FundRisk;
import io.fuselink.events.ReportChannel;
import io.fuselink.events.SmsTemplate;
import java.util.List;

/**
 * Calls a small circle, is called by it, and calls back what was missed; and now and then a stranger,
 * who does not. People differ: some hardly call and some all day, some talk for seconds and some for
 * an hour, some are never answered.
 */
final class Friend implements Resident {
    private static final long GAP_LEAST_MS = 60_000;
    private static final double CALLS_BACK = 0.6;
    private static final double TALKS_LONG = 0.02;
    private static final double LISTENS = 0.01;
    private static final double SEEN = 0.25;
    private static final double GETS_MESSAGE = 0.2;
    private static final double PAYS = 0.03;

    /** Strangers who took a call by mistake and mark it on a day of much ado: no evidence by itself. */
    private static final double MARKED = 0.8;

    private final World world;
    private final Line line;
    private final List<Line> circle;
    private final Dice dice;
    private final double meanGapMs;
    private final double answered;
    private final double meanTalkMs;
    private final double strangers;

    Friend(World world, Line line, List<Line> circle, Dice dice) {
        this.world = world;
        this.line = line;
        this.circle = circle;
        this.dice = dice;
        this.meanGapMs = 9 * 60_000.0 + trait(1) * 27 * 60_000;
        this.answered = 0.35 + trait(7) * 0.55;
        this.meanTalkMs = 20_000 + trait(13) * 160_000;
        this.strangers = trait(19) * 0.6;
    }

    /** What somebody is like, 0–1: always the same for the same number. */
    private double trait(int bits) {
        return (line.tk().hashCode() >>> bits & 0x3ff) / 1_023.0;
    }

    @Override
    public long act(long now) {
        var stranger = dice.chance(strangers);
        var other = stranger ? Line.of(world.book.outsider()) : dice.pick(circle);
        var talk = world.network.place(Dial.direct(line, other.phone()), outcome(), now, dice);
        if (!stranger && !talk.answered() && dice.chance(CALLS_BACK)) {
            var back = talk.endedAt() + dice.between(60_000, 20 * 60_000);
            var answer = Outcome.answered(dice, talkMs());
            world.network.place(Dial.direct(other, line.phone()), answer, back, dice);
        } else if (!stranger && dice.chance(LISTENS)) {
            world.recorder.onHandset(talk, world.scripts.pick(Scripts.FRIENDS, dice), dice);
        }
        if (stranger && talk.answered() && annoys()) {
            var at = talk.endedAt() + dice.between(20_000, 300_000);
            world.complaints.report(talk, ReportChannel.HANDSET_MARK, null, null, at);
        }
        liveOn(now);
        return DayShape.WAKING.next(now + GAP_LEAST_MS, meanGapMs, dice);
    }

    private boolean annoys() {
        return world.plan.incident() == Incident.BAD_THRESHOLD && dice.chance(MARKED);
    }

    /** What else happens on such a day: cells, messages, small payments. */
    private void liveOn(long now) {
        if (dice.chance(SEEN)) {
            world.radio.notice(line, now, dice);
        }
        if (dice.chance(GETS_MESSAGE)) {
            var kind = dice.chance(0.7) ? SmsTemplate.EXPRESS : SmsTemplate.OTHER;
            world.messages.errand(line.phone(), kind, now);
        }
        if (dice.chance(PAYS)) {
            world.messages.code(line.phone(), now);
            var payee = dice.pick(circle).phone();
            var small = new Bank.Movement(AmountBucket.UNDER_1K, dice.chance(0.2), FundRisk.NONE);
            world.bank.pay(line.phone(), world.bank.accountOf(payee), small, now + 30_000);
        }
    }

    private Outcome outcome() {
        if (dice.chance(answered)) {
            return Outcome.answered(dice, talkMs());
        }
        return dice.chance(0.2) ? Outcome.busy(dice) : Outcome.noAnswer(dice);
    }

    private long talkMs() {
        return dice.chance(TALKS_LONG)
                ? dice.between(600_000, 1_500_000)
                : 6_000 + dice.exponential(meanTalkMs);
    }
}
