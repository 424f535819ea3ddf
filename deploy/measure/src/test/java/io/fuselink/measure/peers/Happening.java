/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

/**
 * Something that happened to a number.
 *
 * @param at epoch ms
 * @param place in the order of all happenings, which decides between those of one instant
 */
public record Happening(String number, Kind kind, long at, long place) {

    /** What the pattern looks for: a hook, and a grip on the same number within ten minutes. */
    public enum Kind {
        HOOK,
        GRIP,
        OTHER
    }

    /** Whether the pattern can have an interest in it: the pre-filter, the same for every engine. */
    boolean ofInterest() {
        return kind != Kind.OTHER;
    }
}
