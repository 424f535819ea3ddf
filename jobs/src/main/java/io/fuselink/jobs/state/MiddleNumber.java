/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** What is kept of a middle number beside its bindings. */
public final class MiddleNumber {
    public RecentIds recentIds = new RecentIds();

    /** Who told of its bindings last, null for nobody yet. */
    public String platform;

    /** Since when it is locked, epoch ms; 0 = it is not. */
    public long lockedSince;

    /** When it will be looked whether the last event can be forgotten, epoch ms. */
    public long looksAt;
}
