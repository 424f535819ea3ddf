/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** E2: what a finished call attempt came to. Settles outcomes; counts as an attempt only for providers without E1. */
public record Cdr(
        @Wire(value = "provider's id of the call or session", privacy = P1) String callId,
        @Wire(
                        value = "charging id that joins the legs of one attempt",
                        privacy = P1,
                        optional = true)
                String icid,
        @Wire("DIRECT, or one of the two legs through a middle number") CallLeg leg,
        @Wire(value = "real initiator", privacy = P1, unit = "token") String fromTk,
        @Wire(value = "real recipient", privacy = P1, unit = "token") String toTk,
        @Wire("class of the initiator's number") NumberClass fromClass,
        @Wire("class of the recipient's number") NumberClass toClass,
        @Wire("class of the presented number") NumberClass displayClass,
        @Wire("shape of the presented number") SpoofShape spoofShape,
        @Wire(value = "middle number", privacy = P1, unit = "token", optional = true) String xTk,
        @Wire(value = "managed unit of the middle number", unit = "11 digits", optional = true)
                String xUnit,
        @Wire(value = "binding the platform used", privacy = P1, optional = true) String subId,
        @Wire("which party of the binding dialled") Initiator initiator,
        @Wire(value = "lease of the middle number", optional = true) String poolKey,
        @Wire(value = "ingress trunk", optional = true) String trunkId,
        @Wire(value = "when the caller dialled", unit = "epoch ms UTC") long callTime,
        @Wire(value = "when the outgoing leg left", unit = "epoch ms UTC", optional = true)
                Long outTime,
        @Wire(value = "when it rang", unit = "epoch ms UTC", optional = true) Long ringTime,
        @Wire(value = "when it was answered", unit = "epoch ms UTC", optional = true)
                Long answerTime,
        @Wire(value = "when it ended", unit = "epoch ms UTC") long releaseTime,
        @Wire(value = "conversation", unit = "ms") long durationMs,
        @Wire("whether anybody answered") boolean answered,
        @Wire(value = "who ended it", optional = true) ReleaseDirection releaseDir,
        @Wire(value = "Q.850 cause", unit = "1–127", optional = true) Integer causeQ850,
        @Wire(value = "SIP status", unit = "100–699", optional = true) Integer causeSip,
        @Wire("why it failed") FailClass failClass,
        @Wire(
                        value = "hash of the recording's reference, never its address",
                        privacy = P1,
                        optional = true)
                String recordRefHash) {

    public boolean throughMiddleNumber() {
        return xTk != null;
    }
}
