/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * One line of the cast.
 *
 * @param peoplePerOne for so many residents the city has one of them, and at least {@code least}
 */
record Role(Persona persona, int peoplePerOne, int least, Settling settling) {
    int count(int people) {
        return Math.max(least, people / peoplePerOne);
    }
}
