/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

import io.fuselink.events.Verb;

/** Takes a duty officer's word to where the breakers hear it: the decisions feed. */
@FunctionalInterface
public interface DecisionDesk {
    /**
     * Writes one decision.
     *
     * @param legId one leg of the bundle; null for every leg
     * @return the decision's id
     */
    String decide(String bundleId, String legId, Verb verb, String by, String reason);
}
