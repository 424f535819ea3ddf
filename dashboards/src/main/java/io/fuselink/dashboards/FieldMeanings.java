/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The dictionary of document fields. A word means one thing everywhere; the few that do not are
 * entered under their index or their parent as well.
 */
final class FieldMeanings {
    private final JsonNode entries;

    private FieldMeanings(JsonNode entries) {
        this.entries = entries;
    }

    static FieldMeanings load() {
        return new FieldMeanings(IndexFamily.parse(IndexFamily.resource("fields.json")));
    }

    /** The sentence for a field, nearest entry first. */
    String of(IndexFamily family, String path) {
        return entries.get(entry(family, path)).asText();
    }

    /** The entry that explains a field. */
    String entry(IndexFamily family, String path) {
        var word = path.substring(path.lastIndexOf('.') + 1);
        return List.of(family.wireName() + "." + path, path, word).stream()
                .filter(entries::has)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "fields.json does not explain `%s` of %s: add one sentence."
                                                .formatted(path, family.wireName())));
    }

    Iterable<String> words() {
        return entries::fieldNames;
    }
}
