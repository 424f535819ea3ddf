/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Kind of party a leg is sent to. */
public enum PartyType {
    CARRIER,
    BANK,
    PLATFORM,
    HANDSET,
    POLICE
}
