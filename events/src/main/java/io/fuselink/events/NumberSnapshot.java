/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * What a number's profile says at one moment: measured features of the tenure, all event time. Rules
 * read it by name, models as a vector, so that both see the same numbers. {@code NaN} = unknown.
 *
 * @param at the moment, epoch ms
 * @param attempts10m call attempts in the last 10 minutes; likewise for 1 h and 24 h
 * @param answered24h answered attempts of the last 24 h
 * @param callees1h distinct recipients of the last hour; likewise for 24 h
 * @param newCalleeShare24h share of attempts to recipients never called before, 0–1
 * @param shortShare24h share of answered calls under 20 s, 0–1
 * @param longCalls24h answered calls of 10 minutes and more
 * @param meanDurationS24h mean conversation, s
 * @param callbackRatio24h reached recipients that called back, 0–1
 * @param inbound24h attempts received
 * @param gapVariation coefficient of variation of the gaps between attempts; a machine is near 0
 * @param nightShare24h share of attempts between 22:00 and 08:00 Beijing time, 0–1
 * @param ageDays days since the number was first seen
 * @param idleDays days of silence before the present activity
 * @param cells24h distinct calling cells; likewise devices
 * @param provinceEntropy24h entropy of recipients' provinces, bits
 * @param boundShare24h share of attempts covered by a live binding, 0–1
 * @param unbound1h attempts through middle numbers without a binding
 * @param unboundMiddleNumbers1h distinct middle numbers of those
 * @param spoofed24h attempts with a spoof shape
 * @param officialShare24h share of attempts to short codes and registered service lines, 0–1
 * @param purpose registered or bound use, null when none is known
 * @param deviceTk last calling device; likewise trunk, cell and lease, null when unknown
 * @param speech24h what it has said in calls of the last 24 h, null when nobody heard it
 */
public record NumberSnapshot(
        Subject subject,
        long at,
        String eventId,
        NumberClass numberClass,
        int attempts10m,
        int attempts1h,
        int attempts24h,
        int answered24h,
        int callees1h,
        int callees24h,
        double newCalleeShare24h,
        double shortShare24h,
        int longCalls24h,
        double meanDurationS24h,
        double callbackRatio24h,
        int inbound24h,
        double gapVariation,
        double nightShare24h,
        double ageDays,
        double idleDays,
        int cells24h,
        int devices24h,
        double provinceEntropy24h,
        double boundShare24h,
        int unbound1h,
        int unboundMiddleNumbers1h,
        int spoofed24h,
        double officialShare24h,
        PurposeClass purpose,
        String deviceTk,
        String trunkId,
        String cellTk,
        String leaseKey,
        Speech speech24h)
        implements Ordered {

    /** Distinct recipients per attempt over 24 h, 0–1: near 1 for list diallers, low for who calls one line again and again. */
    public double dispersion24h() {
        return attempts24h == 0 ? 0 : (double) callees24h / attempts24h;
    }

    /** Distinct recipients per attempt over the last hour, 0–1. */
    public double dispersion1h() {
        return attempts1h == 0 ? 0 : (double) callees1h / attempts1h;
    }

    /** Answered share of attempts over 24 h (answer-seizure ratio), 0–1. */
    public double answerRatio24h() {
        return attempts24h == 0 ? 0 : (double) answered24h / attempts24h;
    }

    /** Received per made attempts over 24 h. */
    public double inboundRatio24h() {
        return attempts24h == 0 ? inbound24h : (double) inbound24h / attempts24h;
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return eventId;
    }
}
