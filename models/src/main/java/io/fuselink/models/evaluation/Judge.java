/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.nio.file.Path;
import java.util.List;

/** A loaded bundle of any kind that can judge a file of its kind of rows. */
public interface Judge {
    /** Name and version of the model. */
    String label();

    /** Calibrated score from which on a row is accused. */
    double threshold();

    /**
     * The rows of a file whose truth is known, in file order, with this model's scores.
     *
     * @throws RuntimeException with a sentence for the operator if the file does not suit the bundle
     */
    List<JudgedRow> judge(Path data);

    /** Why a judged row scored as it did, the strongest first; empty if nothing is known of it. */
    List<String> reasons(JudgedRow row);
}
