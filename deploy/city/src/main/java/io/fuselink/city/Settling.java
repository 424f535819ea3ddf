/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** How one of a persona moves into the town: numbers, habits, and what the truth says of them. */
@FunctionalInterface
interface Settling {
    /** @param n which one of the persona this is, from 0 */
    void settle(Town town, int n);
}
