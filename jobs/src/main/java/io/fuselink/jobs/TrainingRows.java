/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Ids;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.NumberFeatures;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.zip.GZIPOutputStream;

/** Turns exported profiles into training rows, in a fixed order so that the same export gives the same file. */
public final class TrainingRows {
    private TrainingRows() {}

    /**
     * Writes {@code rows.csv.gz} from {@code snapshots.jsonl}; a row whose tenure has no label keeps an
     * empty one.
     *
     * @return how many rows were written
     */
    public static long write(Path snapshots, Labels labels, Path out) throws IOException {
        return write(snapshots, labels, Instant.MIN, Instant.MAX, out);
    }

    /** The same for profiles of a time: from the first moment on, before the second. */
    public static long write(Path snapshots, Labels labels, Instant from, Instant to, Path out)
            throws IOException {
        var codec = new JsonCodec();
        try (var lines = Files.lines(snapshots);
                var csv =
                        new BufferedWriter(
                                new OutputStreamWriter(
                                        new GZIPOutputStream(Files.newOutputStream(out)),
                                        StandardCharsets.UTF_8))) {
            csv.write(FeatureRow.header(NumberFeatures.SCHEMA) + "\n");
            var rows =
                    lines.map(
                                    line ->
                                            codec.decodeOutput(
                                                    NumberSnapshot.class,
                                                    line.getBytes(StandardCharsets.UTF_8)))
                            .sorted(
                                    Comparator.comparingLong(NumberSnapshot::at)
                                            .thenComparing(s -> s.subject().tk())
                                            .thenComparing(NumberSnapshot::eventId))
                            .toList();
            rows.forEach(labels::seen);
            long written = 0;
            for (var snapshot : rows) {
                var at = Instant.ofEpochMilli(snapshot.at());
                if (!at.isBefore(from) && at.isBefore(to)) {
                    csv.write(row(snapshot, labels).csv() + "\n");
                    written++;
                }
            }
            return written;
        }
    }

    private static FeatureRow row(NumberSnapshot snapshot, Labels labels) {
        var tk = snapshot.subject().tk();
        var label = labels.of(tk, snapshot.subject().epoch(), snapshot.at());
        return new FeatureRow(
                Ids.hash("row", snapshot.subject().key(), snapshot.at(), snapshot.eventId()),
                tk,
                snapshot.subject().epoch(),
                Instant.ofEpochMilli(snapshot.at()),
                label == null ? null : label.fraud(),
                label == null ? null : label.source(),
                label == null ? null : label.knownAt(),
                NumberFeatures.of(snapshot));
    }

    /** What is known of numbers, by whom and since when. It is joined to finished rows: no label is ever a feature. */
    @FunctionalInterface
    public interface Labels {
        /** A profile of the export; all are shown, in the order of time, before the first label is asked for. */
        default void seen(NumberSnapshot snapshot) {}

        /** What is known of a tenure, at the time of the export, about its behaviour at a moment; null while nobody knows. */
        Label of(String tk, int epoch, long at);
    }

    /** Whether a tenure was confirmed fraudulent or wrongly accused. */
    public record Label(boolean fraud, String source, Instant knownAt) {}
}
