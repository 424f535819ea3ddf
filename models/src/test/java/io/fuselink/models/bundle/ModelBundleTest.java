/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.features.NumberFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {
    private static final FeatureSchema SCHEMA = NumberFeatures.SCHEMA;

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsRead() {
        var file = folder.resolve("new/bundle.zip");
        var bundle = bundle(BundleKind.SERVING, SCHEMA.version(), SCHEMA.names());

        bundle.write(file);
        var back = ModelBundle.read(file).require(BundleKind.SERVING, SCHEMA);

        assertThat(back.manifest()).isEqualTo(bundle.manifest());
        assertThat(back.weights()).usingRecursiveComparison().isEqualTo(bundle.weights());
        assertThat(back.reference()).usingRecursiveComparison().isEqualTo(bundle.reference());
        assertThat(back.networks()).usingRecursiveComparison().isEqualTo(bundle.networks());
        assertThat(file.getParent()).isDirectoryContaining("glob:**/bundle.zip");
        assertThat(file.getParent().toFile().list()).hasSize(1);
    }

    @Test
    void anotherFeatureSchemaIsRefusedWithTheRemedy() {
        var file = folder.resolve("old.zip");
        bundle(BundleKind.SERVING, 1, SCHEMA.names()).write(file);

        assertThatThrownBy(() -> ModelBundle.read(file).require(BundleKind.SERVING, SCHEMA))
                .isInstanceOf(BundleException.class)
                .hasMessage(
                        "bundle %s has feature schema v1, code has v2: retrain with 'export-features' and 'train', or roll back",
                        file);
    }

    @Test
    void theSameVersionWithOtherColumnsIsRefusedToo() {
        var names = new ArrayList<>(SCHEMA.names());
        Collections.swap(names, 5, 6);

        assertThatThrownBy(
                        () ->
                                bundle(BundleKind.SERVING, SCHEMA.version(), names)
                                        .require(BundleKind.SERVING, SCHEMA))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("v2 with other features");
    }

    @Test
    void aYardstickDoesNotServe() {
        assertThatThrownBy(
                        () ->
                                bundle(BundleKind.SICHUAN, SCHEMA.version(), SCHEMA.names())
                                        .require(BundleKind.SERVING, SCHEMA))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("of kind sichuan, not serving");
    }

    @Test
    void aHalfWrittenFileIsRefused() throws IOException {
        var file = folder.resolve("half.zip");
        var bytes = bundle(BundleKind.SERVING, SCHEMA.version(), SCHEMA.names()).toBytes();
        for (int length : new int[] {0, 10, bytes.length / 4, bytes.length / 2}) {
            Files.write(file, Arrays.copyOf(bytes, length));

            assertThatThrownBy(() -> ModelBundle.read(file))
                    .isInstanceOf(BundleException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("damaged or no bundle");
        }
    }

    @Test
    void aFlippedBitIsRefused() throws IOException {
        var file = folder.resolve("flipped.zip");
        var bytes = bundle(BundleKind.SERVING, SCHEMA.version(), SCHEMA.names()).toBytes();
        bytes[bytes.length / 3] ^= 0x10;
        Files.write(file, bytes);

        assertThatThrownBy(() -> ModelBundle.read(file))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("damaged or no bundle");
    }

    @Test
    void aMissingFileAndAMissingResourceAreNamed() {
        assertThatThrownBy(() -> ModelBundle.read(folder.resolve("none.zip")))
                .isInstanceOf(BundleException.class)
                .hasMessageEndingWith("none.zip: no such file; check the path");
        assertThatThrownBy(() -> ModelBundle.resource("/io/fuselink/models/none.zip"))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(
                        "/io/fuselink/models/none.zip is missing from this build: train one");
    }

    private static ModelBundle bundle(BundleKind kind, int schemaVersion, List<String> names) {
        int width = names.size();
        var weights =
                DenseWeights.of(
                        new Normaliser(new double[width], filled(width, 1)),
                        List.of(
                                new DenseLayer(width, 2, filled(2 * width, 0.1), filled(2, -0.5)),
                                new DenseLayer(2, 1, filled(2, 1), filled(1, 0))));
        var manifest =
                new Manifest(
                        kind,
                        "test",
                        3,
                        SCHEMA.name(),
                        schemaVersion,
                        names,
                        0.75,
                        new Calibration(1.5, -2),
                        "0123456789abcdef",
                        Map.of("dev_auc", 0.9),
                        "for tests",
                        "nothing");
        return ModelBundle.of(manifest, weights, List.of(new byte[] {1, 2, 3}))
                .with(
                        new Reference(
                                List.of(Histogram.of(new double[] {1, 2, 3})),
                                Histogram.of(new double[] {0, 1})));
    }

    private static double[] filled(int length, double value) {
        var values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
