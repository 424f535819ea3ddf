/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.CallLeg;
import io.fuselink.events.CallPhase;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.codec.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gateways on a bad day: every so many records of a feed one is sent twice, one is followed by
 * garbage, one is held up. Counted, not drawn, so that a small city has its share too.
 */
final class FeedFaults {
    private static final Map<Feed, Integer> EVERY_NTH_TWICE =
            Map.of(
                    Feed.CALLS, 997,
                    Feed.CDRS, 331,
                    Feed.BINDINGS, 131,
                    Feed.TRANSCRIPTS, 97);
    private static final Map<Feed, Integer> EVERY_NTH_GARBAGE =
            Map.of(
                    Feed.CALLS, 2_003,
                    Feed.CDRS, 1_009,
                    Feed.BINDINGS, 307,
                    Feed.TRANSCRIPTS, 109,
                    Feed.SIGHTINGS, 211);
    private static final int EVERY_NTH_RING_HELD_UP = 499;
    private static final long HELD_UP_MS = 7 * 60_000;

    /** How long after a live event happened its copy may still come and be known as a copy, ms. */
    private static final long LIVE_COPY_WITHIN_MS = 280;

    /** When a platform pushes a CDR again, ms after the first time. */
    private static final long[] CDR_RETRIES_MS = {60_000, 240_000, 540_000};

    private static final long FUTURE_MS = 3_600_000;

    private static final JsonCodec CODEC = new JsonCodec();

    private final Map<Feed, Long> seen = new EnumMap<>(Feed.class);
    private final Map<Feed, Long> duplicates = new EnumMap<>(Feed.class);
    private final Map<Feed, Long> garbage = new EnumMap<>(Feed.class);
    private final Map<Feed, Long> heldUp = new EnumMap<>(Feed.class);
    private long rings;

    void afflict(Event event, Consumer<WireRecord> gateway) {
        var feed = event.feed();
        var n = seen.merge(feed, 1L, Long::sum);
        var record = WireRecord.of(event);
        if (directRing(event) && ++rings % EVERY_NTH_RING_HELD_UP == 0) {
            heldUp.merge(feed, 1L, Long::sum);
            gateway.accept(record.playedAt(record.ingestTime() + HELD_UP_MS));
            return;
        }
        gateway.accept(record);
        if (due(EVERY_NTH_TWICE, feed, n)) {
            var count = duplicates.merge(feed, 1L, Long::sum);
            gateway.accept(copy(record, count));
        }
        if (due(EVERY_NTH_GARBAGE, feed, n)) {
            var count = garbage.merge(feed, 1L, Long::sum);
            gateway.accept(
                    new WireRecord(feed, null, garbled(event, count), record.ingestTime() + 1));
        }
    }

    FaultTally tally() {
        return new FaultTally(
                Counts.byName(duplicates), Counts.byName(garbage), Counts.byName(heldUp));
    }

    /** A ring says least of all events; its absence changes no outcome. */
    private static boolean directRing(Event event) {
        return event.feed() == Feed.CALLS
                && event.call().phase() == CallPhase.RING
                && event.call().leg() == CallLeg.DIRECT;
    }

    /** Half-way through the first stretch, so that short feeds have one too. */
    private static boolean due(Map<Feed, Integer> every, Feed feed, long n) {
        var stretch = every.get(feed);
        return stretch != null && n % stretch == stretch / 2;
    }

    private static WireRecord copy(WireRecord record, long count) {
        var event = record.event();
        if (event.feed() != Feed.CDRS) {
            return record.playedAt(event.header().eventTime() + LIVE_COPY_WITHIN_MS);
        }
        var retry = CDR_RETRIES_MS[(int) (count % CDR_RETRIES_MS.length)];
        return WireRecord.of(
                withTimes(event, event.header().eventTime(), record.ingestTime() + retry));
    }

    /** Cut short, from the future, an unknown field or words without consent, in turn; always one line of text. */
    private static String garbled(Event event, long count) {
        var json = json(event);
        if (event.feed() == Feed.TRANSCRIPTS && count % 2 == 1) {
            return json.replaceFirst(",\"consent_basis\":\"[A-Z_]+\"", "");
        }
        return switch ((int) (count % 3)) {
            case 0 -> "{\"no_such_field\":1," + json.substring(1);
            case 1 -> json.substring(0, json.length() / 2);
            default -> json(fromTheFuture(event));
        };
    }

    private static Event fromTheFuture(Event event) {
        var ingest = event.header().ingestTime();
        return withTimes(event, ingest + FUTURE_MS, ingest);
    }

    private static String json(Event event) {
        return new String(CODEC.encode(event), StandardCharsets.UTF_8);
    }

    private static Event withTimes(Event event, long eventTime, long ingestTime) {
        var h = event.header();
        return Event.of(
                new Header(
                        h.eventId(),
                        h.source(),
                        h.provider(),
                        eventTime,
                        ingestTime,
                        h.schemaVer(),
                        h.trace(),
                        h.tenant()),
                event.body());
    }
}
