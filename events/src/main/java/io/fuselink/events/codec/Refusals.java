/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static io.fuselink.events.DeadLetterReason.NOT_DECODABLE;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import java.util.function.Supplier;

/** The codecs' boundary: behind it reading may refuse, before it there are only events and dead letters. */
final class Refusals {
    private Refusals() {}

    static Received orDeadLetter(
            Feed feed, byte[] bytes, String position, long at, Supplier<Event> reading) {
        if (bytes == null || bytes.length == 0) {
            return Received.dead(
                    DeadLetter.of(feed, NOT_DECODABLE, "empty record", position, bytes, at));
        }
        try {
            return Received.understood(reading.get());
        } catch (Refusal refusal) {
            return Received.dead(
                    DeadLetter.of(
                            feed, refusal.reason(), refusal.getMessage(), position, bytes, at));
        } catch (RuntimeException e) {
            // Whatever a hostile record provokes inside a parser: the record is at fault, not the
            // job.
            var detail = "unreadable (" + e.getClass().getSimpleName() + ")";
            return Received.dead(DeadLetter.of(feed, NOT_DECODABLE, detail, position, bytes, at));
        }
    }
}
