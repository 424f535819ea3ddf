/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** Somebody who acts from time to time. */
interface Resident {
    /** Never again. */
    long GONE = Long.MAX_VALUE;

    /**
     * Does what is due at {@code now}.
     *
     * @return when to act next, epoch ms, later than now, or {@link #GONE}
     */
    long act(long now);
}
