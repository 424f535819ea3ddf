/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Output;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the JSON Schema (2020-12) of every feed and output from the very plans the codecs follow. A
 * record that a schema of a feed accepts is understood, except for the rules between fields, which
 * {@code docs/feeds.md} lists; fields that are absent are left out, not {@code null}.
 */
public final class FeedSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "^[0-9a-f]{32}$";

    private FeedSchemas() {}

    /** The schemas by file name. */
    public static Map<String, String> files() {
        var files = new TreeMap<String, String>();
        for (var feed : Feed.values()) {
            files.put(feed.wireName() + ".schema.json", text(feed(feed)));
        }
        for (var output : Output.values()) {
            files.put(output.wireName() + ".schema.json", text(output(output)));
        }
        return files;
    }

    private static ObjectNode feed(Feed feed) {
        var plan = FeedPlan.of(feed);
        var schema = head(feed.wireName(), feed.topic(), feed.key());
        object(schema, plan.fields());
        // A newer writer may say more; its fields are passed over.
        var ours = schema.putObject("if").putObject("properties").putObject("schema_ver");
        ours.put("maximum", Header.SCHEMA_VERSION);
        var names = schema.putObject("then").putObject("propertyNames").putArray("enum");
        for (var field : plan.fields()) {
            names.add(field.name());
        }
        return schema;
    }

    private static ObjectNode output(Output output) {
        var schema = head(output.wireName(), output.topic(), output.key());
        object(schema, RecordPlan.of(output.body()).fields());
        return schema;
    }

    private static ObjectNode head(String name, String topic, String key) {
        return JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:fuselink:" + name + ":v" + Header.SCHEMA_VERSION)
                .put("title", name)
                .put("description", "Value of topic " + topic + ", record key " + key + ".")
                .put("x-topic", topic)
                .put("x-key", key);
    }

    private static void object(ObjectNode schema, FieldPlan[] fields) {
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = JSON.createArrayNode();
        for (var field : fields) {
            property(properties.putObject(field.name()), field);
            if (always(field)) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    /** Our own outputs leave out what is unknown, which a number with a fraction may be. */
    private static boolean always(FieldPlan field) {
        var primitive = field.shape().type().isPrimitive();
        return !field.optional() || primitive && field.shape().kind() != Shape.Kind.DOUBLE;
    }

    private static void property(ObjectNode property, FieldPlan field) {
        if (!field.meaning().isEmpty()) {
            property.put("description", field.meaning());
            property.put("x-privacy", field.privacy().name());
        }
        if (!field.unit().words().isEmpty()) {
            property.put("x-unit", field.unit().words());
        }
        value(property, field.shape(), field.unit());
    }

    private static void value(ObjectNode property, Shape shape, Unit unit) {
        switch (shape.kind()) {
            case TEXT -> text(property.put("type", "string"), unit);
            case INT -> {
                range(property, Integer.MIN_VALUE, Integer.MAX_VALUE);
                number(property, unit);
            }
            case LONG -> number(property.put("type", "integer"), unit);
            case DOUBLE -> number(property.put("type", "number"), unit);
            case BOOLEAN -> property.put("type", "boolean");
            case ENUM -> {
                var words = property.put("type", "string").putArray("enum");
                shape.words().keySet().forEach(words::add);
            }
            case LIST ->
                    value(
                            property.put("type", "array").putObject("items"),
                            shape.element(),
                            Unit.NONE);
            case MAP -> {
                text(property.put("type", "object").putObject("propertyNames"), Unit.ID);
                value(property.putObject("additionalProperties"), shape.element(), Unit.NONE);
            }
            case RECORD -> object(property, RecordPlan.of(shape.type()).fields());
        }
    }

    private static void text(ObjectNode property, Unit unit) {
        switch (unit) {
            case TOKEN -> property.put("pattern", TOKEN);
            case ID, TOKEN_OR_ID -> property.put("minLength", 1).put("maxLength", 100);
            case WORDS -> property.put("maxLength", 20_000);
            case MANAGED_UNIT -> property.put("pattern", "^[0-9]{11}$");
            case PROVINCE -> property.put("pattern", "^[0-9]{2}$");
            case GEOHASH_5 -> property.put("pattern", "^[0-9b-hjkmnp-z]{5}$");
            case LANGUAGE -> property.put("pattern", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$");
            default -> property.put("maxLength", 500);
        }
    }

    private static void number(ObjectNode property, Unit unit) {
        switch (unit) {
            case TIME -> range(property, 1, Unit.END_OF_9999);
            case TIME_OR_ZERO, MILLISECONDS -> range(property, 0, Unit.END_OF_9999);
            case SECONDS, PER_HOUR -> range(property, 0, Integer.MAX_VALUE);
            case FEN, FROM_ZERO -> property.put("minimum", 0);
            case FROM_ONE -> property.put("minimum", 1);
            case SHARE -> property.put("minimum", 0).put("maximum", 1);
            case Q850 -> range(property, 1, 127);
            case SIP_STATUS -> range(property, 100, 699);
            default -> {} // any number of its type
        }
    }

    private static void range(ObjectNode property, long least, long most) {
        property.put("type", "integer").put("minimum", least).put("maximum", most);
    }

    private static String text(ObjectNode schema) {
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultPrettyPrinter.NopIndenter.instance);
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema is valid JSON", e);
        }
    }
}
