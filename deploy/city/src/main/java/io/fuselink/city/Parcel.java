/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Feed;

/**
 * A record packed for a broker, at the moment it was sent: what it was made of is forgotten.
 *
 * @param key null for garbage, which lands anywhere
 * @param value Protobuf for the three busy feeds, JSON for the rest
 * @param ingestTime when it reaches the gateway, epoch ms; parcels come in this order
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record Parcel(Feed feed, byte[] key, byte[] value, long ingestTime) implements Arrival {
    static Parcel of(WireRecord record) {
        return new Parcel(record.feed(), record.key(), record.toTopic(), record.ingestTime());
    }
}
