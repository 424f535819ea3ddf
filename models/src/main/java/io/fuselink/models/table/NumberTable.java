/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.table;

import io.fuselink.models.bundle.BundleKind;
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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A file of number rows as its header says, {@code .csv} or {@code .csv.gz}. */
public final class NumberTable {
    private final Path file;
    private final TableShape shape;
    private final List<FeatureRow> rows;
    private final String fingerprint;

    private NumberTable(Path file, TableShape shape, List<FeatureRow> rows, String fingerprint) {
        this.file = file;
        this.shape = shape;
        this.rows = rows;
        this.fingerprint = fingerprint;
    }

    /**
     * Reads a file of either shape.
     *
     * @throws TableException if it cannot be read or has another header
     */
    public static NumberTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new TableException("%s: no such file; check the path".formatted(file));
        }
        var digest = sha256();
        try (var bytes = new DigestInputStream(open(file), digest);
                var lines =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            var header = lines.readLine();
            var shape = shape(file, header);
            var reader = shape.reader(columns(header));
            var rows = new ArrayList<FeatureRow>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(parse(file, rows.size() + 2, line, reader));
            }
            bytes.transferTo(OutputStream.nullOutputStream());
            return new NumberTable(
                    file, shape, rows, HexFormat.of().formatHex(digest.digest(), 0, 8));
        } catch (IOException e) {
            throw new TableException(
                    "%s cannot be read (%s): copy or export it again"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /**
     * Refuses a file of another shape than this one's.
     *
     * @throws TableException naming both
     */
    public NumberTable requireKind(BundleKind kind) {
        if (shape.kind() != kind) {
            throw new TableException(
                    "%s holds rows of kind %s, not %s: name a file of the same kind"
                            .formatted(file, shape.kind().key(), kind.key()));
        }
        return this;
    }

    /** All rows, in file order. */
    public List<FeatureRow> rows() {
        return rows;
    }

    /** Rows whose truth is known. */
    public List<FeatureRow> labelled() {
        return rows.stream().filter(row -> row.fraud() != null).toList();
    }

    /** The part of the data that a row is judged in. */
    public String stratum(FeatureRow row) {
        return shape.stratum(row);
    }

    public Path file() {
        return file;
    }

    public BundleKind kind() {
        return shape.kind();
    }

    public FeatureSchema schema() {
        return shape.schema();
    }

    /** The schema that rows of this kind have. */
    public static FeatureSchema schema(BundleKind kind) {
        return TableShape.of(kind).schema();
    }

    /** How the column of row ids is called where scores are written. */
    public String idColumn() {
        return shape.idColumn();
    }

    /** First 16 hex characters of the SHA-256 of the uncompressed file. */
    public String fingerprint() {
        return fingerprint;
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static TableShape shape(Path file, String header) {
        return Arrays.stream(TableShape.values())
                .filter(shape -> header != null && shape.reader(columns(header)) != null)
                .findFirst()
                .orElseThrow(
                        () ->
                                new TableException(
                                        "%s: the columns are neither those of feature schema %s v%d nor the Sichuan table's; export again with 'export-features'"
                                                .formatted(
                                                        file,
                                                        TableShape.EXPORT.schema().name(),
                                                        TableShape.EXPORT.schema().version())));
    }

    private static List<String> columns(String header) {
        return Arrays.asList(header.split(",", -1));
    }

    private static FeatureRow parse(Path file, int number, String line, TableShape.Reader reader) {
        try {
            return reader.apply(line);
        } catch (IllegalArgumentException e) {
            throw new TableException(
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
