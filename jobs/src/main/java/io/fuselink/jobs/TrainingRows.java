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
                            .map(snapshot -> row(snapshot, labels).csv())
                            .toList();
            for (var row : rows) {
                csv.write(row + "\n");
            }
            return rows.size();
        }
    }

    private static FeatureRow row(NumberSnapshot snapshot, Labels labels) {
        var tk = snapshot.subject().tk();
        return new FeatureRow(
                Ids.hash("row", snapshot.subject().key(), snapshot.at(), snapshot.eventId()),
                tk,
                snapshot.subject().epoch(),
                Instant.ofEpochMilli(snapshot.at()),
                labels.fraud(tk),
                labels.fraud(tk) == null ? null : labels.source(),
                labels.fraud(tk) == null ? null : labels.knownAt(),
                NumberFeatures.of(snapshot));
    }

    /** What is known of numbers, by whom and since when. */
    public interface Labels {
        /** Whether the number was confirmed fraudulent; null while nobody knows. */
        Boolean fraud(String tk);

        String source();

        Instant knownAt();
    }
}
