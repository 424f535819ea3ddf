/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.ActionType;
import io.fuselink.events.Ids;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Proof;
import io.fuselink.events.ProofKind;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Block;
import io.fuselink.jobs.state.NumberProfile;
import io.fuselink.jobs.topology.SideOutputs;

/** The proof after effect: what parties say about blocks, and the calls that show whether it is so. */
final class BlockNote {
    private BlockNote() {}

    /** Whether an acknowledgement says anything a number's profile must know. */
    static boolean concerns(Ack ack) {
        return ack.targetTk() != null
                && ack.action() == ActionType.BLOCK
                && ack.status() != AckStatus.ACKED;
    }

    /** Notes that a block begins or ends; one about an earlier holder says nothing about this one. */
    static void note(NumberProfile profile, Ack ack) {
        profile.blocks.removeIf(b -> b.legId().equals(ack.legId()));
        if (ack.status() == AckStatus.EFFECTIVE
                && (ack.epoch() == null || ack.epoch() == 0 || ack.epoch() == profile.epoch)) {
            profile.blocked(new Block(ack.legId(), ack.bundleId(), ack.party(), ack.at()));
        }
    }

    /**
     * An attempt that a block in effect should have stopped. The network that carried it answers for it;
     * where none of the blocks is its own, the first.
     */
    static void leak(
            NumberProfile profile,
            String provider,
            String eventId,
            StepContext<NumberSnapshot> context) {
        var inEffect =
                profile.blocks.stream().filter(b -> b.effectiveAt() < context.now()).toList();
        if (inEffect.isEmpty()) {
            return;
        }
        var broken =
                inEffect.stream()
                        .filter(b -> b.party().equals(provider))
                        .findFirst()
                        .orElse(inEffect.get(0));
        context.count("proof.LEAK");
        context.emit(
                SideOutputs.PROOFS,
                new Proof(
                        Ids.hash("leak", broken.legId(), eventId),
                        ProofKind.LEAK,
                        broken.legId(),
                        broken.bundleId(),
                        provider,
                        context.key(),
                        profile.epoch,
                        null,
                        null,
                        eventId,
                        broken.effectiveAt(),
                        context.now() - broken.effectiveAt(),
                        context.now()));
    }
}
