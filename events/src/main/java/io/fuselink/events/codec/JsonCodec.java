/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;

/**
 * Events as flat JSON objects, header fields first, names in snake_case, absent fields left out; and
 * output records likewise, nested where they nest. Reads by streaming, no tree. Safe for many threads.
 */
public final class JsonCodec {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final BitSet liveKeys;

    /** Takes tokens of any key. */
    public JsonCodec() {
        this(null);
    }

    JsonCodec(BitSet liveKeys) {
        this.liveKeys = liveKeys;
    }

    public byte[] encode(Event event) {
        var plan = FeedPlan.of(event.feed());
        return write(plan.fields(), plan.values(event));
    }

    public byte[] encodeOutput(Record output) {
        var plan = RecordPlan.of(output.getClass());
        return write(plan.fields(), plan.values(output));
    }

    private static byte[] write(FieldPlan[] fields, Object[] values) {
        try (var bytes = new ByteArrayBuilder();
                var json = FACTORY.createGenerator(bytes)) {
            JsonWriter.write(json, fields, values);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /**
     * Never throws: what is not understood is a dead letter whose detail names the field, never its value.
     *
     * @param position where the record lies, such as {@code 0@42} or {@code calls.jsonl:7}
     * @param arrivedAt time a dead letter counts at, epoch ms
     */
    public Received decode(Feed feed, byte[] bytes, String position, long arrivedAt) {
        return Refusals.orDeadLetter(
                feed, bytes, position, arrivedAt, () -> read(FeedPlan.of(feed), bytes));
    }

    private Event read(FeedPlan plan, byte[] bytes) {
        try (var json = FACTORY.createParser(bytes)) {
            var values = new Object[plan.fields().length];
            var unknown = JsonReader.read(json, plan.fields(), plan::place, values);
            if (json.nextToken() != null) {
                throw new Refusal(
                        DeadLetterReason.NOT_DECODABLE, "more follows after the JSON object");
            }
            return plan.event(values, unknown, liveKeys);
        } catch (JsonProcessingException e) {
            throw new Refusal(DeadLetterReason.NOT_DECODABLE, "not JSON" + place(e));
        } catch (IOException e) {
            throw new Refusal(DeadLetterReason.NOT_DECODABLE, "not UTF-8 JSON");
        }
    }

    /** Where, not what: the parser's own message quotes the input. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
    }

    /** An output record of ours, read back; fields it does not know are passed over. */
    public <T extends Record> T decodeOutput(Class<T> type, byte[] bytes) {
        var plan = RecordPlan.of(type);
        try (var json = FACTORY.createParser(bytes)) {
            json.nextToken();
            return type.cast(JsonReader.record(json, plan));
        } catch (IOException | Refusal e) {
            throw new OutputDecodingException(
                    "a "
                            + type.getSimpleName()
                            + " of an output topic is not readable: "
                            + e.getMessage(),
                    e);
        }
    }
}
