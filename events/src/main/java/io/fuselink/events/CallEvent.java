/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;
import static io.fuselink.events.Privacy.P2;

/** E1: one phase of one call attempt, as the network signals it. */
public record CallEvent(
        @Wire(value = "provider's id of the call or session", privacy = P1) String callId,
        @Wire(
                        value = "charging id that joins the legs of one attempt",
                        privacy = P1,
                        optional = true)
                String icid,
        @Wire("where the attempt stands") CallPhase phase,
        @Wire("DIRECT, or one of the two legs through a middle number") CallLeg leg,
        @Wire(value = "real initiator", privacy = P1, unit = "token") String fromTk,
        @Wire(value = "real recipient", privacy = P1, unit = "token") String toTk,
        @Wire("class of the initiator's number") NumberClass fromClass,
        @Wire("class of the recipient's number") NumberClass toClass,
        @Wire(value = "presented number, masked", privacy = P2, optional = true) String display,
        @Wire("class of the presented number") NumberClass displayClass,
        @Wire("shape of the presented number") SpoofShape spoofShape,
        @Wire(value = "middle number", privacy = P1, unit = "token", optional = true) String xTk,
        @Wire(value = "managed unit of the middle number", unit = "11 digits", optional = true)
                String xUnit,
        @Wire(value = "binding the platform used", privacy = P1, optional = true) String subId,
        @Wire("which party of the binding dialled") Initiator initiator,
        @Wire(value = "calling SIM", privacy = P1, unit = "token", optional = true) String imsiTk,
        @Wire(value = "calling device", privacy = P1, unit = "token", optional = true)
                String imeiTk,
        @Wire(value = "calling cell", privacy = P1, unit = "token", optional = true) String cellTk,
        @Wire(
                        value = "area of the calling cell",
                        privacy = P2,
                        unit = "geohash, 5 characters",
                        optional = true)
                String cellGeohash5,
        @Wire(
                        value = "home province of the initiator",
                        privacy = P2,
                        unit = "GB/T 2260, 2 digits",
                        optional = true)
                String homeProv,
        @Wire(
                        value = "province the initiator is in",
                        privacy = P2,
                        unit = "GB/T 2260, 2 digits",
                        optional = true)
                String roamProv,
        @Wire(
                        value = "home province of the recipient",
                        privacy = P2,
                        unit = "GB/T 2260, 2 digits",
                        optional = true)
                String toProv,
        @Wire(value = "ingress trunk", optional = true) String trunkId,
        @Wire(value = "kind of ingress trunk", optional = true) TrunkType trunkType,
        @Wire(value = "forwarding number", privacy = P1, unit = "token", optional = true)
                String redirectTk,
        @Wire(
                        value = "province of the gateway the ingress trunk ends at",
                        unit = "GB/T 2260, 2 digits",
                        optional = true)
                String ingressProv) {

    /** Whether this record is the attempt itself: one SETUP per attempt, never the outgoing leg of a middle number. */
    public boolean attempt() {
        return phase == CallPhase.SETUP && leg != CallLeg.X_TO_B;
    }

    public boolean throughMiddleNumber() {
        return xTk != null;
    }
}
