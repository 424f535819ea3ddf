/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.patterns.script.CallScript;
import java.util.ArrayList;
import java.util.List;

/** What has been heard in one call, and what was told of it. */
public final class HeardCall {
    public CallScript script = new CallScript();
    public RecentIds recent = new RecentIds();
    public List<String> told = new ArrayList<>();
    public long lastHeard;

    /** Whether this was not told of the call before; remembers it. */
    public boolean tellOnce(String what) {
        return !told.contains(what) && told.add(what);
    }
}
