/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** What others have said about one number: verified reporters of the last day, and pushes. */
public final class KnownFacts {
    public List<Trace> reporters = new ArrayList<>();
    public RecentIds recent = new RecentIds();
    public long lastHeard;

    /** Distinct reporters after this one, counting those of the window only. */
    public int reported(String reporterTk, long at, long windowMs) {
        var hash = Hashes.of(reporterTk);
        reporters.removeIf(r -> r.lastAt() <= at - windowMs || r.hash() == hash);
        reporters.add(new Trace(hash, at));
        return reporters.size();
    }
}
