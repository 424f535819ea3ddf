/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Kibana's import accepts references to nothing and specifications that do not parse; this does not. */
final class KibanaObjectsTest {
    private static final Path FILE = Path.of("fuselink.ndjson");
    private static final String OBJECTS = KibanaObjects.ndjson(Catalogue.load(), Optional.empty());

    private static List<JsonNode> objects(String ndjson) {
        return ndjson.lines().map(IndexFamily::parse).toList();
    }

    @Test
    void theFileToImportByHandIsNotStale() throws IOException {
        if ("write".equals(System.getProperty("fuselink.docs"))) {
            Files.writeString(FILE, OBJECTS);
        }
        assertThat(Files.readString(FILE).equals(OBJECTS))
                .as(
                        "dashboards/fuselink.ndjson is stale: mvn -pl dashboards -am test -Dfuselink.docs=write")
                .isTrue();
    }

    /** No Kibana runs in this build; its rules for what it imports do. */
    @Test
    void everyObjectHasTheFormOfKibana710AndNothingItDoesNotKnow() {
        var schemas =
                new ValidatorFactory().withDialect(new Dialects.Draft7Dialect()).createValidator();
        var form = schemas.registerSchema(IndexFamily.resource("kibana-7.10-objects.json"));

        for (var object : objects(OBJECTS)) {
            assertThat(schemas.validate(form, object.toString()).getErrors())
                    .as(key(object))
                    .extracting(error -> error.getInstanceLocation() + ": " + error.getError())
                    .isEmpty();
        }
    }

    /** A panel of a dashboard in the form of 7.10: no title of its own, its place, and what it refers to. */
    @Test
    void everyPlaceOnADashboardIsWhole() {
        for (var object : objects(OBJECTS)) {
            if (!object.get("type").asText().equals("dashboard")) {
                continue;
            }
            for (var panel : IndexFamily.parse(object.at("/attributes/panelsJSON").asText())) {
                assertThat(panel.fieldNames())
                        .toIterable()
                        .containsExactlyInAnyOrder(
                                "version",
                                "panelIndex",
                                "panelRefName",
                                "embeddableConfig",
                                "gridData");
                assertThat(panel.at("/gridData/i")).isEqualTo(panel.get("panelIndex"));
                assertThat(panel.at("/gridData/x").asInt() + panel.at("/gridData/w").asInt())
                        .isLessThanOrEqualTo(Dashboard.COLUMNS);
            }
        }
    }

    @Test
    void everyReferenceResolvesToWhatCameBefore() {
        var known = new HashSet<String>();
        for (var object : objects(OBJECTS)) {
            for (var reference : object.get("references")) {
                assertThat(known).contains(key(reference));
            }
            assertThat(known.add(key(object))).as(key(object) + " twice").isTrue();
        }
    }

    private static String key(JsonNode object) {
        return object.get("type").asText() + "/" + object.get("id").asText();
    }

    @Test
    void everyNestedJsonParses() {
        for (var object : objects(OBJECTS)) {
            var attributes = object.get("attributes");
            for (var field :
                    List.of("visState", "panelsJSON", "optionsJSON", "uiStateJSON", "fields")) {
                if (attributes.has(field)) {
                    assertThat(IndexFamily.parse(attributes.get(field).asText()).isContainerNode())
                            .isTrue();
                }
            }
            for (var source : attributes.findValues("searchSourceJSON")) {
                assertThat(IndexFamily.parse(source.asText()).has("query")).isTrue();
            }
        }
    }

    @Test
    void aVegaPanelHoldsItsSpecificationWithKibanasMacros() {
        var panels =
                objects(OBJECTS).stream()
                        .filter(object -> object.get("type").asText().equals("visualization"))
                        .map(object -> object.at("/attributes/visState").asText())
                        .map(IndexFamily::parse)
                        .toList();

        assertThat(panels)
                .hasSize(Catalogue.load().panels().size())
                .allSatisfy(state -> assertThat(state.get("type").asText()).isEqualTo("vega"))
                .extracting(state -> IndexFamily.parse(state.at("/params/spec").asText()))
                .allMatch(spec -> spec.at("/data/url").has("%context%"));
    }

    @Test
    void eightDashboardsPlaceEachPanelTheyRefer() {
        var dashboards =
                objects(OBJECTS).stream()
                        .filter(object -> object.get("type").asText().equals("dashboard"))
                        .toList();

        assertThat(dashboards).hasSize(8);
        for (var dashboard : dashboards) {
            var placed =
                    IndexFamily.parse(dashboard.at("/attributes/panelsJSON").asText())
                            .findValuesAsText("panelRefName");
            assertThat(dashboard.get("references").findValuesAsText("name"))
                    .containsExactlyElementsOf(placed);
        }
    }

    @Test
    void withABoardTheIdsOfDecisionsLeadToIt() {
        var ndjson = KibanaObjects.ndjson(Catalogue.load(), Optional.of("http://127.0.0.1:9000"));

        var linked =
                objects(ndjson).stream()
                        .filter(object -> object.at("/attributes").has("fieldFormatMap"))
                        .map(object -> object.get("id").asText())
                        .collect(Collectors.toSet());

        assertThat(linked).contains("fuselink-legs", "fuselink-bundles", "fuselink-breaker-events");
        assertThat(ndjson).contains("http://127.0.0.1:9000/decide/{{value}}");
    }
}
