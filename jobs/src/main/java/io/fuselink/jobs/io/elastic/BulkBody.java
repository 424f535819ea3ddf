/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The body of a {@code _bulk} request: an action line and a document line each. */
final class BulkBody {
    private static final JsonFactory JSON = new JsonFactory();

    private BulkBody() {}

    /**
     * @param writtenAt stamped into every document as {@code written_at}, epoch ms of the wall clock
     */
    static byte[] of(List<Document> documents, long writtenAt) {
        var body = new ByteArrayOutputStream();
        var stamp = (",\"written_at\":" + writtenAt + "}\n").getBytes(StandardCharsets.UTF_8);
        try {
            for (var document : documents) {
                action(document, body);
                body.write(document.json(), 0, document.json().length - 1); // its closing brace
                body.write(stamp);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return body.toByteArray();
    }

    private static void action(Document document, ByteArrayOutputStream body) throws IOException {
        try (var json =
                JSON.createGenerator(body).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeObjectFieldStart("index");
            json.writeStringField("_index", document.index());
            json.writeStringField("_id", document.id());
            if (document.version() > 0) {
                json.writeNumberField("version", document.version());
                json.writeStringField("version_type", "external_gte");
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        body.write('\n');
    }
}
