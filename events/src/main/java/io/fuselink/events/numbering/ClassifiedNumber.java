/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import io.fuselink.events.NumberClass;
import io.fuselink.events.SpoofShape;
import java.util.List;

/**
 * What a raw number string is.
 *
 * @param canonical the one form that is tokenised, such as {@code CN:M:13800138000}; null when the string cannot be joined to anything
 * @param unit managed unit of a 700 number, 11 digits, null otherwise
 * @param ext extension dialled after the number, null without one
 * @param mvno whether the range belongs to virtual operators: a flag, never a verdict
 * @param holder operator or body the range is given to, null when unknown; not proof of the present operator (number portability)
 * @param display masked form for eyes, null when the number was withheld
 * @param reasons what was seen, in the order it was seen
 */
public record ClassifiedNumber(
        NumberClass numberClass,
        String canonical,
        String unit,
        String ext,
        SpoofShape spoofShape,
        boolean mvno,
        String holder,
        String display,
        List<String> reasons) {

    public boolean joinable() {
        return canonical != null;
    }
}
