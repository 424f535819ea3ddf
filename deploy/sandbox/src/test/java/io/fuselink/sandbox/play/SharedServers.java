/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.jobs.io.elastic.ElasticClient;
import io.fuselink.jobs.io.elastic.ElasticSettings;
import io.fuselink.sandbox.Servers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/** The servers that all plays of a build share: each counts what it finds, so each must find nothing. */
final class SharedServers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SharedServers() {}

    static SandboxRun.Servers all() {
        return new SandboxRun.Servers(Servers.kafka(), Servers.elasticsearch(), Servers.flink(), 0);
    }

    static RestClient elastic() {
        return ElasticClient.open(ElasticSettings.of(Servers.elasticsearch().uri().toString()));
    }

    /** Deletes what a play left in Elasticsearch and Kafka. */
    static void clear() throws Exception {
        try (var elastic = elastic()) {
            for (var index : indices(elastic)) {
                elastic.performRequest(new Request("DELETE", "/" + index));
            }
        }
        var topics =
                Stream.concat(
                                Stream.of(Feed.values()).map(Feed::topic),
                                Stream.of(Output.values()).map(Output::topic))
                        .toList();
        try (var admin =
                Admin.create(
                        Map.<String, Object>of(
                                "bootstrap.servers", Servers.kafka().bootstrapServers()))) {
            var present = admin.listTopics().names().get();
            admin.deleteTopics(topics.stream().filter(present::contains).toList()).all().get();
            while (!Set.copyOf(admin.listTopics().names().get()).stream()
                    .noneMatch(topics::contains)) {
                Thread.onSpinWait();
            }
        }
    }

    private static List<String> indices(RestClient elastic) throws IOException {
        var catalogue =
                elastic.performRequest(new Request("GET", "/_cat/indices/fuselink-*?format=json"))
                        .getEntity()
                        .getContent()
                        .readAllBytes();
        return JSON.readTree(catalogue).findValuesAsText("index");
    }
}
