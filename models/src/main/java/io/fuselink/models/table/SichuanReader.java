/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.table;

import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.SichuanFeatures;
import java.util.List;

/** Reads lines of the Sichuan table, whose columns may stand in any order. */
final class SichuanReader implements TableShape.Reader {
    private static final String SOURCE = "sichuan";

    private final int width;
    private final int id;
    private final int label;
    private final int[] positions;

    SichuanReader(List<String> header) {
        this.width = header.size();
        this.id = header.indexOf("num_id");
        this.label = header.indexOf("label");
        this.positions = SichuanFeatures.COLUMNS.stream().mapToInt(header::indexOf).toArray();
    }

    @Override
    public FeatureRow apply(String line) {
        var fields = line.split(",", -1);
        if (fields.length != width) {
            throw new IllegalArgumentException(
                    "%d fields instead of %d".formatted(fields.length, width));
        }
        var values = new double[positions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(fields[positions[i]], SichuanFeatures.COLUMNS.get(i));
        }
        var fraud = label < 0 ? null : label(fields[label]);
        return new FeatureRow(
                fields[id],
                fields[id],
                0,
                null,
                fraud,
                fraud == null ? null : SOURCE,
                null,
                SichuanFeatures.of(values));
    }

    private static double value(String text, String column) {
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s is '%s', not a number".formatted(column, text), e);
        }
    }

    private static Boolean label(String text) {
        return switch (text) {
            case "" -> null;
            case "0", "0.0" -> false;
            case "1", "1.0" -> true;
            default ->
                    throw new IllegalArgumentException(
                            "label is '%s', not 0, 1 or empty".formatted(text));
        };
    }
}
