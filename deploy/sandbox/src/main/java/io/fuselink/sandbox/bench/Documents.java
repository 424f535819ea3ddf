/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.city.Timetable;
import io.fuselink.patterns.SignalCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/** When what the documents in Elasticsearch say became true, and when they were written. */
final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those that say what was found and what was asked for; they carry event time. */
    private static final String INDICES =
            "fuselink-alerts-*,fuselink-campaigns,fuselink-breaker-events-*,fuselink-cards-*,fuselink-pages-*";

    /** What is told of calls that no live binding covers. */
    private static final Set<String> HELD =
            Set.of(
                    SignalCode.S14_UNBOUND_CALLS.name(),
                    SignalCode.UNBOUND_IN_VAIN.name(),
                    SignalCode.EXPIRED_BINDING_CALL.name());

    /** So many tell the percentiles. */
    private static final int MOST = 10_000;

    private final RestClient elastic;

    Documents(RestClient elastic) {
        this.elastic = elastic;
    }

    /**
     * How long documents took, ms.
     *
     * @param held of alerts that rest on calls without a binding, whose verdict is held for the time of
     *     grace; it became true when it fell
     * @param prompt of all others
     */
    record Delays(List<Long> prompt, List<Long> held) {}

    /**
     * Delays of the documents whose content became true in a stretch of event time, ms of wall clock, from
     * when the city had sent the moment to when the document was written.
     */
    Delays delays(Timetable timetable, long from, long to) throws IOException {
        elastic.performRequest(new Request("POST", "/" + INDICES + "/_refresh"));
        var delays = new Delays(new ArrayList<>(), new ArrayList<>());
        for (var hit : hits(from, to)) {
            var source = hit.get("_source");
            var sent = timetable.wallAt(source.get("at").asLong());
            if (sent > 0) {
                var of = rulesOnHeld(source) ? delays.held() : delays.prompt();
                of.add(Math.max(0, source.get("written_at").asLong() - sent));
            }
        }
        return delays;
    }

    private static boolean rulesOnHeld(JsonNode alert) {
        return alert.findValuesAsText("code").stream().anyMatch(HELD::contains);
    }

    private JsonNode hits(long from, long to) throws IOException {
        var search = new Request("GET", "/" + INDICES + "/_search");
        search.setJsonEntity(
                """
                {"size":%d,"_source":["at","written_at","reasons.code"],"sort":[{"at":"asc"}],
                 "query":{"range":{"at":{"gt":%d,"lte":%d}}}}
                """
                        .formatted(MOST, from, to));
        return JSON.readTree(elastic.performRequest(search).getEntity().getContent())
                .at("/hits/hits");
    }
}
