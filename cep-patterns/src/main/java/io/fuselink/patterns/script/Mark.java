/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

/**
 * A phrase or a trap where it stands in plain words.
 *
 * @param phrase {@code null} for a trap
 */
record Mark(int begin, int end, String text, Phrase phrase) {

    boolean is(Phrase.Role role) {
        return phrase != null && phrase.role() == role;
    }

    boolean covers(Mark other) {
        return begin <= other.begin && end >= other.end;
    }
}
