/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A YAML file as dotted keys, so that {@code kafka: {bootstrap.servers: x}} and {@code kafka.bootstrap.servers: x} say the same. */
final class FlatYaml {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
                    .build();

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    private FlatYaml(Path file) {
        this.file = file;
    }

    static Map<String, String> read(Path file) {
        var yaml = new FlatYaml(file);
        var root = yaml.parse();
        if (!root.isObject()) {
            throw yaml.fail("holds no settings; write keys such as kafka.bootstrap.servers.");
        }
        yaml.flatten("", root);
        return yaml.values;
    }

    private JsonNode parse() {
        try {
            return YAML.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ConfigException("%s does not exist; check --config.".formatted(file), e);
        } catch (JsonProcessingException e) {
            // The parser quotes the file in its message, secrets included: the line is enough.
            var line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw new ConfigException("%s: not valid YAML%s.".formatted(file, line));
        } catch (IOException e) {
            throw new ConfigException(
                    "%s cannot be read (%s); check --config.".formatted(file, e.getMessage()), e);
        }
    }

    private void flatten(String key, JsonNode node) {
        if (node.isObject()) {
            for (var field : node.properties()) {
                flatten(
                        key.isEmpty() ? field.getKey() : key + "." + field.getKey(),
                        field.getValue());
            }
        } else if (node.isValueNode() && !node.isNull()) {
            if (values.put(key, node.asText()) != null) {
                throw fail(key + " is given twice; keep one.");
            }
        } else {
            throw fail(key + " must have one value.");
        }
    }

    private ConfigException fail(String sentence) {
        return new ConfigException(file + ": " + sentence);
    }
}
