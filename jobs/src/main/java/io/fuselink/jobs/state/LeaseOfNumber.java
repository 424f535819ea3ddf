/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** Through whose middle numbers a number called last, and from where. */
public final class LeaseOfNumber {
    public String leaseKey;
    public String cellTk;
    public long lastHeard;
}
