/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Why a record was not understood or could not be taken. */
public enum DeadLetterReason {
    NOT_DECODABLE,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    UNKNOWN_ENUM,
    OUT_OF_RANGE,
    NOT_A_TOKEN,
    UNKNOWN_TOKEN_KEY,
    FROM_THE_FUTURE,
    NO_CONSENT_BASIS,
    NOT_JOINABLE,
    POLICY_REFUSED,
    INBOX_FULL,
    UNKNOWN_BUNDLE,
    /** After its watermark: understood, but time has passed it. */
    LATE
}
