/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Lawful ground on which words may be read. */
public enum ConsentBasis {
    ANNOUNCED_RECORDING,
    ON_DEVICE_OPT_IN,
    VICTIM_SUBMITTED,
    JUDICIAL
}
