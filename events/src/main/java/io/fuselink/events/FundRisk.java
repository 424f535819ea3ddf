/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What the bank itself thinks of a movement. */
public enum FundRisk {
    NONE,
    WATCH,
    HIGH,
    MULE
}
