/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.Judge;
import io.fuselink.models.table.NumberJudge;
import io.fuselink.models.texts.TextJudge;
import java.nio.file.Path;

/** Opens a bundle as what its kind judges; the one place that knows all kinds. */
final class Judges {
    private Judges() {}

    static Judge open(Path bundle) {
        var model = ModelBundle.read(bundle);
        return model.manifest().kind() == BundleKind.TEXTS
                ? TextJudge.of(model)
                : NumberJudge.of(model);
    }
}
