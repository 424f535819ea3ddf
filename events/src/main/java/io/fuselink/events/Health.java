/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * How something stands that judgements rest on: the policy version a subtask works by, or the binding
 * feed of a platform. A later {@code at} replaces what was said under the same id.
 *
 * @param scope the step, or the platform
 * @param subtask which task of the step, from 0; −1 where there is one for all
 * @param value what was measured, in the unit of {@code limit}; for a policy its version
 * @param limit what it is held against; 0 where nothing is
 * @param policyVersion version in force, or the one accepted
 * @param since from when on it stands so, epoch ms; part of the id
 * @param at event time at which this was said, epoch ms
 */
public record Health(
        String id,
        HealthKind kind,
        String scope,
        int subtask,
        HealthState state,
        double value,
        double limit,
        int policyVersion,
        long since,
        long at,
        String message)
        implements Ordered {

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id;
    }
}
