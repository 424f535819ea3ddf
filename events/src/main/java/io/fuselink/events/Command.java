/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Whether a party shall apply an action or take it back. */
public enum Command {
    APPLY,
    LIFT
}
