/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.TreeMap;

/**
 * One way to write a JSON object, so that the same facts always are the same bytes: UTF-8, names sorted,
 * no white space, numbers as Java prints them.
 */
final class CanonicalJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private CanonicalJson() {}

    static byte[] write(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(sorted(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory is always JSON", e);
        }
    }

    /** An object and nothing else; fails when the bytes are anything but that. */
    static ObjectNode read(byte[] bytes) throws IOException {
        if (JSON.readTree(bytes) instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("not a JSON object");
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, JsonNode>();
            node.properties().forEach(f -> fields.put(f.getKey(), sorted(f.getValue())));
            var object = JSON.createObjectNode();
            fields.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node;
    }
}
