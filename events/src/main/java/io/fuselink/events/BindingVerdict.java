/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What the live bindings of a middle number say about one call through it. */
public enum BindingVerdict {
    BOUND_OK,
    NO_BINDING,
    EXPIRED,
    WRONG_PARTY,
    WRONG_DIRECTION,
    NO_ORDER,
    /** Not judged: the binding feed cannot be relied on right now, or the call came after its watermark. */
    HELD,
    /** A call that touches no middle number. */
    NOT_APPLICABLE;

    /** Whether the call ran outside any session it was entitled to. */
    public boolean unbound() {
        return this == NO_BINDING || this == EXPIRED || this == WRONG_PARTY;
    }
}
