/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Class of the number a short message came from. */
public enum SmsSender {
    /** A 95 number of a bank or enterprise. */
    HOTLINE_95,
    PORT_106,
    PORT_1069,
    PERSON,
    /** The national warning line. */
    WARNING_12381
}
