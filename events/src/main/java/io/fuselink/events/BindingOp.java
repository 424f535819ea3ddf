/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What happened to a binding. */
public enum BindingOp {
    BIND,
    UPDATE,
    UNBIND,
    EXPIRE,
    LOCK,
    UNLOCK
}
