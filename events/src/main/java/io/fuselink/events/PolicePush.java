/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;
import static io.fuselink.events.Privacy.P2;

import java.util.List;

/** E6: an authority instructs. The only event that may carry FREEZE or STOP_PAY. */
public record PolicePush(
        @Wire(value = "id of the instruction", privacy = P1) String pushId,
        @Wire("code of the authority") String authorityCode,
        @Wire("name of the authority") String authorityName,
        @Wire("what is asked") Instruction instruction,
        @Wire(value = "what it points at", privacy = P1) List<PushTarget> targets,
        @Wire(value = "case", privacy = P2) String caseId,
        @Wire("legal ground") String legalBasis,
        @Wire(value = "when it was issued", unit = "epoch ms UTC") long issuedAt,
        @Wire(value = "when it ends", unit = "epoch ms UTC") long expiresAt,
        @Wire("reference of the officer's seal") String officerSealRef,
        @Wire(value = "how fast it must be served", optional = true) Urgency urgency,
        @Wire(value = "where acknowledgements go", optional = true) String callbackUrl) {

    /** The same instruction about something else. */
    public PolicePush at(List<PushTarget> others) {
        return new PolicePush(
                pushId,
                authorityCode,
                authorityName,
                instruction,
                others,
                caseId,
                legalBasis,
                issuedAt,
                expiresAt,
                officerSealRef,
                urgency,
                callbackUrl);
    }
}
