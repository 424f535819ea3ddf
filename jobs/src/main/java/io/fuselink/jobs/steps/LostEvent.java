/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Ordered;
import java.nio.charset.StandardCharsets;

/** An understood event that its owner could not take, on its way to the dead letters. */
public record LostEvent(Feed feed, String eventId, DeadLetterReason reason, String detail, long at)
        implements Ordered {

    public static LostEvent of(Event event, DeadLetterReason reason, String detail) {
        return new LostEvent(event.feed(), event.header().eventId(), reason, detail, event.ts());
    }

    /** The dead letter of it; an understood event has no bytes any more, so its id stands for them. */
    public DeadLetter letter() {
        var id = eventId.getBytes(StandardCharsets.UTF_8);
        return new DeadLetter(
                feed, reason, detail, "event " + eventId, id.length, Ids.fingerprint(id), at);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return eventId;
    }
}
