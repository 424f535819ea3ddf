/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What the calls say about an action after a party has said that it is in effect. */
public enum ProofKind {
    /** A call of a blocked tenure that a network carried all the same. */
    LEAK,
    /** A number that shares something with a blocked one began to call after the block. */
    DISPLACEMENT,
    /** A number was given to a new holder while it was in quarantine. */
    REISSUE
}
