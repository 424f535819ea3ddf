/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import io.fuselink.events.Ids;

/** Numbers for eyes: enough to recognise, too little to dial. */
final class Mask {
    static final String ALL = "******";

    private static final int SHORTEST_PERSONAL = 7;
    private static final int UNIT_HASH_LENGTH = 6;

    private Mask() {}

    /** First 3 and last 2; strings too short to be somebody's number stay whole. */
    static String ends(String number) {
        return number.length() < SHORTEST_PERSONAL ? number : ends(number, 3);
    }

    static String ends(String number, int first) {
        return number.substring(0, first) + ALL + number.substring(number.length() - 2);
    }

    /** A middle number shows its unit as a hash: the same unit looks the same, the unit stays unread. */
    static String middle(String unit) {
        return "700*****" + Ids.hash("unit", unit).substring(0, UNIT_HASH_LENGTH);
    }
}
