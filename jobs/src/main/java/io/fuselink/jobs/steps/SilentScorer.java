/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.models.scoring.CallScorer;

/** Scores nothing: for exports, which must not depend on the model they will train. */
final class SilentScorer implements CallScorer {
    @Override
    public double score(float[] features) {
        return 0;
    }

    @Override
    public double threshold() {
        return 1;
    }

    @Override
    public String version() {
        return "none";
    }
}
