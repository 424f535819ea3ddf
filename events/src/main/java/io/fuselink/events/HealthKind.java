/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What a statement of health is about. */
public enum HealthKind {
    /** One subtask and the policy version it works by. */
    POLICY,
    /** One platform and how its bindings arrive. */
    BINDING_FEED,
    /** One task and the model it scores by, or would not take. */
    MODEL,
    /** One model and one of its features, or its score: how far what it sees has moved from what it learnt. */
    MODEL_DRIFT,
    /** A champion and the challenger in its shadow: how often they come to the same verdict. */
    MODEL_AGREEMENT;

    /** Whether it belongs with the models rather than with feeds and policies. */
    public boolean aboutModels() {
        return this == MODEL || this == MODEL_DRIFT || this == MODEL_AGREEMENT;
    }
}
