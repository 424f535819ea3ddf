/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import java.io.Closeable;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends documents and decides about each: written, to be sent again after a pause, refused for good
 * (a note goes to the rejects instead), or a mistake of the operator that stops the job. Every path
 * ends in exactly one call of the result handler.
 */
final class BulkIndexer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(BulkIndexer.class);
    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");
    private static final long FIRST_PAUSE_MS = 200;
    private static final int MOST_DOUBLINGS = 6;

    private final RestClient elastic;
    private final BulkMetrics metrics;
    private final Clock clock;
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile boolean closed;

    BulkIndexer(RestClient elastic, BulkMetrics metrics, Clock clock) {
        this.elastic = elastic;
        this.metrics = metrics;
        this.clock = clock;
    }

    void submit(List<Document> documents, ResultHandler<Document> result) {
        var request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", BulkAnswer.FILTER);
        request.setEntity(new NByteArrayEntity(BulkBody.of(documents, clock.millis()), NDJSON));
        elastic.performRequestAsync(
                request,
                new ResponseListener() {
                    @Override
                    public void onSuccess(Response response) {
                        answered(documents, response, result);
                    }

                    @Override
                    public void onFailure(Exception failure) {
                        failed(documents, failure, result);
                    }
                });
    }

    private void answered(
            List<Document> documents, Response response, ResultHandler<Document> result) {
        BulkAnswer answer;
        try (var body = response.getEntity().getContent()) {
            answer = BulkAnswer.parse(body);
        } catch (IOException e) {
            failed(documents, e, result);
            return;
        }
        if (answer.items().size() != documents.size()) {
            failed(documents, new IOException("the answer does not fit the request"), result);
            return;
        }
        settle(documents, answer.items(), result);
    }

    private void settle(
            List<Document> documents, List<BulkAnswer.Item> items, ResultHandler<Document> result) {
        var again = new ArrayList<Document>();
        var instead = new ArrayList<Document>();
        for (var i = 0; i < items.size(); i++) {
            var document = documents.get(i);
            var item = items.get(i);
            switch (item.fate()) {
                case WRITTEN -> metrics.written().inc();
                case OUTDATED -> metrics.outdated().inc();
                case AGAIN -> again.add(document);
                case REFUSED -> noteRefusal(document, item, instead);
                case FORBIDDEN -> {
                    result.completeExceptionally(forbidden(document.index(), item.status()));
                    return;
                }
            }
        }
        if (again.isEmpty()) {
            failuresInARow.set(0);
        }
        resend(again, instead, result);
    }

    private void noteRefusal(Document document, BulkAnswer.Item item, List<Document> instead) {
        metrics.refused().inc();
        LOG.warn(
                "Elasticsearch refuses {}/{} with {}: {}",
                document.index(),
                document.id(),
                item.status(),
                item.why());
        if (!Documents.isReject(document)) {
            instead.add(Documents.refused(document, item.why()));
        }
    }

    private void resend(
            List<Document> again, List<Document> instead, ResultHandler<Document> result) {
        metrics.retried().inc(again.size());
        var next = new ArrayList<>(again);
        next.addAll(instead);
        if (next.isEmpty()) {
            result.complete();
        } else if (again.isEmpty()) {
            result.retryForEntries(next);
        } else {
            afterPause(() -> result.retryForEntries(next));
        }
    }

    private void failed(
            List<Document> documents, Exception failure, ResultHandler<Document> result) {
        metrics.failed().inc();
        var mistake = mistake(failure);
        if (mistake.isPresent()) {
            result.completeExceptionally(mistake.get());
            return;
        }
        LOG.warn(
                "Elasticsearch did not take {} documents, they are sent again: {}",
                documents.size(),
                firstLine(failure));
        metrics.retried().inc(documents.size());
        afterPause(() -> result.retryForEntries(documents));
    }

    /** What only the operator can put right: 429, 5xx and lost connections pass, other refusals of a whole request do not. */
    private static Optional<IOException> mistake(Exception failure) {
        if (failure.getCause() instanceof CertificateException
                || failure instanceof SSLPeerUnverifiedException) {
            return Optional.of(
                    new IOException(
                            "The certificate of elastic.url is not trusted: check elastic.ca and the host name.",
                            failure));
        }
        if (!(failure instanceof ResponseException refusal)) {
            return Optional.empty();
        }
        var status = refusal.getResponse().getStatusLine().getStatusCode();
        if (status == 429 || status >= 500) {
            return Optional.empty();
        }
        return Optional.of(
                status == 401 || status == 403
                        ? forbidden("/_bulk", status)
                        : new IOException(
                                "elastic.url answers HTTP %d to _bulk: check that it is an Elasticsearch and takes requests of 5 MB."
                                        .formatted(status),
                                refusal));
    }

    private static IOException forbidden(String where, int status) {
        return new IOException(
                "Elasticsearch does not let us write to %s (HTTP %d): check elastic.user and elastic.password-file, or elastic.api-key-file, and its privileges."
                        .formatted(where, status));
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** 200 ms, doubled with each failure in a row, up to 12.8 s; the sink itself would send again at once. */
    private void afterPause(Runnable action) {
        var doublings = Math.min(failuresInARow.getAndIncrement(), MOST_DOUBLINGS);
        CompletableFuture.delayedExecutor(FIRST_PAUSE_MS << doublings, TimeUnit.MILLISECONDS)
                .execute(
                        () -> {
                            if (!closed) {
                                action.run();
                            }
                        });
    }

    @Override
    public void close() throws IOException {
        closed = true;
        elastic.close();
    }
}
