/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Kind of trunk a call entered by. */
public enum TrunkType {
    INTL,
    ENT,
    PSTN,
    IMS
}
