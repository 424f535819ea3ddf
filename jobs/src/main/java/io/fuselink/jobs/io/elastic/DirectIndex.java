/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import io.fuselink.jobs.io.ConfigException;
import java.io.IOException;
import java.util.List;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/** Writes the few documents of a batch command at once, and waits for them; a running job has {@link BulkIndexSink}. */
public final class DirectIndex {
    private static final int AT_ONCE = 1_000;

    private DirectIndex() {}

    /**
     * @param writtenAt stamped into every document, epoch ms of the wall clock
     * @throws ConfigException naming the document and Elasticsearch's reason, when one is not taken
     */
    public static void write(RestClient elastic, List<Document> documents, long writtenAt)
            throws IOException {
        for (var begin = 0; begin < documents.size(); begin += AT_ONCE) {
            var some = documents.subList(begin, Math.min(begin + AT_ONCE, documents.size()));
            write(elastic, BulkBody.of(some, writtenAt), some);
        }
    }

    /** The same as the body of a {@code _bulk} request, for whoever sends it another way. */
    public static byte[] bulk(List<Document> documents, long writtenAt) {
        return BulkBody.of(documents, writtenAt);
    }

    private static void write(RestClient elastic, byte[] body, List<Document> documents)
            throws IOException {
        var request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", BulkAnswer.FILTER);
        request.setEntity(new ByteArrayEntity(body, ContentType.create("application/x-ndjson")));
        var answer = BulkAnswer.parse(elastic.performRequest(request).getEntity().getContent());
        for (var i = 0; i < documents.size(); i++) {
            var item = answer.items().get(i);
            switch (item.fate()) {
                case WRITTEN, OUTDATED -> {}
                case AGAIN, REFUSED, FORBIDDEN ->
                        throw new ConfigException(
                                "Elasticsearch did not take %s/%s (HTTP %d %s); put that right and run again, which writes nothing twice."
                                        .formatted(
                                                documents.get(i).index(),
                                                documents.get(i).id(),
                                                item.status(),
                                                item.why()));
            }
        }
    }
}
