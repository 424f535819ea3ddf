/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * One understood event of any feed. Feeds that meet at a key travel as one stream of these, so that no
 * step depends on the order of two inputs.
 *
 * @param ts place in event time, epoch ms ({@link Feed#orderTime})
 * @param body the record the feed carries
 */
public record Event(Feed feed, long ts, Header header, Record body) implements Ordered {

    /** An event of the feed that carries this kind of body. */
    public static Event of(Header header, Record body) {
        var feed = Feed.carrying(body.getClass());
        var ts = feed.orderTime(header.eventTime(), header.ingestTime());
        return new Event(feed, ts, header, body);
    }

    public CallEvent call() {
        return (CallEvent) body;
    }

    public Cdr cdr() {
        return (Cdr) body;
    }

    public Binding binding() {
        return (Binding) body;
    }

    public TranscriptSegment transcript() {
        return (TranscriptSegment) body;
    }

    public UserReport report() {
        return (UserReport) body;
    }

    public PolicePush push() {
        return (PolicePush) body;
    }

    public AccountLink link() {
        return (AccountLink) body;
    }

    public FundEvent fund() {
        return (FundEvent) body;
    }

    public Registration registration() {
        return (Registration) body;
    }

    public DeviceState device() {
        return (DeviceState) body;
    }

    public SmsMeta sms() {
        return (SmsMeta) body;
    }

    public Purpose purpose() {
        return (Purpose) body;
    }

    public Ack ack() {
        return (Ack) body;
    }

    public Appeal appeal() {
        return (Appeal) body;
    }

    public Sighting sighting() {
        return (Sighting) body;
    }

    public Decision decision() {
        return (Decision) body;
    }

    public Owner owner() {
        return (Owner) body;
    }

    public PolicyVersion policy() {
        return (PolicyVersion) body;
    }

    public VoiceMatch voice() {
        return (VoiceMatch) body;
    }

    public ClockTick clock() {
        return (ClockTick) body;
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
