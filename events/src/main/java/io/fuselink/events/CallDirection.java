/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Who may call whom through a binding. */
public enum CallDirection {
    BOTH,
    A_ONLY,
    B_ONLY
}
