/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Finding;
import io.fuselink.events.Ordered;
import io.fuselink.events.SubjectType;
import org.apache.flink.util.Collector;

/**
 * Something new about the trail of one number: what it left behind, or what was found against it.
 *
 * @param footprint null with a finding
 * @param finding null with a footprint
 */
public record TrailNews(String numberTk, long at, Footprint footprint, Finding finding)
        implements Ordered {

    public static TrailNews of(Footprint footprint) {
        return new TrailNews(footprint.numberTk(), footprint.at(), footprint, null);
    }

    /** Findings about numbers that may ask something of others; what is only shown breaks nobody. */
    public static void against(Finding finding, Collector<TrailNews> out) {
        if (finding.subjectType() == SubjectType.NUMBER && finding.levelCap() >= 2) {
            out.collect(new TrailNews(finding.subjectTk(), finding.at(), null, finding));
        }
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return footprint == null ? finding.id() : numberTk;
    }
}
