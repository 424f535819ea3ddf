/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.NumberProfile;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.LinkedHashSet;

/** With whom a person speaks, or has just spoken, who is about to pay somebody unusual. */
final class Payments {
    /** A stranger's call counts this long after it ended (S19), in ms. */
    private static final long AFTER_CALL_MS = 2 * 3_600_000;

    private Payments() {}

    static void speaksWith(
            NumberProfile profile, Event payment, StepContext<NumberSnapshot> context) {
        var peers = new LinkedHashSet<String>();
        profile.open.stream().filter(c -> c.answeredAt != 0).forEach(c -> peers.add(c.peerTk));
        profile.callers.stream()
                .filter(c -> c.stranger && c.lastDurationMs > 0)
                .filter(c -> c.lastAt > context.now() - AFTER_CALL_MS)
                .forEach(c -> peers.add(c.tk));
        for (var peer : peers) {
            context.emit(
                    SideOutputs.TRANSFERS,
                    new RiskyTransfer(
                            context.key(),
                            payment.fund().acctTk(),
                            payment.header().provider(),
                            peer,
                            payment.header().eventId(),
                            context.now(),
                            context.now(),
                            payment.fund().payeeTk(),
                            0));
        }
    }
}
