/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Sighting;
import io.fuselink.events.Source;

/** The cells, which notice handsets that pass. */
final class Radio {
    private final Gateways gateways;
    private long sightings;

    Radio(Gateways gateways) {
        this.gateways = gateways;
    }

    /** Tells that a line was in its cell, if its carrier tells cells at all. */
    void notice(Line line, long now, Dice dice) {
        if (line.cell() == null) {
            return;
        }
        gateways.live(
                dice,
                "seen-" + Long.toString(sightings++, 36),
                Source.CARRIER,
                line.phone().carrier(),
                now,
                new Sighting(line.tk(), line.cell().tk(), line.cell().geohash5()));
    }
}
