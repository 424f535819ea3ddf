/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.Family;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one number left behind, what was found against it, and whether it was broken; times in ms, 0 = never. */
public final class Trail {
    public long roseAt;
    public int calleesTold;
    public long brokenAt;
    public boolean brokenTold;
    public long lastHeard;
    public List<String> places = new ArrayList<>();
    public List<String> linkKeys = new ArrayList<>();
    public List<Long> callees = new ArrayList<>();

    /** When each family of evidence last spoke against it. */
    public Map<Family, Long> families = new EnumMap<>(Family.class);
}
