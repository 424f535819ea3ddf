/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import static io.fuselink.events.LedgerScope.ALL;
import static io.fuselink.events.LedgerScope.CARRIER;
import static io.fuselink.events.LedgerScope.LESSEE;
import static io.fuselink.events.LedgerScope.PARTY;
import static io.fuselink.events.LedgerScope.PLATFORM;

import io.fuselink.events.LedgerScope;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is counted, defined once: the code counts by these lines and docs/indicators.md is generated from
 * them, so that preparation, transition and pilot are measured alike.
 */
public enum Indicator {
    CONFIRMED_FRAUD(
            EnumSet.of(ALL, CARRIER, PLATFORM, LESSEE),
            Unit.PER_100_000,
            "decisions found to be fraud",
            "bindings made in the period",
            1_000),
    RESALE_SUSPICION(
            EnumSet.of(ALL, PLATFORM, LESSEE),
            Unit.PERCENT,
            "leases that were found to be sold on (evidence RESALE_SPLIT)",
            "leases with a binding in the period",
            30),
    REISSUED_IN_QUARANTINE(
            EnumSet.of(ALL, PARTY),
            Unit.PERCENT,
            "blocked numbers given to a new holder while in quarantine (proof REISSUE)",
            "numbers with a BLOCK in effect that was decided in the period",
            30),
    LEAKS(
            EnumSet.of(ALL, PARTY),
            Unit.PER_BLOCKED,
            "calls of a blocked number that a network carried all the same (proof LEAK)",
            "numbers with a BLOCK in effect that was decided in the period; for a party those it had in effect",
            30),
    TIME_TO_ACT(
            EnumSet.of(ALL, PARTY, CARRIER, PLATFORM, LESSEE),
            Unit.SECONDS,
            "legs that took effect; the value is the median from being asked to taking effect",
            "legs that a party was asked for in the period",
            30),
    LATE_ANSWERS(
            EnumSet.of(ALL, PARTY),
            Unit.PERCENT,
            "legs whose party let the deadline of its answer pass",
            "legs that a party was asked for in the period",
            30),
    ON_700(
            EnumSet.of(ALL, CARRIER, PLATFORM, LESSEE),
            Unit.PERCENT,
            "bindings whose middle number is a 700 number of 15 digits",
            "bindings made in the period",
            1_000),
    LEFT_ON_OTHER_NUMBERS(
            EnumSet.of(ALL, CARRIER, PLATFORM, LESSEE),
            Unit.NUMBERS,
            "middle numbers of another class that still take new bindings",
            "middle numbers with a binding in the period",
            30),
    COMPLAINTS(
            EnumSet.of(ALL),
            Unit.PER_100_000,
            "reports by users, of whatever category, each once",
            "bindings made in the period",
            1_000),
    CAUGHT_BEFORE(
            EnumSet.of(ALL),
            Unit.PERCENT,
            "decisions found to be fraud whose first finding names nobody called and rests on no report, fund event or order",
            "decisions found to be fraud",
            30),
    CAUGHT_DURING(
            EnumSet.of(ALL),
            Unit.PERCENT,
            "decisions found to be fraud whose first finding names a call or somebody called and rests on no report, fund event or order",
            "decisions found to be fraud",
            30),
    CAUGHT_AFTER(
            EnumSet.of(ALL),
            Unit.PERCENT,
            "decisions found to be fraud whose first finding rests on a report, a fund event or an order, or that have none",
            "decisions found to be fraud",
            30),
    EXPOSURE(
            EnumSet.of(ALL, CARRIER, PLATFORM, LESSEE),
            Unit.MINUTES,
            "decisions with a limit in effect and a finding; the value is the median from the beginning of what the first finding saw to the first limit in effect",
            "decisions of the period",
            30),
    WRONG_BLOCKS(
            EnumSet.of(ALL, CARRIER, PLATFORM, LESSEE),
            Unit.PERCENT,
            "decisions with a limit in effect that a human found wrong or whose holder was verified",
            "decisions with a limit in effect",
            30),
    APPEALS(
            EnumSet.of(ALL),
            Unit.PERCENT,
            "decisions with a limit in effect that were contested",
            "decisions with a limit in effect",
            30),
    TIME_TO_RESTORE(
            EnumSet.of(ALL, PARTY),
            Unit.MINUTES,
            "decisions released by a human on every leg that was in effect; the value is the median from that decision to the last of its limits lifted",
            "decisions with a limit in effect that a human released",
            30),
    REPORT_FRICTION(
            EnumSet.of(ALL),
            Unit.FIELDS,
            "particulars that reporters gave beyond themselves, the number and the time; the value is how many per report",
            "reports by users, each once",
            30),
    COST_PER_REACHED(
            EnumSet.of(ALL),
            Unit.YUAN,
            "what numbers found to be fraud cost whoever used them, in fen: an account each and the minutes they talked, at the prices given",
            "people who took a call of theirs in the period",
            30),
    USEFUL_LIFE(
            EnumSet.of(ALL),
            Unit.MINUTES,
            "numbers found to be fraud that were limited; the value is the median from their first call in the period to the first limit in effect",
            "numbers found to be fraud",
            30),
    PEOPLE_SERVED(
            EnumSet.of(ALL, PLATFORM, LESSEE),
            Unit.PEOPLE,
            "people with a binding made in the period, each once (estimated within 2 %): whom a withdrawn qualification would cut off",
            "bindings made in the period",
            1);

    private final Set<LedgerScope> scopes;
    private final Unit unit;
    private final String counted;
    private final String base;
    private final long rankedFrom;

    /** What a value is measured in, and so what becomes of count and base. */
    enum Unit {
        PERCENT("%", 100, true),
        PER_100_000("per 100 000", 100_000, true),
        PER_BLOCKED("per blocked number", 1, false),
        NUMBERS("numbers", 1, false),
        FIELDS("fields per report", 1, false),
        PEOPLE("people", 1, false),
        YUAN("yuan per person reached", 0.01, false),
        SECONDS("s, median", 0.001, false),
        MINUTES("min, median", 1 / 60_000.0, false);

        private final String sign;
        private final double scale;
        private final boolean share;

        Unit(String sign, double scale, boolean share) {
            this.sign = sign;
            this.scale = scale;
            this.share = share;
        }

        /** From a count, a base and, for medians, the times in ms. */
        Interval of(long count, long base, double[] timesMs) {
            return switch (this) {
                case PERCENT, PER_100_000 -> Interval.share(count, base, scale);
                case PER_BLOCKED, FIELDS, YUAN ->
                        base == 0 ? Interval.NONE : Interval.exactly(count / (base / scale));
                case NUMBERS, PEOPLE -> Interval.exactly(count);
                case SECONDS, MINUTES -> Interval.median(timesMs, scale);
            };
        }
    }

    Indicator(Set<LedgerScope> scopes, Unit unit, String counted, String base, long rankedFrom) {
        this.scopes = scopes;
        this.unit = unit;
        this.counted = counted;
        this.base = base;
        this.rankedFrom = rankedFrom;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Set<LedgerScope> scopes() {
        return scopes;
    }

    Unit unit() {
        return unit;
    }

    String sign() {
        return unit.sign;
    }

    /** Whether count is a part of base, so that what is not counted can be told from the two. */
    boolean isShare() {
        return unit.share;
    }

    String counted() {
        return counted;
    }

    String base() {
        return base;
    }

    /** Below so many of the base a party is never compared with others. */
    long rankedFrom() {
        return rankedFrom;
    }
}
