/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What a police push, a leg or an action points at. */
public enum TargetType {
    NUMBER,
    BINDING,
    INITIATOR,
    LEASE,
    DEVICE,
    CALL_LEG,
    ACCOUNT,
    CALLEE
}
