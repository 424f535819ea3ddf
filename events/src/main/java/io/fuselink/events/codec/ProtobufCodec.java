/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static io.fuselink.events.DeadLetterReason.NOT_DECODABLE;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;

/**
 * Calls, CDRs and bindings as the Protobuf messages of {@code fuselink/*.proto}, tokens as 16 bytes.
 * Reads the wire straight into the feed's plan, so that the rules are those of JSON. Safe for many threads.
 */
public final class ProtobufCodec {
    private static final ThreadLocal<MessageBytes> BYTES =
            ThreadLocal.withInitial(MessageBytes::new);

    private final BitSet liveKeys;

    /** Takes tokens of any key. */
    public ProtobufCodec() {
        this(null);
    }

    ProtobufCodec(BitSet liveKeys) {
        this.liveKeys = liveKeys;
    }

    /** Whether a feed has a Protobuf form. */
    public static boolean supports(Feed feed) {
        return MessagePlan.of(feed) != null;
    }

    public byte[] encode(Event event) {
        var message = MessagePlan.of(event.feed());
        if (message == null) {
            throw new IllegalArgumentException(event.feed().wireName() + " travel as JSON only");
        }
        var bytes = BYTES.get();
        bytes.clear();
        message.write(bytes, event);
        return bytes.toByteArray();
    }

    /** Never throws; see {@link JsonCodec#decode}. */
    public Received decode(Feed feed, byte[] bytes, String position, long arrivedAt) {
        return Refusals.orDeadLetter(feed, bytes, position, arrivedAt, () -> read(feed, bytes));
    }

    private Event read(Feed feed, byte[] bytes) {
        var message = MessagePlan.of(feed);
        if (message == null) {
            throw new Refusal(NOT_DECODABLE, feed.wireName() + " travel as JSON only");
        }
        var in = CodedInputStream.newInstance(bytes);
        var plan = FeedPlan.of(feed);
        var values = new Object[plan.fields().length];
        try {
            String unknown = null;
            for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
                var number = WireFormat.getTagFieldNumber(tag);
                if (!message.read(in, tag, values)) {
                    unknown = unknown == null ? "number " + number : unknown;
                    in.skipField(tag);
                }
            }
            return plan.event(values, unknown, liveKeys);
        } catch (InvalidProtocolBufferException e) {
            throw new Refusal(
                    DeadLetterReason.NOT_DECODABLE,
                    "not Protobuf at byte " + in.getTotalBytesRead());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}
