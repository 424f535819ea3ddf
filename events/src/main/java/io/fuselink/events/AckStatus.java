/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What a party says about an action it was asked for. */
public enum AckStatus {
    ACKED,
    EFFECTIVE,
    REJECTED,
    FAILED,
    LIFTED,
    EXPIRED
}
