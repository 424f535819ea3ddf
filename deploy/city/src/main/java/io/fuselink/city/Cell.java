/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** A radio cell of the city. */
record Cell(String tk, String geohash5) {
    /** The cells of one district of Guangzhou: the last character of the area tells them apart. */
    static Cell of(NumberBook book, int n) {
        var base32 = "0123456789bcdefghjkmnpqrstuvwxyz";
        return new Cell(book.token("CELL", n), "ws0e" + base32.charAt(n % base32.length()));
    }
}
