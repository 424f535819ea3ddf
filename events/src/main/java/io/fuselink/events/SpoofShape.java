/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** How a presented number string gives itself away, judged before any normalisation. */
public enum SpoofShape {
    NONE,
    /** A short code behind a country code or an international prefix, such as {@code +86110}. */
    INTL_SHORT_CODE,
    /** A short code behind an area code, such as {@code 010110}. */
    AREA_SHORT_CODE,
    /** A domestic mobile dressed as international on an international trunk. */
    INTL_DOMESTIC,
    /** Begins with 700 but is not a 15-digit middle number. */
    MALFORMED_700,
    MALFORMED,
    /** A class that never originates calls: 400, 800, SMS ports, machine numbers. */
    NOT_ORIGINATING,
    /** Withheld, anonymous or empty. */
    HIDDEN
}
