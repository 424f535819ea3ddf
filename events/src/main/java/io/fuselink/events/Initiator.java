/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Which party of a binding dialled. */
public enum Initiator {
    A,
    B,
    OTHER,
    UNKNOWN
}
