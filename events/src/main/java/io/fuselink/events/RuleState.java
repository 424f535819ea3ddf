/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Whether a detector may act, is only watched, or is off. */
public enum RuleState {
    LIVE,
    SHADOW,
    OFF
}
