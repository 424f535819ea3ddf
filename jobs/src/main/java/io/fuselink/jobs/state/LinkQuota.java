/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.HashMap;
import java.util.Map;

/** What linkage has spent: per episode and level, and in the present day. */
public final class LinkQuota {
    public Map<String, Integer> spent = new HashMap<>();
    public Map<String, Long> lastAt = new HashMap<>();
    public long day;
    public int seeds;
    public int reviewed;
}
