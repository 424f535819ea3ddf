/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * What is accused or protected. For numbers it is the tenure: the number <em>and</em> the epoch of
 * its holder, so that risk sticks to the holder and never to the digits.
 *
 * @param tk token, lease, trunk or binding id, by type
 * @param epoch holder's epoch of a number, 0 where holders do not change
 */
public record Subject(SubjectType type, String tk, int epoch) {
    public static Subject number(String tk, int epoch) {
        return new Subject(SubjectType.NUMBER, tk, epoch);
    }

    public static Subject of(SubjectType type, String tk) {
        return new Subject(type, tk, 0);
    }

    /** One string per subject, used inside ids. */
    public String key() {
        return type + ":" + tk + ":" + epoch;
    }

    /**
     * Where everything about a number meets, whoever holds it: most evidence names the number only, and
     * which tenure it is about is settled where it is assessed.
     */
    public String address() {
        return type + ":" + tk;
    }
}
