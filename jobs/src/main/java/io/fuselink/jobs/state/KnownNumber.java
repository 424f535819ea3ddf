/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.NumberClass;
import io.fuselink.events.Registration;
import io.fuselink.jobs.steps.Particulars;

/**
 * What is known of a number itself, whoever holds it now.
 *
 * @param epoch the present holder, 0 when no registration was heard of
 * @param numberClass class in the number plan, null until it has called; likewise province
 * @param province home province, GB/T 2260
 * @param carrier who serves it, null until a registration was heard of
 * @param leaseKey lease of the middle numbers it called through last, null for none
 * @param lastHeard epoch ms
 */
public record KnownNumber(
        int epoch,
        NumberClass numberClass,
        String province,
        String carrier,
        String leaseKey,
        long lastHeard) {
    private static final KnownNumber NOTHING = new KnownNumber(0, null, null, null, null, 0);

    /** What is known before anything was heard. */
    public static KnownNumber nothing() {
        return NOTHING;
    }

    /** A registration tells who serves the number; another holder does not inherit the lease. */
    public KnownNumber heard(Registration registration, String carrier, long at) {
        return registration.epoch() < epoch
                ? this
                : new KnownNumber(
                        registration.epoch(),
                        numberClass,
                        province,
                        carrier,
                        registration.epoch() == epoch ? leaseKey : null,
                        at);
    }

    /** The number's profile tells what its calls show; what they do not show stays. */
    public KnownNumber heard(Particulars profile, long at) {
        return new KnownNumber(
                epoch,
                profile.numberClass(),
                profile.province() == null ? province : profile.province(),
                carrier,
                profile.leaseKey() == null ? leaseKey : profile.leaseKey(),
                at);
    }
}
