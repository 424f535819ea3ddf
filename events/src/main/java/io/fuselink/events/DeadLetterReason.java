/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Why a record was not understood or could not be taken. */
public enum DeadLetterReason {
    NOT_DECODABLE(
            "not a record at all: empty, cut off, not JSON, Protobuf or UTF-8, a field twice"),
    UNKNOWN_FIELD(
            "a field this contract does not have, from a writer of this version or an older one"),
    MISSING_FIELD("a required field is absent or null"),
    WRONG_TYPE("a field holds another type; nothing is converted"),
    UNKNOWN_ENUM("a word that the field does not know"),
    OUT_OF_RANGE("a value outside the field's unit, or two fields that contradict each other"),
    NOT_A_TOKEN("a token field holds something else, such as a raw number"),
    UNKNOWN_TOKEN_KEY("a token made with a key that is not live here"),
    FROM_THE_FUTURE(
            "it happened more than 5 minutes after it was taken: a clock or a time zone is wrong"),
    NO_CONSENT_BASIS("words, or a voice, without a lawful ground to use them"),
    NOT_JOINABLE("a raw number that stands for nobody: starred out, withheld, malformed"),
    POLICY_REFUSED("a policy version that may not become valid"),
    INBOX_FULL("a key has more undelivered events than it may hold"),
    UNKNOWN_BUNDLE("an acknowledgement, decision or appeal about a bundle nobody knows"),
    /** After its watermark: understood, but time has passed it. */
    LATE("understood, but its time had already passed");

    private final String meaning;

    DeadLetterReason(String meaning) {
        this.meaning = meaning;
    }

    /** One sentence for whoever has to correct the source. */
    public String meaning() {
        return meaning;
    }
}
