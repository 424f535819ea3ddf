/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.scoring;

import java.io.Serializable;

/** Judges one number's row; ships with the job and is confined to one task. */
public interface CallScorer extends Serializable {

    /** Calibrated probability of fraud, 0–1, of a row in the schema's order; NaN values are unknown. */
    double score(float[] features);

    /** Score from which on a number is a finding, 0–1; chosen in training for a false-positive budget. */
    double threshold();

    /** Name and version of the model, as findings carry it. */
    String version();
}
