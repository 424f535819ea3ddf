/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.fuselink.events.ActionType;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Family;
import io.fuselink.events.LegState;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PartyType;
import io.fuselink.events.ProofKind;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import io.fuselink.events.Verb;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no Kibana checks when it imports: every panel and list is held against its schema and its index. */
final class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Path FILES =
            Path.of("src", "main", "resources", "io", "fuselink", "dashboards");
    private static final Pattern BILINGUAL =
            Pattern.compile("[^·]*\\p{IsHan}[^·]* · [\\p{ASCII}…“”’≤–]+");
    private static final Pattern MACRO = Pattern.compile("%[^%\\s]+%");
    private static final Set<String> SORTABLE =
            Set.of("keyword", "integer", "long", "double", "date", "boolean");
    private static final Validator SCHEMAS =
            new ValidatorFactory().withDialect(new Dialects.Draft7Dialect()).createValidator();
    private static final URI VEGA_LITE = vegaLite();

    private static URI vegaLite() {
        try (var schema =
                CatalogueTest.class
                        .getClassLoader()
                        .getResourceAsStream(
                                "META-INF/resources/webjars/vega-lite/"
                                        + System.getProperty("vega-lite.version")
                                        + "/vega-lite-schema.json")) {
            return SCHEMAS.registerSchema(
                    new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Panel> panels() {
        return CATALOGUE.panels();
    }

    static List<SavedSearch> searches() {
        return CATALOGUE.searches();
    }

    static List<Dashboard> dashboards() {
        return CATALOGUE.dashboards();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelIsValidVegaLite(Panel panel) {
        var spec = panel.spec().deepCopy();
        // Kibana's own: a query in the place of an address, and what only Vega knows.
        ((ObjectNode) spec.get("data")).put("url", "elasticsearch");
        ((ObjectNode) spec.get("config")).remove(List.of("kibana", "signals"));

        assertThat(SCHEMAS.validate(VEGA_LITE, spec.toString()).getErrors())
                .extracting(error -> error.getInstanceLocation() + ": " + error.getError())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelLeavesSpanAndFiltersToWhoeverShowsIt(Panel panel) {
        assertThat(panel.url().path("%context%").asBoolean()).isTrue();
        assertThat(panel.family().type(panel.url().path("%timefield%").asText())).isEqualTo("date");
        assertThat(MACRO.matcher(panel.url().toString()).results().map(m -> m.group()))
                .isSubsetOf("%context%", "%timefield%", "%autointerval%");
        assertThat(panel.search(View.of(0, 1)).body().toString()).doesNotContain("%");
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyFieldAPanelAsksForIsInTheIndexWithTheRightType(Panel panel) {
        var family = panel.family();
        var body = panel.url().path("body");

        assertThat(body.findValues("date_histogram"))
                .allSatisfy(
                        h -> assertThat(family.type(h.path("field").asText())).isEqualTo("date"));
        assertThat(body.findValuesAsText("field"))
                .allSatisfy(field -> assertThat(family.type(field)).as(field).isIn(SORTABLE));
        for (var query : List.of("term", "range", "terms")) {
            assertThat(fieldsOf(body, query))
                    .as(query)
                    .allSatisfy(field -> assertThat(family.has(field)).as(field).isTrue());
        }
        if (!panel.filterField().isEmpty()) {
            assertThat(family.type(panel.filterField())).isIn(SORTABLE);
            assertThat(panel.spec().findValuesAsText("as")).contains("filter");
        }
    }

    /** Queries name a field as their key; aggregations of the same name have a {@code field}. */
    private static Set<String> fieldsOf(JsonNode body, String query) {
        var fields = new TreeSet<String>();
        for (var clause : body.findValues(query)) {
            if (!clause.has("field")) {
                clause.fieldNames().forEachRemaining(fields::add);
            }
        }
        return fields;
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelSaysInBothLanguagesWhatItShows(Panel panel) {
        assertThat(panel.title()).matches(BILINGUAL);
        assertThat(panel.description()).matches(BILINGUAL);
        assertThat(panel.spec().findValues("tooltip")).as("a mark tells its data").isNotEmpty();
        for (var title : panel.spec().findValues("title")) {
            if (title.isTextual()) {
                assertThat(title.asText()).matches(BILINGUAL);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aListHasColumnsOfItsIndexWithWordsForThem(SavedSearch list) {
        assertThat(list.title()).matches(BILINGUAL);
        assertThat(list.description()).matches(BILINGUAL);
        assertThat(list.columns())
                .isNotEmpty()
                .allSatisfy(column -> assertThat(list.family().has(column)).as(column).isTrue())
                .allSatisfy(column -> assertThat(words("field", column)).matches(BILINGUAL));
        assertThat(list.family().type(list.sort())).isIn(SORTABLE);
        for (var name :
                Pattern.compile("(?<!\\w)(\\w+):").matcher(list.query()).results().toList()) {
            if (!name.group(1).equals("_exists_")) {
                assertThat(list.family().has(name.group(1))).as(name.group(1)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aDashboardLiesOnTheGrid(Dashboard dashboard) {
        assertThat(dashboard.title()).matches(BILINGUAL);
        assertThat(dashboard.question()).matches(BILINGUAL);
        assertThat(dashboard.tiles())
                .allSatisfy(tile -> assertThat(tile.x() + tile.w()).isBetween(1, 48))
                .doesNotHaveDuplicates();
        assertThat(dashboard.tiles().stream().map(Tile::ref)).doesNotHaveDuplicates();
    }

    @Test
    void everyFileIsShownSomewhere() throws IOException {
        assertThat(names("boards"))
                .containsExactlyInAnyOrderElementsOf(
                        CATALOGUE.dashboards().stream().map(Dashboard::id).toList());
        assertThat(names("panels"))
                .containsExactlyInAnyOrderElementsOf(
                        CATALOGUE.panels().stream().map(Panel::id).toList());
        assertThat(names("searches"))
                .containsExactlyInAnyOrderElementsOf(
                        CATALOGUE.searches().stream().map(SavedSearch::id).toList());
    }

    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FILES.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).toList();
        }
    }

    @Test
    void everyStateAndActionHasAWord() {
        Map.of(
                        "action", ActionType.values(),
                        "state", LegState.values(),
                        "party_type", PartyType.values(),
                        "family", Family.values(),
                        "subject_type", SubjectType.values(),
                        "target_type", TargetType.values(),
                        "purpose", PurposeClass.values(),
                        "reason", DeadLetterReason.values(),
                        "verb", Verb.values(),
                        "proof", ProofKind.values())
                .forEach(
                        (dictionary, values) ->
                                assertThat(Arrays.stream(values).map(Enum::name))
                                        .allSatisfy(
                                                value ->
                                                        assertThat(words(dictionary, value))
                                                                .as(dictionary + " " + value)
                                                                .matches(BILINGUAL)));
    }

    @Test
    void everyClassOfNumbersAndEveryProvinceHasAWord() {
        assertThat(Arrays.stream(NumberClass.values()).map(Enum::name))
                .allMatch(name -> BILINGUAL.matcher(words("number_class", name)).matches());
        assertThat(CATALOGUE.labels().path("province"))
                .hasSize(34)
                .allMatch(name -> BILINGUAL.matcher(name.asText()).matches());
    }

    /** A value without a colour of its own would not be drawn at all. */
    @Test
    void everyDetectorHasAColour() {
        var colours = new SharedParts().part("detector");
        var coloured = new TreeSet<String>();
        colours.path("domain").forEach(name -> coloured.add(name.asText()));

        assertThat(colours.path("range")).hasSize(coloured.size());
        assertThat(CATALOGUE.labels().path("detector"))
                .allMatch(name -> coloured.contains(name.asText()));
    }

    @Test
    void noWordBreaksOutOfAnExpression() {
        var words = new ArrayList<String>();
        CATALOGUE.labels().forEach(dictionary -> dictionary.forEach(w -> words.add(w.asText())));

        assertThat(words).noneMatch(word -> word.contains("'") || word.contains("\\"));
    }

    private static String words(String dictionary, String value) {
        return CATALOGUE.labels().path(dictionary).path(value).asText();
    }
}
