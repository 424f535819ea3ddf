/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** {@code id,score,verdict}: what {@code score} writes, and what another model's scores are read from. */
public final class ScoresFile implements AutoCloseable {
    public static final String FRAUD = "fraud";
    public static final String BENIGN = "benign";

    private final BufferedWriter out;
    private final double threshold;

    /** @param idColumn how the first column is called, such as {@code id} or {@code num_id} */
    public ScoresFile(Path file, String idColumn, double threshold) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        this.out = Files.newBufferedWriter(file);
        this.threshold = threshold;
        out.write(idColumn + ",score,verdict\n");
    }

    /** Adds a row; the score is written on the published scale, where the threshold is 0.5. */
    public void add(String id, double probability) throws IOException {
        out.write(
                String.format(
                        Locale.ROOT,
                        "%s,%s,%s\n",
                        quoted(id),
                        // Float keeps the file short; 0.5 stays exact.
                        verdictSafe(PublishedScale.of(probability, threshold)),
                        probability >= threshold ? FRAUD : BENIGN));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Id to score, from a file with a header whose first two columns they are. */
    public static Map<String, Double> read(Path file) throws IOException {
        var scores = new HashMap<String, Double>();
        int number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (number++ > 0 && !line.isBlank()) {
                var fields = line.split(",", -1);
                try {
                    scores.put(fields[0], Double.parseDouble(fields[1]));
                } catch (RuntimeException e) {
                    throw new IOException(
                            "%s line %d is not id,score: '%s'".formatted(file, number, line), e);
                }
            }
        }
        return scores;
    }

    private static String verdictSafe(double score) {
        var rounded = (float) score;
        return Float.toString(score < 0.5 && rounded >= 0.5f ? Math.nextDown(0.5f) : rounded);
    }

    private static String quoted(String id) {
        return id.indexOf(',') < 0 && id.indexOf('"') < 0
                ? id
                : '"' + id.replace("\"", "\"\"") + '"';
    }
}
