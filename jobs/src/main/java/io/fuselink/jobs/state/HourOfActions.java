/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** Actionable assessments of one detector in one hour. */
public final class HourOfActions {
    public long hour;
    public int spent;
    public boolean paged;
}
