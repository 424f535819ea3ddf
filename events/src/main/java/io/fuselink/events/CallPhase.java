/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Where a call attempt stands. */
public enum CallPhase {
    SETUP,
    RING,
    ANSWER,
    HANGUP,
    BLOCKED
}
