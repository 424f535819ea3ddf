/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * One observation of whether an action works: told at the event that shows it, never later.
 *
 * @param legId the action in effect
 * @param party who answers for it: of a leak the network that carried the call, else who was asked
 * @param subjectTk the blocked number; {@code otherTk} is the sibling that took over
 * @param eventId the call or registration that shows it
 * @param effectiveAt since when the party says it acts, epoch ms
 * @param delayMs from then to the observation, ms
 */
public record Proof(
        String id,
        ProofKind kind,
        String legId,
        String bundleId,
        String party,
        String subjectTk,
        int epoch,
        String otherTk,
        String linkKey,
        String eventId,
        long effectiveAt,
        long delayMs,
        long at)
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
