/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Evidence family; independent families, not many signals, raise a level. */
public enum Family {
    BEHAVIOUR('B'),
    CONTENT('C'),
    REPORTS('R'),
    DEVICE('D'),
    FUNDS('F'),
    AUTHORITY('A');

    private final char letter;

    Family(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }
}
