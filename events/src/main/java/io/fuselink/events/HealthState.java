/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** How it is with what a statement of health is about. */
public enum HealthState {
    /** The subtask has the policy version in its timeline. */
    ACCEPTED,
    /** The subtask's event time has reached the policy version: it works by it. */
    RUNNING,
    /** Records arrive while they are of use. */
    HEALTHY,
    /** Records arrive so long after they happened that their absence proves nothing. */
    LAGGING,
    /** No records arrive, while calls that need them go on. */
    SILENT,
    /** It cannot be used; the message says why and what to do, and what was in force stays. */
    REFUSED,
    /** What is seen differs so much from what was learnt that it is time to retrain. */
    DRIFTED
}
