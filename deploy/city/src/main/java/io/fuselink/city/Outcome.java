/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.FailClass;
import io.fuselink.events.ReleaseDirection;

/**
 * How an attempt goes, in ms after the caller dialled.
 *
 * @param ringAfter −1 when it never rang; likewise {@code answerAfter}
 */
record Outcome(
        FailClass fail, long ringAfter, long answerAfter, long endAfter, ReleaseDirection release) {

    static Outcome answered(Dice dice, long talkMs) {
        var ring = dice.between(800, 2_500);
        var answer = ring + dice.between(2_000, 12_000);
        var release = dice.chance(0.5) ? ReleaseDirection.CALLER : ReleaseDirection.CALLEE;
        return new Outcome(FailClass.NONE, ring, answer, answer + talkMs, release);
    }

    static Outcome noAnswer(Dice dice) {
        var ring = dice.between(800, 2_500);
        return new Outcome(
                FailClass.NO_ANSWER,
                ring,
                -1,
                ring + dice.between(12_000, 45_000),
                ReleaseDirection.CALLER);
    }

    /** The caller hangs up before anybody can answer. */
    static Outcome missed(Dice dice, long ringMs) {
        var ring = dice.between(800, 2_500);
        return new Outcome(FailClass.NO_ANSWER, ring, -1, ring + ringMs, ReleaseDirection.CALLER);
    }

    static Outcome busy(Dice dice) {
        return failed(FailClass.BUSY, dice.between(1_500, 4_000));
    }

    static Outcome emptyNumber(Dice dice) {
        return failed(FailClass.EMPTY_NUM, dice.between(1_500, 4_000));
    }

    /** The platform knows no binding between the two and refuses. */
    static Outcome noBinding(Dice dice) {
        return failed(FailClass.NO_BIND, dice.between(300, 900));
    }

    private static Outcome failed(FailClass fail, long endAfter) {
        return new Outcome(fail, -1, -1, endAfter, ReleaseDirection.PLATFORM);
    }

    boolean isAnswered() {
        return answerAfter >= 0;
    }

    boolean rang() {
        return ringAfter >= 0;
    }

    boolean refused() {
        return fail == FailClass.NO_BIND;
    }

    long talkMs() {
        return isAnswered() ? endAfter - answerAfter : 0;
    }

    int q850() {
        return switch (fail) {
            case NONE -> 16;
            case BUSY -> 17;
            case NO_ANSWER -> 19;
            case POWEROFF -> 20;
            case EMPTY_NUM -> 1;
            case REJECT, NO_BIND, BLACKLIST, FREQ_CTRL -> 21;
            case NET -> 38;
        };
    }
}
