/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models;

import io.fuselink.events.NumberClass;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Subject;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.features.NumberFeatures;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A seeded crowd of profiles that overlap: people who call friends, couriers who call strangers all day,
 * and a few list diallers, some of whom take pains to look like couriers.
 */
public final class SyntheticNumbers {
    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    private final Random random;

    private SyntheticNumbers(long seed) {
        this.random = new Random(seed);
    }

    /** Rows of this many tenures, two rows each, about one tenure in twenty fraudulent. */
    public static List<FeatureRow> rows(int tenures, long seed) {
        var numbers = new SyntheticNumbers(seed);
        var rows = new ArrayList<FeatureRow>();
        for (int tenure = 0; tenure < tenures; tenure++) {
            boolean fraud = tenure % 20 == 0;
            for (int row = 0; row < 2; row++) {
                var at = MORNING.plusSeconds(3600L * row);
                rows.add(
                        new FeatureRow(
                                tenure + "-" + row,
                                "tk" + tenure,
                                0,
                                at,
                                fraud,
                                "synthetic",
                                at,
                                NumberFeatures.of(
                                        numbers.snapshot("tk" + tenure, fraud, tenure % 3 == 0))));
            }
        }
        return rows;
    }

    /** The rows as the export writes them. */
    public static Path export(List<FeatureRow> rows, FeatureSchema schema, Path file)
            throws IOException {
        try (var out =
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)),
                        StandardCharsets.UTF_8)) {
            out.write(FeatureRow.header(schema) + "\n");
            for (var row : rows) {
                out.write(row.csv() + "\n");
            }
        }
        return file;
    }

    /** A number that calls many strangers from one cell and one handset. */
    public static NumberSnapshot listDialler() {
        return new SyntheticNumbers(1).snapshot("dialler", true, false);
    }

    /** A number that calls a few friends. */
    public static NumberSnapshot friend() {
        return new SyntheticNumbers(1).snapshot("friend", false, false);
    }

    private NumberSnapshot snapshot(String tk, boolean fraud, boolean busy) {
        boolean manyCalls = fraud || busy;
        int attempts = manyCalls ? 40 + random.nextInt(120) : 2 + random.nextInt(20);
        int answered = (int) (attempts * share(fraud ? 0.5 : 0.65));
        int callees = Math.max(1, (int) (attempts * share(manyCalls ? 0.85 : 0.4)));
        return new NumberSnapshot(
                Subject.number(tk, 0),
                MORNING.toEpochMilli(),
                tk,
                NumberClass.MOBILE,
                attempts / 20,
                attempts / 6,
                attempts,
                answered,
                Math.max(1, callees / 6),
                callees,
                share(manyCalls ? 0.9 : 0.2),
                share(fraud ? 0.5 : 0.35),
                random.nextInt(fraud ? 4 : 2),
                20 + random.nextInt(120),
                share(fraud ? 0.1 : 0.3),
                random.nextInt(fraud ? 4 : 12),
                Math.abs(1 + 0.3 * random.nextGaussian()),
                share(0.1),
                random.nextInt(fraud ? 60 : 900),
                random.nextInt(3),
                fraud ? 1 + random.nextInt(4) : 1 + random.nextInt(8),
                1,
                fraud ? 1 + 2 * random.nextDouble() : 2.5 * random.nextDouble(),
                busy && !fraud && random.nextBoolean() ? share(0.9) : 0,
                0,
                0,
                0,
                0,
                busy ? PurposeClass.EXPRESS : null,
                "device-" + tk,
                null,
                "cell-" + tk,
                null,
                null);
    }

    private double share(double around) {
        return Math.max(0, Math.min(1, around + 0.15 * random.nextGaussian()));
    }
}
