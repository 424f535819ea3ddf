/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What is accused or protected. */
public enum SubjectType {
    NUMBER,
    BINDING,
    LEASE,
    DEVICE,
    TRUNK,
    CELL,
    PLATFORM,
    CAMPAIGN,
    VICTIM,
    CALL,
    ACCOUNT
}
