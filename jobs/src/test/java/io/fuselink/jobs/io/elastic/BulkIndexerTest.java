/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.jobs.io.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of documents: completed, sent again, refused, or a stop for the operator. */
final class BulkIndexerTest {
    private static final long WRITTEN_AT = Sample.NOON + 123;

    private final BulkMetrics metrics = BulkMetrics.in(new UnregisteredMetricsGroup());
    private FakeElastic elastic;
    private BulkIndexer indexer;

    @BeforeEach
    void start() throws IOException {
        elastic = new FakeElastic();
        indexer =
                new BulkIndexer(
                        ElasticClient.open(elastic.settings()),
                        metrics,
                        Clock.fixed(Instant.ofEpochMilli(WRITTEN_AT), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() throws IOException {
        indexer.close();
        elastic.close();
    }

    @Test
    void takenDocumentsAreDoneAndStamped() {
        var outcome = submit(document("a", 7), document("b", 0));

        assertThat(outcome.completed()).isTrue();
        assertThat(elastic.taken.get("fuselink-legs/a").toString())
                .isEqualTo("{\"leg_id\":\"a\",\"written_at\":" + WRITTEN_AT + "}");
        assertThat(elastic.actions)
                .extracting(Object::toString)
                .containsExactly(
                        "{\"_index\":\"fuselink-legs\",\"_id\":\"a\",\"version\":7,\"version_type\":\"external_gte\"}",
                        "{\"_index\":\"fuselink-legs\",\"_id\":\"b\"}");
        assertThat(metrics.written().getCount()).isEqualTo(2);
    }

    @Test
    void onlyWhatFoundNoRoomIsSentAgain() {
        elastic.answering("b", 429).answering("d", 503);

        var outcome = submit(document("a"), document("b"), document("c"), document("d"));

        assertThat(outcome.again()).extracting(Document::id).containsExactly("b", "d");
        assertThat(metrics.retried().getCount()).isEqualTo(2);
        assertThat(metrics.written().getCount()).isEqualTo(2);
    }

    @Test
    void aPoisonDocumentIsReplacedByANoteAmongTheRejects() {
        elastic.answering("b", 400);

        var outcome = submit(document("a"), document("b", 3));

        assertThat(outcome.again())
                .singleElement()
                .satisfies(
                        note -> {
                            assertThat(note.index()).isEqualTo("fuselink-rejects-2026.11");
                            assertThat(text(note))
                                    .contains("\"reason\":\"REFUSED_BY_INDEX\"")
                                    .contains("\"detail\":\"told: because.\"")
                                    .contains("\"position\":\"fuselink-legs/b\"")
                                    .doesNotContain("leg_id", "secret");
                        });
        assertThat(metrics.refused().getCount()).isEqualTo(1);
    }

    @Test
    void aRefusedNoteIsNotNotedAgain() {
        var note = Documents.refused(document("a"), "told");
        elastic.answering(note.id(), 400);

        assertThat(submit(note).completed()).isTrue();
        assertThat(metrics.refused().getCount()).isEqualTo(1);
    }

    @Test
    void anOutdatedStateIsAsGoodAsWritten() {
        elastic.answering("a", 409);

        assertThat(submit(document("a", 3)).completed()).isTrue();
        assertThat(metrics.outdated().getCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void aRequestThatPassesIsSentAgainWhole(int status) {
        elastic.answering(status);

        assertThat(submit(document("a"), document("b")).again())
                .extracting(Document::id)
                .containsExactly("a", "b");
        assertThat(metrics.failed().getCount()).isEqualTo(1);
    }

    @Test
    void anElasticsearchThatIsAwayIsWaitedFor() {
        elastic.close();

        assertThat(submit(document("a")).again()).extracting(Document::id).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void wrongCredentialsStopTheJobNamingTheOptions(int status) {
        elastic.answering(status);

        assertThat(submit(document("a")).failure())
                .hasMessageContaining("HTTP " + status)
                .hasMessageContaining("elastic.password-file")
                .hasMessageContaining("elastic.api-key-file");
    }

    @Test
    void anIndexWeMayNotWriteStopsTheJob() {
        elastic.answering("a", 403);

        assertThat(submit(document("a")).failure()).hasMessageContaining("fuselink-legs");
    }

    @Test
    void somethingElseBehindTheAddressStopsTheJob() {
        elastic.answering(404);

        assertThat(submit(document("a")).failure()).hasMessageContaining("elastic.url");
    }

    private static Document document(String id) {
        return document(id, 0);
    }

    private static Document document(String id, long version) {
        var json = "{\"leg_id\":\"" + id + "\"}";
        return new Document(
                "fuselink-legs", id, version, Sample.NOON, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Document document) {
        return new String(document.json(), StandardCharsets.UTF_8);
    }

    private Outcome submit(Document... documents) {
        var result = new CompletableFuture<Outcome>();
        indexer.submit(Stream.of(documents).toList(), reporting(result));
        return result.orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** What the sink was told; exactly one of the three. */
    private record Outcome(boolean completed, List<Document> again, Exception failure) {}

    private static ResultHandler<Document> reporting(CompletableFuture<Outcome> result) {
        return new ResultHandler<>() {
            @Override
            public void complete() {
                result.complete(new Outcome(true, List.of(), null));
            }

            @Override
            public void completeExceptionally(Exception failure) {
                result.complete(new Outcome(false, List.of(), failure));
            }

            @Override
            public void retryForEntries(List<Document> again) {
                result.complete(new Outcome(false, again, null));
            }
        };
    }
}
