/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Event;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Records on their way to the gateways, handed out in the order in which they arrive there. */
final class Outbox {
    private record Pending(WireRecord record, long order) {}

    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(
                    Comparator.comparingLong((Pending p) -> p.record().ingestTime())
                            .thenComparingLong(Pending::order));
    private final Mishaps mishaps;
    private long order;

    Outbox(CityPlan plan) {
        this.mishaps = new Mishaps(plan);
    }

    /** Sends an event, and whatever a gateway on a bad day makes of it. */
    void send(Event event) {
        mishaps.befall(event, record -> pending.add(new Pending(record, order++)));
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** When the next record arrives, epoch ms. */
    long nextArrival() {
        return pending.isEmpty() ? Long.MAX_VALUE : pending.peek().record().ingestTime();
    }

    WireRecord take() {
        return pending.remove().record();
    }

    FaultTally tally() {
        return mishaps.tally();
    }
}
