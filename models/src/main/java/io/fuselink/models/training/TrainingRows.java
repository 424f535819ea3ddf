/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.FeatureSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * An export as training sees it.
 *
 * @param labelled rows with a known label, in file order
 * @param unlabelled how many rows had none and were left out
 * @param fingerprint first 16 hex characters of the SHA-256 of the uncompressed file
 */
record TrainingRows(List<FeatureRow> labelled, int unlabelled, String fingerprint) {

    static TrainingRows read(Path file, FeatureSchema schema) {
        if (!Files.isRegularFile(file)) {
            throw new TrainingException("%s: no such file; check the path".formatted(file));
        }
        var digest = sha256();
        try (var bytes = new DigestInputStream(open(file), digest);
                var lines =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            checkHeader(file, lines.readLine(), schema);
            var labelled = new ArrayList<FeatureRow>();
            int unlabelled = 0;
            int number = 1;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var row = parse(file, ++number, line, schema);
                if (row.fraud() == null) {
                    unlabelled++;
                } else {
                    labelled.add(row);
                }
            }
            bytes.transferTo(OutputStream.nullOutputStream());
            return new TrainingRows(
                    labelled, unlabelled, HexFormat.of().formatHex(digest.digest(), 0, 8));
        } catch (IOException e) {
            throw new TrainingException(
                    "%s cannot be read (%s): export it again".formatted(file, e.getMessage()), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static void checkHeader(Path file, String header, FeatureSchema schema) {
        if (!FeatureRow.header(schema).equals(header)) {
            throw new TrainingException(
                    "%s: the columns are not those of feature schema %s v%d; export again with 'export-features'"
                            .formatted(file, schema.name(), schema.version()));
        }
    }

    private static FeatureRow parse(Path file, int number, String line, FeatureSchema schema) {
        try {
            return FeatureRow.parse(line, schema);
        } catch (IllegalArgumentException e) {
            throw new TrainingException(
                    "%s line %d: %s; mend the line or export again"
                            .formatted(file, number, e.getMessage()),
                    e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
