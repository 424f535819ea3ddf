/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.feeds;

import io.fuselink.events.Ordered;

/**
 * A sign of life: within one slot of {@link #SLOT_MS} a platform told of bindings, or calls were
 * attempted through its middle numbers. However many there were, it is one pulse.
 *
 * @param bindings whether it is bindings that were told of; else calls
 * @param delay how late they were: 0 for less than a second, n for less than 2<sup>n</sup> s
 * @param at end of the slot, epoch ms
 */
public record FeedPulse(String platform, boolean bindings, int delay, long at) implements Ordered {
    /** Length of a slot, ms. */
    public static final long SLOT_MS = 2_000;

    /** From here on one delay is as bad as another: 512 s and more. */
    static final int WORST_DELAY = 10;

    private static final long SECOND_MS = 1_000;

    /** The delay class of what came so long after it happened. */
    static int delayClass(long lateMs) {
        var seconds = Math.max(0, lateMs) / SECOND_MS;
        return Math.min(WORST_DELAY, Long.SIZE - Long.numberOfLeadingZeros(seconds));
    }

    /** The shortest delay of its class, ms. */
    long atLeastLateMs() {
        return delay == 0 ? 0 : (SECOND_MS << delay) / 2;
    }

    /** Up to when the platform has certainly told of its bindings, epoch ms. */
    long spokenTo() {
        return at - SLOT_MS - (SECOND_MS << delay);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return bindings ? "bindings-" + delay : "calls";
    }
}
