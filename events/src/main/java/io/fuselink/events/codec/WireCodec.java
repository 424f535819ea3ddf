/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.token.Tokenizer;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The wire as topics carry it: JSON when the first byte is <code>{</code>, Protobuf otherwise. May be
 * shipped with a job; safe for many threads.
 */
public final class WireCodec implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Key ids a token may carry, null for any. */
    private final BitSet liveKeys;

    /** Takes tokens of any key. */
    public WireCodec() {
        this(null);
    }

    private WireCodec(BitSet liveKeys) {
        this.liveKeys = liveKeys;
    }

    /** Takes only tokens made with a key this tokenizer knows; others are dead letters. */
    public static WireCodec accepting(Tokenizer tokenizer) {
        return new WireCodec(tokenizer.keyIds());
    }

    /** Never throws; see {@link JsonCodec#decode}. */
    public Received decode(Feed feed, byte[] bytes, String position, long arrivedAt) {
        return bytes == null
                        || bytes.length == 0
                        || bytes[0] == '{'
                        || !ProtobufCodec.supports(feed)
                ? new JsonCodec(liveKeys).decode(feed, bytes, position, arrivedAt)
                : new ProtobufCodec(liveKeys).decode(feed, bytes, position, arrivedAt);
    }

    public byte[] encode(Event event, Format format) {
        return switch (format) {
            case JSON -> new JsonCodec().encode(event);
            case PROTOBUF -> new ProtobufCodec().encode(event);
        };
    }

    /** The record key of the event's topic: the value of its feed's key field as text. */
    public byte[] key(Event event) {
        var value = FeedPlan.of(event.feed()).keyField().valueIn(event.body());
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }
}
