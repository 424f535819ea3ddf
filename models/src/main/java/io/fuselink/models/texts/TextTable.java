/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.models.table.TableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A file of texts, one JSON object a line: {@code id} and {@code text}, and where known {@code source},
 * {@code label} (1 is fraud, 0 is not) and {@code type}.
 *
 * @param fingerprint first 16 hex characters of the SHA-256 of the uncompressed file
 */
public record TextTable(List<TextRow> rows, String fingerprint) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FINGERPRINT = 16;

    /**
     * Reads a {@code .jsonl} or {@code .jsonl.gz} file.
     *
     * @throws TableException naming the file and the line that cannot be used
     */
    public static TextTable read(Path file) {
        var rows = new ArrayList<TextRow>();
        var ids = new HashSet<String>();
        try (var in = open(file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(row(line, "%s line %d".formatted(file, number), ids));
                }
            }
            if (rows.isEmpty()) {
                throw new TableException("%s has no rows; check the path".formatted(file));
            }
            return new TextTable(
                    List.copyOf(rows),
                    HexFormat.of()
                            .formatHex(in.getMessageDigest().digest())
                            .substring(0, FINGERPRINT));
        } catch (NoSuchFileException e) {
            throw new TableException("%s: no such file; check the path".formatted(file), e);
        } catch (IOException | UncheckedIOException e) {
            throw new TableException(
                    "%s cannot be read (%s): check that it is a .jsonl or .jsonl.gz file"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** The rows whose truth is known. */
    public List<TextRow> labelled() {
        return rows.stream().filter(row -> row.fraud() != null).toList();
    }

    private static TextRow row(String line, String place, Set<String> ids) {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new TableException("%s is not JSON: write one object a line".formatted(place), e);
        }
        var id = required(json, "id", place);
        if (!ids.add(id)) {
            throw new TableException(
                    "%s repeats the id %s: give every text an id of its own".formatted(place, id));
        }
        return new TextRow(
                id,
                json.path("source").asText(""),
                label(json, place),
                json.path("type").asText(""),
                required(json, "text", place));
    }

    private static String required(JsonNode json, String field, String place) {
        var value = json.get(field);
        if (value == null || !value.isTextual() && !value.isIntegralNumber()) {
            throw new TableException(
                    "%s has no %s: each line needs id and text".formatted(place, field));
        }
        return value.asText();
    }

    private static Boolean label(JsonNode json, String place) {
        var label = json.get("label");
        if (label == null || label.isNull()) {
            return null;
        }
        return switch (label.asText()) {
            case "1" -> true;
            case "0" -> false;
            default ->
                    throw new TableException(
                            "%s has the label %s: 1 is fraud, 0 is not, leave it out if unknown"
                                    .formatted(place, label.asText()));
        };
    }

    private static DigestInputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        try {
            return new DigestInputStream(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, sha256());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
