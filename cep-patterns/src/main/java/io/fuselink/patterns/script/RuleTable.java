/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One tab-separated rule file; every complaint names the file and the line. */
record RuleTable(String name, List<Line> lines) {

    /** One data line of the file: its number as an editor shows it, and its cells. */
    record Line(String file, int number, String[] cells) {
        String cell(int column) {
            return cells[column].strip();
        }

        int number(int column, String what, int least, int most) {
            try {
                int value = Integer.parseInt(cell(column));
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw wrong(what + " '" + cell(column) + "' is not a number", e);
            }
            throw wrong(what + " " + cell(column) + " is outside " + least + " to " + most, null);
        }

        IllegalArgumentException wrong(String complaint, Throwable cause) {
            return new IllegalArgumentException(file + " line " + number + ": " + complaint, cause);
        }
    }

    /** Reads {@code content}, whose first line must hold exactly {@code header}. */
    static RuleTable parse(String name, String content, String... header) {
        List<String> rows = content.lines().toList();
        String expected = String.join("\t", header);
        if (rows.isEmpty() || !rows.get(0).strip().equals(expected)) {
            throw new IllegalArgumentException(
                    name + " line 1: the header must be '" + expected + "'");
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).isBlank()) {
                continue;
            }
            Line line = new Line(name, i + 1, rows.get(i).split("\t", -1));
            if (line.cells().length != header.length) {
                throw line.wrong(
                        "has "
                                + line.cells().length
                                + " cells, needs "
                                + header.length
                                + " ("
                                + expected
                                + ")",
                        null);
            }
            lines.add(line);
        }
        return new RuleTable(name, lines);
    }

    /** Reads each line, and says where it stands when a line is not understood. */
    <T> List<T> each(Function<Line, T> reading) {
        return lines.stream().map(reading).toList();
    }
}
