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
    /** Has the holder prove who he is, before or while something is limited. */
    REVERIFY,
    /** Suggests to a bank that it holds a transfer for a moment; a suggestion, never a freeze. */
    HOLD_SUGGEST,
    /** Has somebody talk to a person who is being defrauded right now, before anybody else is called. */
    DISSUADE,
    /** Keeps a number that was blocked from being given to anybody new. */
    QUARANTINE
}
