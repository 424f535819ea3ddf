/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** How many of a lease's bindings were what, within ten minutes or a day. */
public final class LeaseCounts {
    public int bound;
    public int unused;
    public int hasty;
    public int noConsent;
    public int noOrder;
    public int wrongDirection;

    /** Bindings whose two parties hold one device. */
    public int selfOrdered;

    void add(LeaseCounts more) {
        bound += more.bound;
        unused += more.unused;
        hasty += more.hasty;
        noConsent += more.noConsent;
        noOrder += more.noOrder;
        wrongDirection += more.wrongDirection;
        selfOrdered += more.selfOrdered;
    }

    void subtract(LeaseCounts gone) {
        bound -= gone.bound;
        unused -= gone.unused;
        hasty -= gone.hasty;
        noConsent -= gone.noConsent;
        noOrder -= gone.noOrder;
        wrongDirection -= gone.wrongDirection;
        selfOrdered -= gone.selfOrdered;
    }
}
