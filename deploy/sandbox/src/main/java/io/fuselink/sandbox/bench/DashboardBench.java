/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.dashboards.Catalogue;
import io.fuselink.dashboards.Dashboard;
import io.fuselink.dashboards.Search;
import io.fuselink.dashboards.TemplatePublisher;
import io.fuselink.dashboards.Tile;
import io.fuselink.dashboards.View;
import io.fuselink.jobs.io.elastic.DirectIndex;
import io.fuselink.jobs.io.elastic.Documents;
import io.fuselink.jobs.io.elastic.ElasticClient;
import io.fuselink.jobs.io.elastic.ElasticSettings;
import io.fuselink.sandbox.EmbeddedElasticsearch;
import io.fuselink.sandbox.Ports;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.WorkDir;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/**
 * How long Elasticsearch takes to answer a whole dashboard over many leg documents: each panel and list
 * once, six at a time as a browser asks, over all but the first day, and never from the cache of answers.
 */
public final class DashboardBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 15;
    private static final int AT_ONCE = 6;
    private static final int BATCH = 5_000;
    private static final int ROWS = 10;
    private static final int DEAREST = 3;
    private static final long DAY_MS = 24 * 3_600_000L;

    private final Catalogue catalogue = Catalogue.load();
    private final RestClient elastic;
    private final long legs;
    private final Progress progress;

    private DashboardBench(RestClient elastic, long legs, Progress progress) {
        this.elastic = elastic;
        this.legs = legs;
        this.progress = progress;
    }

    /** One line for each dashboard: the median and the longest time over all rounds, ms. */
    public static List<String> run(Ports ports, WorkDir work, long legs, Progress progress)
            throws Exception {
        try (work;
                var server =
                        EmbeddedElasticsearch.launch(
                                        work.path().resolve("elasticsearch"),
                                        ports.elasticsearch(),
                                        ports.transport())
                                .awaitReady(progress);
                var elastic = ElasticClient.open(ElasticSettings.of(server.uri().toString()))) {
            return new DashboardBench(elastic, legs, progress).measure();
        }
    }

    private List<String> measure() throws Exception {
        fill();
        var lines = new ArrayList<String>();
        var browser = Executors.newFixedThreadPool(AT_ONCE);
        try {
            // Once for nothing, so that no dashboard pays for the first use of what it asks.
            for (var dashboard : catalogue.dashboards()) {
                measured(dashboard, browser);
            }
            for (var dashboard : catalogue.dashboards()) {
                lines.add(measured(dashboard, browser));
            }
        } finally {
            browser.shutdownNow();
        }
        return lines;
    }

    private void fill() throws IOException, InterruptedException {
        TemplatePublisher.publish(elastic);
        // Nobody looks while it fills.
        ask("PUT", "/fuselink-legs", "{\"settings\":{\"index\":{\"refresh_interval\":\"-1\"}}}");
        for (long first = 0; first < legs; first += BATCH) {
            var batch =
                    LongStream.range(first, Math.min(legs, first + BATCH))
                            .mapToObj(ManyLegs::leg)
                            .flatMap(leg -> Documents.of(leg).stream())
                            .filter(document -> document.index().equals("fuselink-legs"))
                            .toList();
            DirectIndex.write(elastic, batch, ManyLegs.END);
            var written = first + batch.size();
            progress.waiting(() -> "%,d leg documents written".formatted(written));
        }
        ask("PUT", "/fuselink-legs/_settings", "{\"index\":{\"refresh_interval\":\"1s\"}}");
        ask("POST", "/fuselink-legs/_refresh", "");
        awaitMerges();
        progress.say("%,d leg documents are in Elasticsearch".formatted(legs));
    }

    private JsonNode ask(String method, String path, String body) throws IOException {
        var request = new Request(method, path);
        if (!body.isEmpty()) {
            request.setJsonEntity(body);
        }
        return JSON.readTree(elastic.performRequest(request).getEntity().getContent());
    }

    /** A million documents at once keep Elasticsearch busy with itself for a while; a centre's trickle in. */
    private void awaitMerges() throws IOException, InterruptedException {
        while (merging() > 0) {
            progress.waiting("Elasticsearch is merging what was written");
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private long merging() throws IOException {
        return ask("GET", "/fuselink-legs/_stats/merge", "")
                .at("/_all/total/merges/current")
                .asLong();
    }

    private String measured(Dashboard dashboard, ExecutorService browser) throws Exception {
        var times = new long[ROUNDS];
        var took = new TreeMap<String, Long>();
        var view = View.of(ManyLegs.START + DAY_MS, ManyLegs.END);
        for (var round = 0; round < ROUNDS; round++) {
            var questions = dashboard.tiles().stream().map(tile -> question(tile, view)).toList();
            var start = System.nanoTime();
            for (var answer : browser.invokeAll(questions)) {
                took.merge(answer.get().tile(), answer.get().ms(), Long::sum);
            }
            times[round] = (System.nanoTime() - start) / 1_000_000;
        }
        var sorted = LongStream.of(times).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%-16s %2d panels and lists: median %,5d ms, longest %,5d ms; dearest %s",
                dashboard.id(),
                dashboard.tiles().size(),
                sorted[ROUNDS / 2],
                sorted[ROUNDS - 1],
                dearest(took));
    }

    /** What to make cheaper first: the tiles that took longest, by the mean of what Elasticsearch says. */
    private static String dearest(Map<String, Long> took) {
        return took.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(DEAREST)
                .map(tile -> tile.getKey() + " " + tile.getValue() / ROUNDS + " ms")
                .collect(Collectors.joining(", "));
    }

    private Search search(Tile tile, View view) {
        return switch (tile.kind()) {
            case PANEL -> catalogue.panel(tile.ref()).orElseThrow().search(view);
            case SEARCH -> catalogue.search(tile.ref()).orElseThrow().search(view, "", 0, ROWS);
        };
    }

    /** How long a tile took inside Elasticsearch, ms. */
    private record Took(String tile, long ms) {}

    private Callable<Took> question(Tile tile, View view) {
        var search = search(tile, view);
        return () -> {
            var request = new Request("POST", "/" + search.index() + "/_search");
            request.addParameter("ignore_unavailable", "true");
            request.addParameter("request_cache", "false");
            request.setJsonEntity(search.body().toString());
            var answer = JSON.readTree(elastic.performRequest(request).getEntity().getContent());
            return new Took(tile.ref(), answer.path("took").asLong());
        };
    }
}
