/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** How long sealed evidence is kept at least, by what came of the decision. */
public enum Retention {
    /** Nobody was limited. */
    MONTHS_6(183),
    /** Somebody was limited. */
    YEARS_2(731),
    /** An authority ordered it, or it was contested: the longest of the draft rules for actions and appeals. */
    YEARS_3(1096);

    private static final long DAY_MS = 86_400_000;

    private final int days;

    Retention(int days) {
        this.days = days;
    }

    /** From when on evidence that ends then may be destroyed, epoch ms. */
    public long disposableAt(long end) {
        return end + days * DAY_MS;
    }
}
