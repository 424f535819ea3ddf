/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes {@code docs/indices.md}: every index, what one document is, and what each field means. */
final class IndexReference {
    private final FieldMeanings meanings = FieldMeanings.load();
    private final StringBuilder page = new StringBuilder();

    private IndexReference() {}

    static String render() {
        return new IndexReference().page();
    }

    private String page() {
        page.append(
                """
                # Indices

                <!-- Generated from the templates in dashboards/; `mvn -pl dashboards -am test -Dfuselink.docs=write` renews it. -->

                What `IndexDocuments` writes and analysts read. Mappings are strict: a field that is not listed here is
                refused. Names with `-*` end in the month of the event time (`fuselink-alerts-2026.11`, UTC), so that a
                replay meets its own documents. An instant that has not come is absent. Documents hold tokens and masked
                displays, never a number, and no words of a call.

                | Index | Holds | Documents |
                |---|---|---|
                """);
        for (var family : IndexFamily.values()) {
            page.append(
                    "| [`%s`](#%s) | %s | %s |\n"
                            .formatted(
                                    family.pattern(),
                                    family.wireName(),
                                    family.description(),
                                    family.identity()));
        }
        for (var family : IndexFamily.values()) {
            section(family);
        }
        return page.toString();
    }

    private void section(IndexFamily family) {
        page.append(
                """

                ## %s

                %s Fields of the `%s` record; %s.

                | Field | Type | Meaning |
                |---|---|---|
                """
                        .formatted(
                                family.wireName(),
                                family.description(),
                                family.body().getSimpleName(),
                                family.identity()));
        rows(family, "", family.properties());
    }

    private void rows(IndexFamily family, String parent, JsonNode properties) {
        properties
                .fields()
                .forEachRemaining(
                        field -> {
                            var path = parent + field.getKey();
                            var mapping = field.getValue();
                            page.append(
                                    "| `%s` | %s | %s |\n"
                                            .formatted(
                                                    path,
                                                    mapping.path("type").asText("object"),
                                                    meanings.of(family, path)));
                            rows(family, path + ".", mapping.path("properties"));
                        });
    }
}
