/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;

/** What Elasticsearch said about each document of a {@code _bulk} request, in the request's order. */
record BulkAnswer(List<Item> items) {
    /** The parts of the answer that are read; the rest need not travel. */
    static final String FILTER = "items.*.status,items.*.error.type,items.*.error.reason";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is to be done about one document. */
    enum Fate {
        WRITTEN,
        /** A later state is there already, which is as good. */
        OUTDATED,
        /** Elasticsearch has no room or no node for it now. */
        AGAIN,
        /** It will never be taken, however often it is sent. */
        REFUSED,
        /** We may not write there: the operator must act. */
        FORBIDDEN
    }

    record Item(int status, String why) {
        Fate fate() {
            if (status < 300) {
                return Fate.WRITTEN;
            }
            return switch (status) {
                case 409 -> Fate.OUTDATED;
                case 401, 403 -> Fate.FORBIDDEN;
                case 429 -> Fate.AGAIN;
                default -> status >= 500 ? Fate.AGAIN : Fate.REFUSED;
            };
        }
    }

    static BulkAnswer parse(InputStream body) throws IOException {
        var items = JSON.readTree(body).path("items");
        return new BulkAnswer(
                StreamSupport.stream(items.spliterator(), false).map(BulkAnswer::item).toList());
    }

    private static Item item(JsonNode item) {
        var result = item.path("index");
        var error = result.path("error");
        return new Item(
                result.path("status").asInt(500),
                error.path("type").asText() + ": " + withoutValue(error.path("reason").asText()));
    }

    /** Elasticsearch likes to quote the value it could not read. */
    private static String withoutValue(String reason) {
        var preview = reason.indexOf("Preview of field's value");
        return (preview < 0 ? reason : reason.substring(0, preview)).strip();
    }
}
