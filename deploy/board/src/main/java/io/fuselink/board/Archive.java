/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.dashboards.Search;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** What Elasticsearch holds. An index nobody has written to yet holds nothing. */
final class Archive {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A decision has a dozen legs and a few versions of each; more would be no page. */
    private static final int DOCUMENTS = 500;

    private final RestClient elastic;

    Archive(RestClient elastic) {
        this.elastic = elastic;
    }

    /** Elasticsearch's own answer. */
    JsonNode ask(Search search) {
        return post(search.index(), search.body().toString());
    }

    /** The documents whose field has that value, in the order of another field. */
    List<JsonNode> documents(String index, String field, String value, String sort) {
        var body = JSON.createObjectNode().put("size", DOCUMENTS);
        body.putObject("query").putObject("term").put(field, value);
        body.putArray("sort").addObject().putObject(sort).put("unmapped_type", "long");
        var documents = new ArrayList<JsonNode>();
        post(index, body.toString())
                .at("/hits/hits")
                .forEach(hit -> documents.add(hit.get("_source")));
        return documents;
    }

    /** The earliest and the latest event time of what happened, epoch ms; 0 and 0 when nothing did. */
    long[] span() {
        var answer =
                post(
                        "fuselink-alerts-*,fuselink-breaker-events-*",
                        "{\"size\":0,\"aggs\":{\"from\":{\"min\":{\"field\":\"at\"}},\"to\":{\"max\":{\"field\":\"at\"}}}}");
        return new long[] {
            answer.at("/aggregations/from/value").asLong(),
            answer.at("/aggregations/to/value").asLong()
        };
    }

    private JsonNode post(String index, String body) {
        var request = new Request("POST", "/" + index + "/_search");
        request.addParameter("ignore_unavailable", "true");
        request.addParameter("allow_no_indices", "true");
        request.setJsonEntity(body);
        try (var content = elastic.performRequest(request).getEntity().getContent()) {
            return JSON.readTree(content);
        } catch (ResponseException e) {
            throw new Refusal(
                    502,
                    "Elasticsearch refused a search in %s with HTTP %d; the board's log says why."
                            .formatted(index, e.getResponse().getStatusLine().getStatusCode()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Elasticsearch does not answer", e);
        }
    }
}
