/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.fuselink.events.DeadLetterReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;

/** Cuts lines into named cells: by a header row for CSV and TSV, by names for JSONL. */
final class Cells {
    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema TABS =
            CsvSchema.emptySchema().withColumnSeparator('\t').withoutQuoteChar();

    private final ObjectReader row;
    private final List<String> header;

    private Cells(ObjectReader row, List<String> header) {
        this.row = row;
        this.header = header;
    }

    /** Lines are JSON objects. */
    static Cells named() {
        return new Cells(null, List.of());
    }

    /** Lines are rows under this header row. */
    static Cells under(Line header, Mapping.Layout layout, String file) {
        var row =
                CSV.readerForListOf(String.class)
                        .with(layout == Mapping.Layout.TSV ? TABS : CsvSchema.emptySchema());
        try {
            var names = split(row, header.bytes());
            if (header.damage() != null || new HashSet<>(names).size() != names.size()) {
                throw new MappingException(
                        file + ": the header row is damaged or names a column twice; correct it.");
            }
            return new Cells(row, names.stream().map(String::strip).toList());
        } catch (Unusable e) {
            throw new MappingException(
                    file + ": the first line is no header row: " + e.getMessage() + ".", e);
        }
    }

    /** Column names in file order; empty for JSONL. */
    List<String> header() {
        return header;
    }

    /** The cells of a line by name; empty cells are absent. */
    ObjectNode read(byte[] line) {
        if (row == null) {
            return object(Json.tree(line));
        }
        var cells = split(row, line);
        if (cells.size() != header.size()) {
            throw new Unusable(
                    DeadLetterReason.NOT_DECODABLE,
                    cells.size() + " cells under a header of " + header.size());
        }
        var record = Json.object();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i).strip();
            if (!cell.isEmpty()) {
                record.put(header.get(i), cell);
            }
        }
        return record;
    }

    private static ObjectNode object(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new Unusable(DeadLetterReason.NOT_DECODABLE, "not a JSON object");
    }

    private static List<String> split(ObjectReader row, byte[] line) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            List<String> cells = row.readValue(text);
            return cells;
        } catch (CharacterCodingException e) {
            throw new Unusable(DeadLetterReason.NOT_DECODABLE, "not UTF-8");
        } catch (JsonProcessingException e) {
            throw new Unusable(DeadLetterReason.NOT_DECODABLE, "not a row of cells");
        }
    }
}
