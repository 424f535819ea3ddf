/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import io.fuselink.events.ActionType;
import io.fuselink.events.Ids;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PartyType;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.TargetType;
import java.util.List;

/** Legs of a month of a busy centre: forty parties, every action and state, the same for the same number. */
final class ManyLegs {
    /** 2026-03-01 in UTC, epoch ms. */
    static final long START = 1_772_323_200_000L;

    private static final long MONTH_MS = 30L * 24 * 3_600_000;
    static final long END = START + MONTH_MS;

    private static final int PARTIES = 40;
    private static final int LEGS_OF_A_BUNDLE = 6;

    /** Coprime to everything here, so that consecutive legs differ in all respects. */
    private static final long STRIDE = 48_271;

    private ManyLegs() {}

    static Leg leg(long n) {
        var mixed = n * STRIDE;
        var action = one(ActionType.values(), mixed);
        var state = one(LegState.values(), mixed / 7);
        var asked = START + mixed * 1_009 % MONTH_MS;
        var sent = state.rank() >= LegState.ISSUED.rank() ? asked + 1_000 : 0;
        var bundle = Ids.hash("bundle", n / LEGS_OF_A_BUNDLE);
        return new Leg(
                Ids.hash("leg", n),
                bundle,
                4,
                action,
                "party-" + mixed % PARTIES,
                one(PartyType.values(), mixed),
                TargetType.NUMBER,
                bundle,
                (int) (2 + mixed % 3),
                state,
                mixed % 23 == 0,
                mixed % 97 == 0,
                mixed % 101 == 0,
                asked,
                sent,
                sent == 0 ? 0 : sent + mixed % 30_000,
                sent == 0 ? 0 : sent + 30_000 + mixed % 60_000,
                state.closed() ? asked + 3_600_000 : 0,
                asked + 86_400_000,
                asked + 300_000,
                "number-model",
                "反电信网络诈骗法 第十一条",
                "fuselink",
                null,
                asked + 60_000,
                1,
                1,
                false,
                false,
                1,
                null,
                0,
                0,
                0,
                0,
                null,
                null,
                List.of(),
                String.valueOf(11 + mixed % 30),
                one(NumberClass.values(), mixed / 3),
                one(PurposeClass.values(), mixed / 11));
    }

    private static <T> T one(T[] values, long n) {
        return values[(int) (n % values.length)];
    }
}
