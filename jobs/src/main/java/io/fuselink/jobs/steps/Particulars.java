/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.NumberClass;
import io.fuselink.events.Ordered;
import io.fuselink.events.PurposeClass;
import java.util.List;

/**
 * What a number's profile knows about the number itself, for whoever must decide about it: its present
 * holder, where it belongs, and whom it reached.
 *
 * @param epoch the present holder
 * @param province home province, GB/T 2260, null when unknown
 * @param callees whom it reached lately, newest call first, each once, at most {@link #CALLEES}
 * @param leaseKey lease of the middle numbers it called through last, null for none
 * @param deviceTk last calling device; likewise cell, null when unknown
 */
public record Particulars(
        String numberTk,
        int epoch,
        NumberClass numberClass,
        String province,
        List<String> callees,
        String deviceTk,
        String cellTk,
        PurposeClass purpose,
        long at,
        String leaseKey)
        implements Ordered {
    /** People who are warned about one number at most. */
    public static final int CALLEES = 20;

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return numberTk;
    }
}
