/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * One understood event of any feed: exactly one body is present. Feeds that meet at a key travel as
 * one stream of these, so that no step depends on the order of two inputs.
 *
 * @param ts place in event time, epoch ms ({@link Feed#orderTime})
 */
public record Event(
        Feed feed,
        long ts,
        Header header,
        CallEvent call,
        Cdr cdr,
        Binding binding,
        TranscriptSegment transcript,
        UserReport report,
        PolicePush push,
        Purpose purpose,
        Ack ack,
        Appeal appeal,
        Sighting sighting,
        Decision decision,
        Owner owner,
        PolicyVersion policy,
        ClockTick clock)
        implements Ordered {

    /** An event of the feed that carries this kind of body. */
    public static Event of(Header header, Record body) {
        var feed = feedOf(body);
        return new Event(
                feed,
                feed.orderTime(header.eventTime(), header.ingestTime()),
                header,
                body instanceof CallEvent b ? b : null,
                body instanceof Cdr b ? b : null,
                body instanceof Binding b ? b : null,
                body instanceof TranscriptSegment b ? b : null,
                body instanceof UserReport b ? b : null,
                body instanceof PolicePush b ? b : null,
                body instanceof Purpose b ? b : null,
                body instanceof Ack b ? b : null,
                body instanceof Appeal b ? b : null,
                body instanceof Sighting b ? b : null,
                body instanceof Decision b ? b : null,
                body instanceof Owner b ? b : null,
                body instanceof PolicyVersion b ? b : null,
                body instanceof ClockTick b ? b : null);
    }

    private static Feed feedOf(Record body) {
        for (var feed : Feed.values()) {
            if (feed.body() == body.getClass()) {
                return feed;
            }
        }
        throw new IllegalArgumentException("no feed carries " + body.getClass().getSimpleName());
    }

    /** The body, whichever it is. */
    public Record body() {
        return switch (feed) {
            case CALLS -> call;
            case CDRS -> cdr;
            case BINDINGS -> binding;
            case TRANSCRIPTS -> transcript;
            case REPORTS -> report;
            case CASES -> push;
            case PURPOSES -> purpose;
            case ACKS -> ack;
            case APPEALS -> appeal;
            case SIGHTINGS -> sighting;
            case DECISIONS -> decision;
            case OWNERS -> owner;
            case POLICY -> policy;
            case CLOCK -> clock;
        };
    }

    @Override
    public long orderTime() {
        return ts;
    }

    @Override
    public String orderId() {
        return header.eventId();
    }
}
