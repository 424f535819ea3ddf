/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.delays;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/**
 * An alert as it lies in Elasticsearch.
 *
 * @param id of its assessment
 * @param at when it became true, epoch ms of event time
 * @param writtenAt when it was written, epoch ms of the wall clock of the indexing job
 */
record AlertDocument(String id, long at, long writtenAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The alerts written since then, epoch ms of the wall clock; of more than ten thousand the latest. */
    static List<AlertDocument> since(RestClient elastic, long since) {
        var search = new Request("GET", "/fuselink-alerts-*/_search");
        search.addParameter("ignore_unavailable", "true");
        search.setJsonEntity(
                """
                {"size": 10000, "_source": ["at", "written_at"],
                 "sort": [{"written_at": {"order": "desc", "unmapped_type": "date"}}],
                 "query": {"range": {"written_at": {"gte": %d}}}}
                """
                        .formatted(since));
        try {
            elastic.performRequest(new Request("POST", "/fuselink-alerts-*/_refresh"));
            var found = JSON.readTree(elastic.performRequest(search).getEntity().getContent());
            var alerts = new ArrayList<AlertDocument>();
            for (var hit : found.at("/hits/hits")) {
                alerts.add(
                        new AlertDocument(
                                hit.get("_id").asText(),
                                hit.at("/_source/at").asLong(),
                                hit.at("/_source/written_at").asLong()));
            }
            return alerts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
