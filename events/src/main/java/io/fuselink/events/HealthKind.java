/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What a statement of health is about. */
public enum HealthKind {
    /** One subtask and the policy version it works by. */
    POLICY,
    /** One platform and how its bindings arrive. */
    BINDING_FEED
}
