/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.AmountBucket;
import io.fuselink.events.FundDirection;
import io.fuselink.events.FundRisk;

/** What a victim who believes a caller leaves behind: codes during the call, a payment, and the money moving on. */
final class MoneyTrail {
    private static final long PAYS_LEAST_MS = 120_000;
    private static final long PAYS_MOST_MS = 600_000;
    private static final long MOVES_ON_MS = 150_000;

    private final World world;
    private final Phone holder;
    private final String mule;
    private final String next;

    /**
     * @param name of the crew, whose lent accounts these are
     * @param holder number the first of them is opened with
     */
    MoneyTrail(World world, String name, Phone holder) {
        this.world = world;
        this.holder = holder;
        this.mule = world.bank.account(name);
        this.next = world.bank.account(name + "/next");
    }

    String muleAccount() {
        return mule;
    }

    /** The called party of a conversation pays soon after it. */
    void lay(Talk talk, Dice dice) {
        var victim = talk.dial().to();
        var late = talk.answeredAt() + talk.lengthMs() * 2 / 3;
        world.messages.code(victim, late);
        world.messages.code(victim, late + dice.between(40_000, 100_000));
        world.bank.lend(mule, holder, late);
        var size = dice.chance(0.4) ? AmountBucket.FROM_50K : AmountBucket.FROM_10K_TO_50K;
        var risk = dice.chance(0.3) ? FundRisk.WATCH : FundRisk.NONE;
        var paid = talk.endedAt() + dice.between(PAYS_LEAST_MS, PAYS_MOST_MS);
        world.bank.pay(victim, mule, new Bank.Movement(size, true, risk), paid);
        world.messages.moved(victim, paid + 3_000);
        var onward = new Bank.Movement(size, false, FundRisk.MULE);
        world.bank.move(mule, FundDirection.IN, null, onward, paid + 1_000);
        world.bank.move(mule, FundDirection.OUT, next, onward, paid + MOVES_ON_MS);
    }
}
