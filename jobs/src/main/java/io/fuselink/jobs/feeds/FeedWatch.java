/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.feeds;

import io.fuselink.events.HealthState;

/** What is kept about the binding feed of one platform; all times epoch ms. */
public final class FeedWatch {
    public HealthState state = HealthState.HEALTHY;
    public long since;
    public long spokenTo = Long.MIN_VALUE;
    public long lastBindings;

    /** Slots with calls since {@link #lastBindings}, and the last of them. */
    public int callSlots;

    public long lastCalls;

    /** Until when late records forbid to trust the feed. */
    public long laggingUntil;

    public long lastPulse;
}
