/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Bundle;
import io.fuselink.events.Event;
import io.fuselink.events.Leg;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.types.EventList;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/** All that is held about one bundle: its present version, its legs, the answers heard, and those that came too early. */
public final class BundleFile {
    private static final int HEARD_KEPT = 500;
    private static final int PARKED_KEPT = 200;

    public Bundle bundle;
    public List<Leg> legs = new ArrayList<>();

    @TypeInfo(EventList.class)
    public List<Event> parked = new ArrayList<>();

    public List<Long> heard = new ArrayList<>();

    /** Whether an answer is new; remembers it. */
    public boolean hear(String eventId) {
        var hash = Hashes.of(eventId);
        if (heard.contains(hash)) {
            return false;
        }
        if (heard.size() >= HEARD_KEPT) {
            heard.remove(0);
        }
        return heard.add(hash);
    }

    /** Keeps an answer whose leg is not there yet; false when there is no more room. */
    public boolean park(Event answer) {
        return parked.size() < PARKED_KEPT && parked.add(answer);
    }

    public Leg leg(String legId) {
        return legs.stream().filter(l -> l.legId().equals(legId)).findFirst().orElse(null);
    }

    public void replace(Leg leg) {
        legs.replaceAll(l -> l.legId().equals(leg.legId()) ? leg : l);
    }
}
