/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** Through whose middle numbers a number called last, from where, and behind which enterprise's trunk. */
public final class LeaseOfNumber {
    public String leaseKey;
    public String cellTk;
    public long lastHeard;

    /** Null when it calls behind none; likewise the lease. */
    public String trunkId;

    public long trunkHeard;
}
