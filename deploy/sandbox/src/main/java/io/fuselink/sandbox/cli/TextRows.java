/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.sandbox.OperatorError;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Texts to be read, one a row: tab-separated columns under a header that names {@code text}, or JSON lines with {@code id}
 * and {@code text}; either may be gzipped. Blank lines and, in tables, lines that begin with # are skipped. Whatever is not
 * understood is named by file and line, never by what it says.
 */
final class TextRows {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String TEXT = "text";
    private static final String ID = "id";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Consumer<Row> reader;
    private List<String> header;
    private boolean json;
    private boolean begun;
    private long lines;
    private long rows;

    /**
     * A text and its name.
     *
     * @param id as given, else the row's place, counted from 1
     */
    record Row(String id, String text) {}

    private TextRows(String name, Consumer<Row> reader) {
        this.name = name;
        this.reader = reader;
    }

    /**
     * Hands every row of {@code in} to {@code reader}, in order.
     *
     * @param name of the file, for complaints
     * @throws OperatorError if a row is not understood
     */
    static void read(InputStream in, String name, Consumer<Row> reader) throws IOException {
        TextRows rows = new TextRows(name, reader);
        try (BufferedReader text =
                new BufferedReader(
                        new InputStreamReader(unzipped(in), StandardCharsets.UTF_8.newDecoder()))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                rows.line(line);
            }
        } catch (CharacterCodingException e) {
            throw rows.wrong("after it, the file is not UTF-8; convert it first", e);
        } catch (ZipException e) {
            throw rows.wrong("after it, the gzip is damaged (" + e.getMessage() + ")", e);
        }
        if (!rows.begun) {
            throw OperatorError.badInput(
                    name + " holds no rows; it needs a header that names text, or JSON lines.");
        }
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        bytes.mark(2);
        int magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private void line(String raw) {
        String line = lines++ == 0 && raw.startsWith(BYTE_ORDER_MARK) ? raw.substring(1) : raw;
        if (line.isBlank()) {
            return;
        }
        if (!begun) {
            begun = true;
            json = line.stripLeading().startsWith("{");
            if (!json) {
                header(line);
                return;
            }
        }
        if (json) {
            reader.accept(object(line));
        } else if (!line.startsWith("#")) {
            reader.accept(cells(line));
        }
    }

    private void header(String line) {
        header = Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
        if (!header.contains(TEXT)) {
            throw wrong(
                    "names no column 'text'; separate the columns by tabs, such as set, label, text",
                    null);
        }
    }

    private Row cells(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != header.size()) {
            throw wrong(
                    "has "
                            + cells.length
                            + " cells, the header names "
                            + header.size()
                            + " ("
                            + String.join(", ", header)
                            + ")",
                    null);
        }
        rows++;
        int id = header.indexOf(ID);
        return new Row(id < 0 ? Long.toString(rows) : cells[id], cells[header.indexOf(TEXT)]);
    }

    private Row object(String line) {
        JsonNode row = parsed(line);
        rows++;
        JsonNode text = row.path(TEXT);
        JsonNode id = row.path(ID);
        if (!text.isTextual()) {
            throw wrong("holds no string 'text'", null);
        }
        return new Row(
                id.isValueNode() && !id.isNull() ? id.asText() : Long.toString(rows),
                text.textValue());
    }

    private JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the line.
            throw wrong("is not a JSON object", null);
        }
    }

    private OperatorError wrong(String complaint, Exception cause) {
        return OperatorError.badInput(name + " line " + lines + ": " + complaint + ".", cause);
    }
}
