/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Why a call did not reach an answer. */
public enum FailClass {
    NONE,
    BUSY,
    NO_ANSWER,
    REJECT,
    EMPTY_NUM,
    POWEROFF,
    NO_BIND,
    BLACKLIST,
    FREQ_CTRL,
    NET
}
