/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * A number as its holder uses it: handset and place, or the trunk it comes in by.
 *
 * @param imsi null on trunks; likewise imei and cell
 * @param roamProv where the holder is, GB/T 2260
 */
record Line(Phone phone, String imsi, String imei, Cell cell, String roamProv, Trunk trunk) {
    /** Somebody beyond the city's view: only the number is known. */
    static Line of(Phone phone) {
        return new Line(phone, null, null, null, phone.prov(), null);
    }

    static Line onTrunk(Phone phone, Trunk trunk) {
        return new Line(phone, null, null, null, phone.prov(), trunk);
    }

    /** The same handset elsewhere; nowhere, if the carrier does not tell. */
    Line at(Cell there) {
        return cell == null ? this : new Line(phone, imsi, imei, there, roamProv, trunk);
    }

    String tk() {
        return phone.tk();
    }
}
