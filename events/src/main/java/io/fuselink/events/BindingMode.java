/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Shape of a binding between real numbers and a middle number; GXB is read as AXG. */
public enum BindingMode {
    AXB,
    AXN,
    AXE,
    AXG,
    AXYB,
    GXB,
    AX,
    X
}
