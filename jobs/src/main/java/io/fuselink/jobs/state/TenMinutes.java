/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** What one number did in ten minutes of event time. */
public final class TenMinutes {
    static final long WIDTH_MS = 600_000;

    public long start;
    public int attempts;
    public int answered;
    public int shortCalls;
    public int longCalls;
    public long talkMs;
    public int inbound;
    public int atNight;
    public int bound;
    public int newCallees;
    public int spoofed;
    public int official;
    public int unbound;

    /** Attempts to numbers that do not exist. */
    public int vacant;

    /** Calls back by those it called, and those of them that found it vacant or switched off. */
    public int calledBack;

    public int calledBackInVain;

    /** First calls by strangers who came as campaigns come. */
    public int exposures;

    public Distinct callees = new Distinct();
}
