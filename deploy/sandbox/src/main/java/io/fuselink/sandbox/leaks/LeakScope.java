/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.leaks;

import io.fuselink.events.Event;
import java.util.function.Function;

/** Who may have let go of what a binding told: each that held it. */
public enum LeakScope {
    PLATFORM(event -> event.header().provider()),
    LESSEE(event -> event.binding().entId()),
    LEASE(event -> event.binding().poolKey());

    private final Function<Event, String> party;

    LeakScope(Function<Event, String> party) {
        this.party = party;
    }

    /** Its party in a binding. */
    String party(Event binding) {
        return party.apply(binding);
    }
}
