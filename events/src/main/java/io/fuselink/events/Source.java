/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Kind of party that supplied an event. */
public enum Source {
    CARRIER,
    PLATFORM,
    BANK,
    POLICE,
    COMPLAINT_CENTRE,
    HANDSET,
    JOINT_CENTRE
}
