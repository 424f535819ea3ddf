/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What one party is asked to do. */
public enum ActionType {
    BLOCK,
    THROTTLE,
    FREEZE_REQUEST,
    TAG,
    WARN,
    LEAD,
    REVERIFY
}
