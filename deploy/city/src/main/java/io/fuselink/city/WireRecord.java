/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.WireCodec;
import java.nio.charset.StandardCharsets;

/**
 * One record as it goes over the wire: an event, or bytes nobody can read.
 *
 * @param event null for garbage
 * @param garbage null for events; one line of text that no codec takes
 * @param ingestTime when it reaches the gateway, epoch ms; records are played in this order. Later
 *     than the event's own ingest time where a record was held up or sent twice.
 */
public record WireRecord(Feed feed, Event event, String garbage, long ingestTime)
        implements Arrival {
    private static final WireCodec CODEC = new WireCodec();

    static WireRecord of(Event event) {
        return new WireRecord(event.feed(), event, null, event.header().ingestTime());
    }

    /** The same bytes at another time. */
    WireRecord playedAt(long time) {
        return new WireRecord(feed, event, garbage, time);
    }

    public boolean isGarbage() {
        return event == null;
    }

    /** Bytes for a broker: the three busy feeds as Protobuf, the rest as JSON. */
    public byte[] toTopic() {
        return bytes(
                switch (feed) {
                    case CALLS, CDRS, BINDINGS -> Format.PROTOBUF;
                    default -> Format.JSON;
                });
    }

    /** Bytes for one line of a file, without the line break. */
    public byte[] toLine() {
        return bytes(Format.JSON);
    }

    /** Key of its topic; null for garbage, which lands anywhere. */
    public byte[] key() {
        return isGarbage() ? null : CODEC.key(event);
    }

    private byte[] bytes(Format format) {
        return isGarbage() ? garbage.getBytes(StandardCharsets.UTF_8) : CODEC.encode(event, format);
    }
}
