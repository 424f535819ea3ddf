/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.jobs.steps.HeardWords;
import io.fuselink.patterns.script.CallScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has been heard in one call, and what was told of it. */
public final class HeardCall {
    public CallScript script = new CallScript();
    public RecentIds recent = new RecentIds();
    public List<String> told = new ArrayList<>();
    public long lastHeard;

    /** Fingerprint of how the caller began; empty until then. */
    public List<Long> opening = new ArrayList<>();

    /** What the text model makes of the caller's segments, by their number; empty without a text model. */
    public Map<Integer, HeardWords.Spoken> heard = new HashMap<>();

    /** What the caller's own words came to; null while the caller was not heard. */
    public SpokenCall spoken;

    /** Takes in what the caller's words come to now, and tells whether that is news. */
    public boolean says(SpokenCall now) {
        var before = spoken;
        spoken = before == null ? now : before.and(now);
        return before == null || !spoken.saysTheSameAs(before);
    }

    /** Whether this was not told of the call before; remembers it. */
    public boolean tellOnce(String what) {
        return !told.contains(what) && told.add(what);
    }
}
