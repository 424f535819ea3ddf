/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.ActionType;
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

    /** Whom the accused number reached, newest call first. */
    public List<String> callees = new ArrayList<>();

    /** Those of them who were warned. */
    public List<String> warned = new ArrayList<>();

    /** Time of the authority's latest word that everything it ordered before is over. */
    public long liftedUpTo = Long.MIN_VALUE;

    /** The running appeal that nobody has answered, 0 when there is none. */
    public long appealedAt;

    /** A budget leaves it tags and warnings only, for now. */
    public boolean tagsOnly;

    /** What the bundle's subject shares with others, for the cards of police. */
    public List<String> linkKeys = new ArrayList<>();

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

    /** The orders of this action to this party, the first round first. */
    public List<Leg> rounds(ActionType action, String party) {
        return legs.stream().filter(l -> l.action() == action && l.party().equals(party)).toList();
    }

    public void replace(Leg leg) {
        legs.replaceAll(l -> l.legId().equals(leg.legId()) ? leg : l);
    }

    /** Those who were reached and not warned yet, newest call first; they count as warned from now on. */
    public List<String> warnNow(int most) {
        var due = callees.stream().filter(c -> !warned.contains(c)).limit(most).toList();
        warned.addAll(due);
        return due;
    }
}
