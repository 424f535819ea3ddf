/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * One figure of the responsibility ledger or of the pilot's indicators: what was counted about whom in a
 * period, of how many, and what that makes.
 *
 * @param id H(indicator, scope, party, period): counted again it replaces itself
 * @param indicator stable name; docs/indicators.md defines it, the same in every phase
 * @param party null for {@link LedgerScope#ALL}
 * @param phase name of the pilot's phase the period lies in, null when none was given
 * @param count what was counted; {@code base} of how many
 * @param value what that makes, in {@code unit}; NaN when there is nothing to divide by
 * @param low lower end of the 95 % interval, NaN without one; likewise high
 * @param ranked whether there are enough cases for a comparison with others
 * @param periodStart begin of the period, epoch ms; {@code periodEndAt} its end, exclusive
 * @param at same as {@code periodStart}
 */
public record LedgerEntry(
        String id,
        String indicator,
        LedgerScope scope,
        String party,
        String phase,
        long count,
        long base,
        double value,
        double low,
        double high,
        String unit,
        boolean ranked,
        long periodStart,
        long periodEndAt,
        long at)
        implements Ordered {

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id;
    }
}
