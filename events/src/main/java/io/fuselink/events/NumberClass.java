/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Class of a number in China's numbering plan. */
public enum NumberClass {
    MOBILE,
    /** A mobile number of a range given to virtual operators; a flag on a mobile, never a verdict. */
    MVNO,
    SATELLITE,
    /** A 15-digit 700 middle number. */
    NUMBER_PROTECTION,
    LANDLINE,
    INTERNATIONAL,
    ENTERPRISE_400,
    TOLLFREE_800,
    CALLCENTRE_95,
    PROVINCIAL_96,
    SHORT_CODE,
    SMS_PORT,
    IOT_M2M,
    /** Printed with stars, as on a parcel label: cannot be joined to anything. */
    MASKED,
    MALFORMED;

    public boolean mobile() {
        return this == MOBILE || this == MVNO;
    }

    /** Emergency, official and registered service lines: never acted against, and calling them accuses nobody. */
    public boolean official() {
        return this == SHORT_CODE || this == PROVINCIAL_96 || this == CALLCENTRE_95;
    }
}
