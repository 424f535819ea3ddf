/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What a police push, a leg or an action points at. */
public enum TargetType {
    NUMBER,
    BINDING,
    INITIATOR,
    LEASE,
    TRUNK,
    DEVICE,
    CALL_LEG,
    ACCOUNT,
    /** One person who was called. */
    CALLEE,
    /** The people called by the number in the target; never the number itself. */
    CALLEES_OF,
    /** The accounts that the bank keeps for the number in the target. */
    ACCOUNTS_OF
}
