/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.CallEvent;
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
 * Does to the records of one play what the plan's {@link FeedFaults} ask for, and keeps count.
 * Counted, not drawn, so that a small city has its share too.
 */
final class Mishaps {
    private static final long HELD_UP_MS = 7 * 60_000;

    /** How long after a live event happened its copy may still come and be known as a copy, ms. */
    private static final long LIVE_COPY_WITHIN_MS = 280;

    /** When a platform pushes a CDR again, ms after the first time. */
    private static final long[] CDR_RETRIES_MS = {60_000, 240_000, 540_000};

    /** A shuffled record lets those of the next seconds pass; several steps, so that they pass each other. */
    private static final long[] SHUFFLED_BY_MS = {4_000, 900, 2_300, 200, 1_500};

    private static final long FUTURE_MS = 3_600_000;

    private static final JsonCodec CODEC = new JsonCodec();

    private final FeedFaults faults;
    private final CityPlan plan;
    private final double[] duplicated;
    private final double[] garbled;
    private final double[] late;
    private final double[] shuffledShare;
    private final long[] seen = new long[Feed.values().length];
    private final Map<Feed, Long> duplicates = new EnumMap<>(Feed.class);
    private final Map<Feed, Long> garbage = new EnumMap<>(Feed.class);
    private final Map<Feed, Long> heldUp = new EnumMap<>(Feed.class);
    private final Map<Feed, Long> shuffled = new EnumMap<>(Feed.class);
    private final Map<Feed, Long> lost = new EnumMap<>(Feed.class);
    private final Map<Feed, Long> wrongClock = new EnumMap<>(Feed.class);
    private long rings;

    Mishaps(CityPlan plan) {
        this.plan = plan;
        this.faults = plan.faults();
        this.duplicated = shares(faults.duplicated());
        this.garbled = shares(faults.garbage());
        this.late = shares(faults.late());
        this.shuffledShare = shares(faults.shuffled());
    }

    /** Hands the gateway what becomes of an event: nothing, the event, or more than that. */
    void befall(Event event, Consumer<WireRecord> gateway) {
        var feed = event.feed();
        var place = feed.ordinal();
        if (!faults.silences().isEmpty() && faults.silent(feed, shareOfPlay(event))) {
            tally(lost, feed);
            return;
        }
        var n = ++seen[place];
        var told = timed(event);
        var record = WireRecord.of(told);
        gateway.accept(moved(record, n));
        if (FeedFaults.due(duplicated[place], n)) {
            gateway.accept(copy(record, tally(duplicates, feed)));
        }
        if (FeedFaults.due(garbled[place], n)) {
            var text = garbled(told, tally(garbage, feed));
            gateway.accept(new WireRecord(feed, null, text, record.ingestTime() + 1));
        }
    }

    FaultTally tally() {
        return new FaultTally(
                Counts.byName(duplicates),
                Counts.byName(garbage),
                Counts.byName(heldUp),
                Counts.byName(shuffled),
                Counts.byName(lost),
                Counts.byName(wrongClock));
    }

    private static double[] shares(Map<Feed, Double> byFeed) {
        var shares = new double[Feed.values().length];
        byFeed.forEach((feed, share) -> shares[feed.ordinal()] = share);
        return shares;
    }

    private static long tally(Map<Feed, Long> counts, Feed feed) {
        return counts.merge(feed, 1L, Long::sum);
    }

    private double shareOfPlay(Event event) {
        return (event.header().eventTime() - plan.startMs()) / (double) plan.lengthMs();
    }

    /** What the slow carrier says when its clock is wrong: the gateway's own clock stays right. */
    private Event timed(Event event) {
        var header = event.header();
        if (faults.clockSkewMs() == 0 || !header.provider().equals(Parties.SLOW)) {
            return event;
        }
        tally(wrongClock, event.feed());
        return withTimes(event, header.eventTime() + faults.clockSkewMs(), header.ingestTime());
    }

    private WireRecord moved(WireRecord record, long n) {
        var feed = record.feed();
        var ring = directRing(record.event()) && FeedFaults.due(faults.ringsHeldUp(), ++rings);
        if (ring || FeedFaults.due(late[feed.ordinal()], n)) {
            tally(heldUp, feed);
            return record.playedAt(record.ingestTime() + HELD_UP_MS);
        }
        if (FeedFaults.due(shuffledShare[feed.ordinal()], n)) {
            var step = (int) (tally(shuffled, feed) % SHUFFLED_BY_MS.length);
            return record.playedAt(record.ingestTime() + SHUFFLED_BY_MS[step]);
        }
        return record;
    }

    private static boolean directRing(Event event) {
        return event.body() instanceof CallEvent call
                && call.phase() == CallPhase.RING
                && call.leg() == CallLeg.DIRECT;
    }

    private static WireRecord copy(WireRecord record, long count) {
        var event = record.event();
        if (event.feed() != Feed.CDRS) {
            var soon = event.header().eventTime() + LIVE_COPY_WITHIN_MS;
            return record.playedAt(Math.max(soon, record.ingestTime()));
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
