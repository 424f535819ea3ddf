/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * A record that was not taken, kept so that it can be found at its source: the reason, where it lay,
 * its length and hash, and never its payload when the feed may carry personal content.
 *
 * @param position Kafka partition and offset as {@code 0@42}, or file and line as {@code calls.csv:7}
 * @param sha256 first 16 hex characters of the SHA-256 of the bytes
 * @param at time it counts at, epoch ms
 */
public record DeadLetter(
        Feed feed,
        DeadLetterReason reason,
        String detail,
        String position,
        int length,
        String sha256,
        long at) {

    /** The letter of these bytes; {@code null} counts as an empty record. */
    public static DeadLetter of(
            Feed feed,
            DeadLetterReason reason,
            String detail,
            String position,
            byte[] bytes,
            long at) {
        var record = bytes == null ? new byte[0] : bytes;
        return new DeadLetter(
                feed, reason, detail, position, record.length, Ids.fingerprint(record), at);
    }
}
