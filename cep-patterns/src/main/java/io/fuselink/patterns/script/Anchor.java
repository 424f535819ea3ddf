/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

/** Words so particular to fraud that one of them outweighs a whole stage; {@code NONE} for all others. */
public enum Anchor {
    NONE,
    /** A "safe", "supervised" or "inspection" account. */
    SAFE_ACCT,
    /** Screen sharing or remote control. */
    SCREEN_SHARE,
    /** A one-time code asked for by voice. */
    OTP
}
