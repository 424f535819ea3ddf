/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a platform builds against says the same as the codecs that will read it. */
class PublishedSchemasTest {
    private static final Path SCHEMAS = Path.of("..", "docs", "schemas");
    private static final Path PROTOS = Path.of("src", "main", "proto", "fuselink");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonSchema> READ = schemas();

    private final JsonCodec codec = new JsonCodec();

    @Example
    void thePublishedFilesAreThoseOfTheRecords() throws IOException {
        published(SCHEMAS, FeedSchemas.files());
        published(PROTOS, ProtoFiles.files());
    }

    @Property(tries = 500)
    void whatTheCodecWritesItsSchemaAccepts(@ForAll("events") Event event) throws IOException {
        var record = JSON.readTree(codec.encode(event));

        assertThat(faults(event.feed().wireName(), record)).isEmpty();
    }

    @Property(tries = 200)
    void whatThePipelineTellsItsSchemaAccepts(@ForAll("outputs") Record output) throws IOException {
        var record = JSON.readTree(codec.encodeOutput(output));

        assertThat(faults(nameOf(output), record)).isEmpty();
    }

    @Property(tries = 200)
    void whatTheCodecRefusesItsSchemaRefuses(@ForAll("events") Event event) throws IOException {
        for (var field : FeedPlan.of(event.feed()).fields()) {
            var record = (ObjectNode) JSON.readTree(codec.encode(event));
            if (!field.optional()) {
                record.remove(field.name());
                assertThat(faults(event.feed().wireName(), record)).isNotEmpty();
            }
            if (field.token()) {
                record.put(field.name(), "13800138000");
                assertThat(faults(event.feed().wireName(), record)).isNotEmpty();
            }
        }
    }

    @Property(tries = 50)
    void aFieldNobodyKnowsIsANewerWritersRight(@ForAll("events") Event event) throws IOException {
        var record = (ObjectNode) JSON.readTree(codec.encode(event));
        record.put("mood", "good").put("schema_ver", 1);
        assertThat(faults(event.feed().wireName(), record)).isNotEmpty();

        record.put("schema_ver", 2);
        assertThat(faults(event.feed().wireName(), record)).isEmpty();
    }

    @Example
    void everyFieldOfAFeedSaysWhatItIsAndHowPrivate() {
        for (var feed : Feed.values()) {
            var properties = READ.get(feed.wireName()).getSchemaNode().get("properties");
            assertThat(properties)
                    .allSatisfy(
                            property -> {
                                assertThat(property.path("description").asText()).isNotBlank();
                                assertThat(property.path("x-privacy").asText()).startsWith("P");
                            });
        }
    }

    private static void published(Path folder, Map<String, String> files) throws IOException {
        if (System.getProperty("fuselink.regenerate") != null) {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
        var there = new TreeMap<String, String>();
        try (var listed = Files.list(folder)) {
            for (var file : listed.toList()) {
                there.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(there)
                .as(folder + " is out of date: run mvn -pl events test -Dfuselink.regenerate")
                .isEqualTo(files);
    }

    private static List<String> faults(String name, JsonNode record) {
        return READ.get(name).validate(record).stream().map(Object::toString).toList();
    }

    private static Map<String, JsonSchema> schemas() {
        var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        var schemas = new HashMap<String, JsonSchema>();
        FeedSchemas.files()
                .forEach(
                        (file, text) ->
                                schemas.put(
                                        file.replace(".schema.json", ""), factory.getSchema(text)));
        return schemas;
    }

    @Provide
    Arbitrary<Event> events() {
        return Arbitraries.of(Feed.class).flatMap(Bodies::events);
    }

    @Provide
    Arbitrary<Record> outputs() {
        return Arbitraries.of(Output.class).flatMap(output -> Bodies.records(output.body()));
    }

    private static String nameOf(Record output) {
        return Arrays.stream(Output.values())
                .filter(topic -> topic.body() == output.getClass())
                .findFirst()
                .orElseThrow()
                .wireName();
    }
}
