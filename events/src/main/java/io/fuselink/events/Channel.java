/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Who said the words of a transcript segment. */
public enum Channel {
    CALLER,
    CALLEE,
    UNKNOWN
}
