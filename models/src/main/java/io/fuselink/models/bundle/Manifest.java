/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import io.fuselink.models.features.FeatureSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bundle says about itself. It holds no date of making: the same data and seed give the same file.
 *
 * @param schema name of the feature schema, such as {@code numbers}
 * @param featureNames in the order of a row
 * @param threshold calibrated score from which on a number is a finding, 0–1; chosen on dev for a budget of false positives
 * @param dataFingerprint first 16 hex characters of the SHA-256 of the uncompressed training file
 * @param metrics measured on dev unless the name says otherwise
 * @param licenceNote what the training data allows
 * @param createdFrom training file, row counts and seed, for people
 */
public record Manifest(
        BundleKind kind,
        String name,
        int version,
        String schema,
        int schemaVersion,
        List<String> featureNames,
        double threshold,
        Calibration calibration,
        String dataFingerprint,
        Map<String, Double> metrics,
        String licenceNote,
        String createdFrom) {

    public Manifest {
        featureNames = List.copyOf(featureNames);
        metrics = new TreeMap<>(metrics);
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold is %s, outside 0–1".formatted(threshold));
        }
    }

    /** Name and version as findings carry them, such as {@code city-numbers-v3}. */
    public String label() {
        return name + "-v" + version;
    }

    boolean fits(FeatureSchema code) {
        return schema.equals(code.name())
                && schemaVersion == code.version()
                && featureNames.equals(code.names());
    }
}
