/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.jobs.io.elastic.Documents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/** What Elasticsearch itself says is in the indices. */
final class Indices {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient elastic;

    Indices(RestClient elastic) {
        this.elastic = elastic;
    }

    /** Documents by index, counted by Elasticsearch. */
    Map<String, Long> counts() throws IOException {
        elastic.performRequest(new Request("POST", "/fuselink-*/_refresh"));
        var search = new Request("GET", "/fuselink-*/_search");
        search.setJsonEntity(
                "{\"size\":0,\"aggs\":{\"index\":{\"terms\":{\"field\":\"_index\",\"size\":1000}}}}");
        var counts = new TreeMap<String, Long>();
        for (var bucket : read(search).at("/aggregations/index/buckets")) {
            counts.put(bucket.get("key").asText(), bucket.get("doc_count").asLong());
        }
        return counts;
    }

    /** What has arrived so far, in one phrase. */
    String headline() {
        try {
            var counts = counts();
            var alerts =
                    counts.entrySet().stream()
                            .filter(i -> i.getKey().startsWith("fuselink-alerts"))
                            .mapToLong(Map.Entry::getValue)
                            .sum();
            return "in Elasticsearch: %,d alerts, %,d bundles, %,d legs"
                    .formatted(
                            alerts,
                            counts.getOrDefault("fuselink-bundles", 0L),
                            counts.getOrDefault("fuselink-legs", 0L));
        } catch (IOException e) {
            return "Elasticsearch does not answer: " + e.getMessage();
        }
    }

    /** Documents by index that these outputs must become; a record told twice is one document. */
    static Map<String, Long> expected(OutputRecords outputs) {
        Map<String, Set<String>> ids = new HashMap<>();
        for (var record : outputs.documented()) {
            for (var document : Documents.of(record)) {
                ids.computeIfAbsent(document.index(), i -> new HashSet<>()).add(document.id());
            }
        }
        var counts = new TreeMap<String, Long>();
        ids.forEach((index, of) -> counts.put(index, (long) of.size()));
        return counts;
    }

    /** For each alert: when it became true in event time, and when its document was written, epoch ms. */
    List<long[]> alertTimes() throws IOException {
        var search = new Request("GET", "/fuselink-alerts-*/_search");
        search.setJsonEntity("{\"size\":10000,\"_source\":[\"at\",\"written_at\"]}");
        var times = new ArrayList<long[]>();
        for (var hit : read(search).at("/hits/hits")) {
            var source = hit.get("_source");
            times.add(new long[] {source.get("at").asLong(), source.get("written_at").asLong()});
        }
        return times;
    }

    private JsonNode read(Request request) throws IOException {
        return JSON.readTree(elastic.performRequest(request).getEntity().getContent());
    }
}
