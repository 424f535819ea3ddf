/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What panels have in common, said once: colours, the map, the words for states and actions. A panel asks
 * for a part with {@code {"$shared": "name"}}, and for a word with {@code label(dictionary, value)} in an
 * expression; both are filled in before anybody draws it.
 */
final class SharedParts {
    private static final String SHARED = "$shared";
    private static final Pattern LABEL = Pattern.compile("label\\((\\w+), ([\\w.\\[\\]]+)\\)");

    private final JsonNode parts = IndexFamily.parse(IndexFamily.resource("shared/parts.json"));
    private final JsonNode labels = IndexFamily.parse(IndexFamily.resource("shared/labels.json"));

    /** Words by dictionary and value: Chinese and English with {@code " · "} between. */
    JsonNode labels() {
        return labels;
    }

    /** The part under that name, such as the configuration all charts have. */
    JsonNode part(String name) {
        if (!parts.has(name)) {
            throw new IllegalStateException("shared/parts.json has no part `%s`.".formatted(name));
        }
        return parts.get(name);
    }

    JsonNode fill(JsonNode node) {
        if (node.has(SHARED)) {
            return fill(part(node.get(SHARED).asText()));
        }
        if (node instanceof ObjectNode fields) {
            var copy = JsonNodeFactory.instance.objectNode();
            fields.properties().forEach(f -> copy.set(f.getKey(), fill(f.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode elements) {
            var copy = JsonNodeFactory.instance.arrayNode();
            elements.forEach(element -> copy.add(fill(element)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(worded(node.asText())) : node;
    }

    private String worded(String expression) {
        return LABEL.matcher(expression)
                .replaceAll(
                        label ->
                                Matcher.quoteReplacement(
                                        lookup(dictionary(label.group(1)), label.group(2))));
    }

    private JsonNode dictionary(String name) {
        if (!labels.has(name)) {
            throw new IllegalStateException(
                    "shared/labels.json has no dictionary `%s`.".formatted(name));
        }
        return labels.get(name);
    }

    /** A Vega expression; a word nobody translated stands for itself. */
    private static String lookup(JsonNode words, String value) {
        var entries =
                words.properties().stream()
                        .map(word -> "'%s':'%s'".formatted(word.getKey(), word.getValue().asText()))
                        .collect(Collectors.joining(","));
        return "({%s}[%s] || %s)".formatted(entries, value, value);
    }
}
