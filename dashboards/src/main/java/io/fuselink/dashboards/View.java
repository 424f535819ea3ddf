/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What an analyst looks at: a span of event time and what it is narrowed to. Answers the macros that
 * panels leave to Kibana.
 *
 * @param from begin of the span, epoch ms
 * @param to its end, epoch ms
 */
public record View(long from, long to, List<Filter> filters) {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /**
     * A span begins and ends on the edges of its thousandth parts, outwards: what is asked again a second
     * later is the same question, which Elasticsearch has answered already.
     */
    private static final int EDGES = 1_000;

    /** Widths of a bar that people can read off an axis, ms. */
    private static final List<Long> INTERVALS =
            List.of(
                    SECOND,
                    5 * SECOND,
                    10 * SECOND,
                    30 * SECOND,
                    MINUTE,
                    5 * MINUTE,
                    10 * MINUTE,
                    30 * MINUTE,
                    HOUR,
                    3 * HOUR,
                    12 * HOUR,
                    DAY,
                    7 * DAY,
                    30 * DAY);

    public View {
        filters = List.copyOf(filters);
    }

    /** Everything within a span. */
    public static View of(long from, long to) {
        return new View(from, to, List.of());
    }

    /** The query that stands for {@code %context%} and {@code %timefield%}. */
    ObjectNode query(IndexFamily family, String timeField) {
        var query = JsonNodeFactory.instance.objectNode();
        var all = query.putObject("bool").putArray("filter");
        var step = width(EDGES);
        all.addObject()
                .putObject("range")
                .putObject(timeField)
                .put("gte", Math.floorDiv(from, step) * step)
                .put("lt", (Math.floorDiv(to, step) + 1) * step)
                .put("format", "epoch_millis");
        filters.forEach(filter -> filter.clause(family).ifPresent(all::add));
        return query;
    }

    /** The width that stands for {@code %autointerval%}: the least that gives at most so many bars. */
    String interval(int bars) {
        return width(bars) / SECOND + "s";
    }

    private long width(int parts) {
        var least = Math.max(1, to - from) / Math.max(1, parts);
        return INTERVALS.stream()
                .filter(interval -> interval >= least)
                .findFirst()
                .orElse(INTERVALS.get(INTERVALS.size() - 1));
    }
}
