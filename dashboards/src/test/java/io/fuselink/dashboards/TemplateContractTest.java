/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record's fields and its index are one thing said twice; this is what keeps them one. */
final class TemplateContractTest {
    private static final Pattern INSTANT = Pattern.compile("at|since|.*(At|Start|Deadline)");

    /** The sandbox's Elasticsearch lacks these; a template that uses them could never be tried. */
    private static final List<String> UNTRIED =
            List.of("lifecycle", "runtime", "scaled_float", "wildcard", "constant_keyword");

    @ParameterizedTest
    @EnumSource
    void aTemplateHoldsExactlyTheFieldsOfItsRecord(IndexFamily family) {
        var expected = fieldsOf("", family.body());
        expected.put("written_at", "date");

        assertThat(mapped("", family.properties())).containsExactlyEntriesOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateIsStrictAndCoversItsOwnIndices(IndexFamily family) {
        assertThat(family.template().at("/template/mappings/dynamic").asText()).isEqualTo("strict");
        assertThat(family.pattern()).isIn(family.wireName(), family.wireName() + "-*");
    }

    @ParameterizedTest
    @EnumSource
    void instantsAreEpochMilliseconds(IndexFamily family) {
        for (var mapping : family.template().findParents("type")) {
            if (mapping.get("type").asText().equals("date")) {
                assertThat(mapping.path("format").asText()).isEqualTo("epoch_millis");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateUsesOnlyWhatTheSandboxCanTry(IndexFamily family) {
        assertThat(family.templateJson()).doesNotContain(UNTRIED);
    }

    @Test
    void everyFieldIsExplainedAndNothingElseIs() {
        var meanings = FieldMeanings.load();
        Set<String> used = new TreeSet<>();
        for (var family : IndexFamily.values()) {
            for (var path : mapped("", family.properties()).keySet()) {
                used.add(meanings.entry(family, path));
            }
        }
        assertThat(meanings.words()).containsExactlyInAnyOrderElementsOf(used);
    }

    private static Map<String, String> fieldsOf(String parent, Class<?> record) {
        var fields = new LinkedHashMap<String, String>();
        for (var component : record.getRecordComponents()) {
            var path = parent + SnakeCaseStrategy.INSTANCE.translate(component.getName());
            var type = type(component);
            fields.put(path, type);
            if (type.equals("object")) {
                fields.putAll(fieldsOf(path + ".", element(component)));
            }
        }
        return fields;
    }

    private static String type(RecordComponent component) {
        var java = element(component);
        if (java == long.class) {
            return INSTANT.matcher(component.getName()).matches() ? "date" : "long";
        }
        if (java == int.class) {
            return "integer";
        }
        return java.isRecord()
                ? "object"
                : java.isPrimitive() ? java.getName() : "keyword"; // enums and text
    }

    /** A list is mapped as its elements are. */
    private static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : component.getType();
    }

    private static Map<String, String> mapped(String parent, JsonNode properties) {
        var fields = new LinkedHashMap<String, String>();
        new ArrayList<>(properties.properties())
                .forEach(
                        field -> {
                            var path = parent + field.getKey();
                            fields.put(path, field.getValue().path("type").asText("object"));
                            fields.putAll(mapped(path + ".", field.getValue().path("properties")));
                        });
        return fields;
    }
}
