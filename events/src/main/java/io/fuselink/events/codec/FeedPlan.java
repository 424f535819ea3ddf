/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static io.fuselink.events.DeadLetterReason.FROM_THE_FUTURE;
import static io.fuselink.events.DeadLetterReason.MISSING_FIELD;
import static io.fuselink.events.DeadLetterReason.NO_CONSENT_BASIS;
import static io.fuselink.events.DeadLetterReason.UNKNOWN_FIELD;
import static io.fuselink.events.DeadLetterReason.UNKNOWN_TOKEN_KEY;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.token.Tokenizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One feed's contract: the header's fields, then the body's, flat; and the rules a record must keep to become an event. */
final class FeedPlan {
    /** How far a clock of a party may run ahead of its gateway's, in ms. */
    static final long FUTURE_MS = 5 * 60_000L;

    private static final FeedPlan[] PLANS =
            Arrays.stream(Feed.values()).map(FeedPlan::new).toArray(FeedPlan[]::new);
    private static final RecordPlan HEADER = RecordPlan.of(Header.class);
    private static final int SCHEMA_VER = HEADER.place("schema_ver");

    private final Feed feed;
    private final RecordPlan body;
    private final FieldPlan[] fields;
    private final FieldPlan key;
    private final Map<String, Integer> places = new HashMap<>();

    private FeedPlan(Feed feed) {
        this.feed = feed;
        this.body = RecordPlan.of(feed.body());
        var header = RecordPlan.of(Header.class).fields();
        fields = Arrays.copyOf(header, header.length + body.fields().length);
        System.arraycopy(body.fields(), 0, fields, header.length, body.fields().length);
        for (var i = 0; i < fields.length; i++) {
            if (places.put(fields[i].name(), i) != null) {
                throw new IllegalArgumentException(feed + " has two fields " + fields[i].name());
            }
        }
        key = fields[places.get(feed.key())];
    }

    static FeedPlan of(Feed feed) {
        return PLANS[feed.ordinal()];
    }

    Feed feed() {
        return feed;
    }

    FieldPlan[] fields() {
        return fields;
    }

    /** The field of the body that the feed's topic is keyed by. */
    FieldPlan keyField() {
        return key;
    }

    /** Place of a field, null when there is none of this name. */
    Integer place(String name) {
        return places.get(name);
    }

    /** The values of an event, in the order of the fields. */
    Object[] values(Event event) {
        var values = Arrays.copyOf(HEADER.values(event.header()), fields.length);
        var header = HEADER.fields().length;
        System.arraycopy(body.values(event.body()), 0, values, header, fields.length - header);
        return values;
    }

    /**
     * The event of a record that was read, or a {@link Refusal}.
     *
     * @param unknownField first field we do not know, null when there was none
     * @param liveKeys key ids a token may carry, null for any
     */
    Event event(Object[] values, String unknownField, BitSet liveKeys) {
        var newerWriter =
                values[SCHEMA_VER] instanceof Integer version && version > Header.SCHEMA_VERSION;
        if (unknownField != null && !newerWriter) {
            throw new Refusal(
                    UNKNOWN_FIELD, unknownField + " is not a field of " + feed.wireName());
        }
        check(fields, values, liveKeys);
        var split = HEADER.fields().length;
        var header = (Header) HEADER.build(Arrays.copyOf(values, split));
        if (header.eventTime() > header.ingestTime() + FUTURE_MS) {
            var minutes = (header.eventTime() - header.ingestTime()) / 60_000;
            throw new Refusal(
                    FROM_THE_FUTURE,
                    "event_time is " + minutes + " min after ingest_time, at most 5 are allowed");
        }
        var record = body.build(Arrays.copyOfRange(values, split, values.length));
        BodyRules.check(record);
        return new Event(
                feed, feed.orderTime(header.eventTime(), header.ingestTime()), header, record);
    }

    private static void check(FieldPlan[] fields, Object[] values, BitSet liveKeys) {
        for (var i = 0; i < fields.length; i++) {
            var field = fields[i];
            var value = values[i];
            if (value == null) {
                if (!field.optional()) {
                    throw new Refusal(
                            field.name().equals("consent_basis") ? NO_CONSENT_BASIS : MISSING_FIELD,
                            field.name() + " is missing");
                }
                continue;
            }
            field.unit().check(field.name(), value);
            if (field.token()
                    && liveKeys != null
                    && !liveKeys.get(Tokenizer.keyOf((String) value))) {
                throw new Refusal(
                        UNKNOWN_TOKEN_KEY, field.name() + " was made with a key that is not live");
            }
            switch (field.shape().kind()) {
                case MAP ->
                        ((Map<?, ?>) value)
                                .keySet()
                                .forEach(name -> Unit.ID.check("a name in " + field.name(), name));
                case LIST -> {
                    if (field.shape().element().kind() == Shape.Kind.RECORD) {
                        checkEach(field, (List<?>) value, liveKeys);
                    }
                }
                default -> {}
            }
        }
    }

    private static void checkEach(FieldPlan field, List<?> list, BitSet liveKeys) {
        var plan = RecordPlan.of(field.shape().element().type());
        for (var element : list) {
            check(plan.fields(), plan.values((Record) element), liveKeys);
        }
    }
}
