/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.city.Timetable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/** When the alerts in Elasticsearch became true and when they were written. */
final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 10_000;

    private final RestClient elastic;

    Documents(RestClient elastic) {
        this.elastic = elastic;
    }

    /**
     * Delays of the alerts that became true in a stretch of event time, ms of wall clock, from when the
     * city had sent the moment to when the document was written.
     */
    List<Long> delays(Timetable timetable, long from, long to) throws IOException {
        elastic.performRequest(new Request("POST", "/fuselink-alerts-*/_refresh"));
        var delays = new ArrayList<Long>();
        String after = "";
        while (true) {
            var hits = page(from, to, after);
            for (var hit : hits) {
                var source = hit.get("_source");
                var sent = timetable.wallAt(source.get("at").asLong());
                if (sent > 0) {
                    delays.add(Math.max(0, source.get("written_at").asLong() - sent));
                }
            }
            if (hits.size() < PAGE) {
                return delays;
            }
            after = ",\"search_after\":" + hits.get(hits.size() - 1).get("sort");
        }
    }

    private JsonNode page(long from, long to, String after) throws IOException {
        var search = new Request("GET", "/fuselink-alerts-*/_search");
        search.setJsonEntity(
                """
                {"size":%d,"_source":["at","written_at"],"sort":[{"at":"asc"},{"id":"asc"}],
                 "query":{"range":{"at":{"gt":%d,"lte":%d}}}%s}
                """
                        .formatted(PAGE, from, to, after));
        return JSON.readTree(elastic.performRequest(search).getEntity().getContent())
                .at("/hits/hits");
    }
}
