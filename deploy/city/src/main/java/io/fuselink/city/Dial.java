/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * One attempt about to be made.
 *
 * @param route null for direct calls
 */
record Dial(Line from, Phone to, Presented presented, Route route) {
    static Dial direct(Line from, Phone to) {
        return new Dial(from, to, Presented.truly(from.phone()), null);
    }

    static Dial through(Line from, Phone to, Route route) {
        return new Dial(from, to, Presented.truly(from.phone()), route);
    }

    Dial presenting(Presented other) {
        return new Dial(from, to, other, route);
    }
}
