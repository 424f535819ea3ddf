/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Event;
import io.fuselink.events.Header;
import io.fuselink.events.Source;

/** Where the city's institutions hand in what they know. */
final class Gateways {
    static final int SCHEMA_VERSION = 1;

    /** How soon live events reach the gateway, ms; inside the 300 ms their feeds allow. */
    private static final long LIVE_LEAST_MS = 20;

    private static final long LIVE_MOST_MS = 250;

    private final Outbox<?> outbox;

    Gateways(Outbox<?> outbox) {
        this.outbox = outbox;
    }

    /** A live event, a fraction of a second on its way. */
    void live(Dice dice, String id, Source source, String provider, long at, Record body) {
        var delay = dice.between(LIVE_LEAST_MS, LIVE_MOST_MS);
        send(id, source, provider, at, at + delay, body);
    }

    void send(String id, Source source, String provider, long at, long ingest, Record body) {
        outbox.send(
                Event.of(
                        new Header(id, source, provider, at, ingest, SCHEMA_VERSION, null, null),
                        body));
    }
}
