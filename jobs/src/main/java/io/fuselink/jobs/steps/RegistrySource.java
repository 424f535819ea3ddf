/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.bundle.ModelRegistry;
import io.fuselink.models.scoring.ServedModel;
import io.fuselink.models.texts.TextScorer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Models out of a folder that every task manager can read.
 *
 * @param folder its path as text: paths do not travel
 */
record RegistrySource(String folder) implements ScorerSource {

    @Override
    public ServedModel open() {
        return registry()
                .champion(BundleKind.SERVING)
                .map(this::open)
                .orElseGet(() -> ServedModel.of(ModelBundle.shipped()));
    }

    @Override
    public ServedModel open(String label) {
        var shipped = ModelBundle.shipped();
        return ServedModel.of(
                label.equals(shipped.manifest().label()) ? shipped : registry().load(label));
    }

    @Override
    public Optional<TextScorer> texts() {
        return registry().champion(BundleKind.TEXTS).map(this::openTexts);
    }

    @Override
    public TextScorer openTexts(String label) {
        return TextScorer.of(registry().load(label));
    }

    private ModelRegistry registry() {
        return new ModelRegistry(Path.of(folder));
    }

    static BundleException none(String label) {
        return new BundleException(
                "this job has no registry to take bundle %s from: set models.registry and start it again"
                        .formatted(label));
    }
}
