/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** One thing a police push points at. */
public record PushTarget(
        @Wire("kind of target") TargetType type,
        @Wire(
                        value = "the target; a token unless it is a binding, a lease or a call leg",
                        privacy = P1,
                        unit = "token or id")
                String tk,
        @Wire(value = "reference into the vault of clear values", privacy = P1, optional = true)
                String clearRef,
        @Wire(
                        value = "class of the number, which the digits tell and a token does not",
                        optional = true)
                NumberClass numberClass) {

    /** A target of which nothing but itself is known. */
    public PushTarget(TargetType type, String tk, String clearRef) {
        this(type, tk, clearRef, null);
    }

    /** Whether it is known to be a middle number, which stands between many people. */
    public boolean middleNumber() {
        return numberClass == NumberClass.NUMBER_PROTECTION;
    }
}
