/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Whether a movement was held: stopped, frozen or returned to the payer. */
public enum StopState {
    NONE,
    STOPPED,
    FROZEN,
    RETURNED
}
