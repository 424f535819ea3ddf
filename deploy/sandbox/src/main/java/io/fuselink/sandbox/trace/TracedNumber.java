/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.trace;

import io.fuselink.events.Owner;
import java.util.Set;

/**
 * The number that is asked for.
 *
 * @param tokens its tokens, one for each live key
 * @param digits its national digits, null where only a token was given: ranges are told of digits
 */
public record TracedNumber(Set<String> tokens, String digits) {

    /** Whether a record names it. Tokens are 32 hex digits, so that no other text holds one. */
    boolean namedIn(Record body) {
        var text = body.toString();
        return tokens.stream().anyMatch(text::contains);
    }

    boolean isToken(String text) {
        return tokens.contains(text);
    }

    /** Whether an entry of the owners' list covers it: its range, its managed unit, or a lease it was bound under. */
    boolean ownedBy(Owner owner, Set<String> leases) {
        return switch (owner.scopeType()) {
            case RANGE, X_UNIT -> digits != null && digits.startsWith(owner.scope());
            case POOL -> leases.contains(owner.scope());
        };
    }
}
