/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.behaviour;

import io.fuselink.events.DeviceClass;

/**
 * What a number's profile says beside its snapshot: traits that rules judge and no model is trained on.
 * {@code NaN} = unknown.
 *
 * @param deviceClass what it sits in, null when nobody said
 * @param vacantShare24h share of attempts to numbers that do not exist, 0–1
 * @param calledBack24h calls back by those it had called
 * @param calledBackInVain24h those of them that found it vacant or switched off
 * @param boundCallees1h recipients it called inside bindings in the last hour
 * @param meanGapS mean gap between its attempts of the present stretch, s
 * @param awakeDays days since it woke up from a sleep; infinite if it never slept
 * @param sleptDays length of that sleep, days
 * @param wokeInNewDevice whether it woke up in a device it never sat in before
 * @param awayFromHome whether it calls from another province than its own
 * @param fastestKmh24h fastest move between areas far apart, km/h; 0 = none
 * @param inTwoPlaces24h whether it began a call in one device while it talked in another
 */
public record NumberTraits(
        DeviceClass deviceClass,
        double vacantShare24h,
        int calledBack24h,
        int calledBackInVain24h,
        int boundCallees1h,
        double meanGapS,
        double awakeDays,
        double sleptDays,
        boolean wokeInNewDevice,
        boolean awayFromHome,
        int fastestKmh24h,
        boolean inTwoPlaces24h) {

    /** Nothing known beyond the snapshot. */
    public static final NumberTraits UNKNOWN =
            new NumberTraits(
                    null,
                    0,
                    0,
                    0,
                    0,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    0,
                    false,
                    false,
                    0,
                    false);
}
