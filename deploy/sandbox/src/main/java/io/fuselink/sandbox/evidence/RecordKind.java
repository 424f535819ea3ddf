/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

/** What one record of a pack tells; of records of the same moment the earlier kind comes first. */
enum RecordKind {
    /** Of whom and of what the pack is. */
    CASE,
    /** Policy, lexicon, model and software in force. */
    VERSIONS,
    /** An event something rests on, by its id: the event itself stays where it is. */
    EVENT_REF,
    /** What a detector concluded, with every value against its limit. */
    FINDING,
    /** What the model saw and said. */
    FEATURES,
    /** Findings fused into a level. */
    ASSESSMENT,
    /** What an authority ordered. */
    ORDER,
    /** How the decision stood when it changed. */
    BUNDLE,
    /** What a human decided. */
    DECISION,
    /** What a party was asked, and where it stands. */
    LEG,
    /** The command a party received. */
    ACTION,
    /** What a party said. */
    ACK,
    /** Somebody who was hit contests it. */
    APPEAL,
    /** What the calls say about an action after it took effect. */
    PROOF,
    /** The reason card as it was shown. */
    CARD,
    /** The end: how many records, the head of the chain, who signed. */
    SEAL
}
