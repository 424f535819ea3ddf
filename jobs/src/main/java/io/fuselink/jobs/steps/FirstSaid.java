/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which findings a task has told lately, and as of when: in batch what is later may be judged first, and the
 * earliest is the one that counts.
 */
final class FirstSaid {
    private final Map<String, Long> said;

    /**
     * @param remembered so many are remembered, the latest said
     */
    FirstSaid(int remembered) {
        said =
                new LinkedHashMap<>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                        return size() > remembered;
                    }
                };
    }

    /** Whether this is the earliest of a finding so far, epoch ms; then it counts as said. */
    boolean say(String finding, long at) {
        var earliest = at < said.getOrDefault(finding, Long.MAX_VALUE);
        if (earliest) {
            said.put(finding, at);
        }
        return earliest;
    }
}
