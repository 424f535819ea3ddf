/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Which leg of a call a record describes; a middle-number call has two. */
public enum CallLeg {
    DIRECT,
    A_TO_X,
    X_TO_B
}
