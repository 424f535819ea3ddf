/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Whether a party shall apply an action, take it back, or try for a while how things go without. */
public enum Command {
    APPLY,
    LIFT,
    /**
     * Half-open: lets calls through until {@link Action#probeUntil}, then applies the action again by
     * itself unless it was lifted meanwhile.
     */
    PROBE
}
