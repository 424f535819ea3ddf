/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of an exported training file: a tenure's features at a moment, and what became known of it.
 * Columns: {@code row_id,subject_tk,epoch,as_of,label,label_source,label_known_at} and the feature names
 * of the schema; an unknown value is an empty field.
 *
 * @param asOf the moment of the features
 * @param fraud the label, null while nobody knows
 * @param labelSource who said so, such as {@code city} or {@code police-push}; null without a label
 * @param labelKnownAt when it was said; null without a label
 * @param features in the schema's order, NaN = unknown
 */
public record FeatureRow(
        String rowId,
        String subjectTk,
        int epoch,
        Instant asOf,
        Boolean fraud,
        String labelSource,
        Instant labelKnownAt,
        float[] features) {

    private static final List<String> COLUMNS =
            List.of(
                    "row_id",
                    "subject_tk",
                    "epoch",
                    "as_of",
                    "label",
                    "label_source",
                    "label_known_at");

    /** First line of a file of such rows. */
    public static String header(FeatureSchema schema) {
        return String.join(",", columns(schema));
    }

    /** Names of all fields of a line, in order. */
    public static List<String> columns(FeatureSchema schema) {
        return Stream.concat(COLUMNS.stream(), schema.names().stream()).toList();
    }

    /** The tenure the row speaks of: one tenure is never on both sides of a split. */
    public String tenure() {
        return subjectTk + "/" + epoch;
    }

    /** The row as a line, without its line break. */
    public String csv() {
        var fields =
                Stream.of(
                        rowId,
                        subjectTk,
                        String.valueOf(epoch),
                        text(asOf),
                        fraud == null ? "" : fraud ? "1" : "0",
                        text(labelSource),
                        text(labelKnownAt));
        var values = Stream.<String>builder();
        for (var value : features) {
            values.add(Float.isNaN(value) ? "" : Float.toString(value));
        }
        return Stream.concat(fields, values.build()).collect(Collectors.joining(","));
    }

    /**
     * Reads a line back; times are ISO-8601 or epoch milliseconds.
     *
     * @throws IllegalArgumentException naming the field that cannot be read
     */
    public static FeatureRow parse(String line, FeatureSchema schema) {
        var fields = line.split(",", -1);
        int width = COLUMNS.size() + schema.width();
        if (fields.length != width) {
            throw new IllegalArgumentException(
                    "%d fields instead of %d".formatted(fields.length, width));
        }
        var features = new float[schema.width()];
        for (int i = 0; i < features.length; i++) {
            features[i] = value(fields[COLUMNS.size() + i], schema.features().get(i).name());
        }
        return new FeatureRow(
                fields[0],
                fields[1],
                (int) value(fields[2], "epoch"),
                time(fields[3], "as_of"),
                label(fields[4]),
                fields[5].isEmpty() ? null : fields[5],
                time(fields[6], "label_known_at"),
                features);
    }

    private static Boolean label(String text) {
        return switch (text) {
            case "" -> null;
            case "0" -> false;
            case "1" -> true;
            default ->
                    throw new IllegalArgumentException(
                            "label is '%s', not 0, 1 or empty".formatted(text));
        };
    }

    private static float value(String text, String field) {
        try {
            return text.isEmpty() ? Float.NaN : Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s is '%s', not a number".formatted(field, text), e);
        }
    }

    private static Instant time(String text, String field) {
        try {
            if (text.isEmpty()) {
                return null;
            }
            return Character.isDigit(text.charAt(text.length() - 1))
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : Instant.parse(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "%s is '%s', neither ISO-8601 nor epoch milliseconds".formatted(field, text),
                    e);
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
