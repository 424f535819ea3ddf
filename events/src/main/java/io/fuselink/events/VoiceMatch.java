/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;
import static io.fuselink.events.Privacy.P3;

/**
 * E18: a service outside took the voice of a caller for one it had heard before. Never the voice itself
 * nor a template of it: the name of the cluster, how sure the service is, and how long the match may be used.
 */
public record VoiceMatch(
        @Wire(value = "the number that was heard", privacy = P1, unit = "token") String phoneTk,
        @Wire(
                        value = "the service's own name of the voice; says nothing by itself",
                        privacy = P3,
                        unit = "1–100 characters")
                String clusterId,
        @Wire(value = "how sure the service is", unit = "0–1") double score,
        @Wire(value = "the call it was heard in", privacy = P1, optional = true) String callId,
        @Wire("lawful ground; without one the match is refused") ConsentBasis consentBasis,
        @Wire(value = "when it was heard", unit = "epoch ms UTC") long heardAt,
        @Wire(value = "until when the match may be used", unit = "epoch ms UTC") long expiresAt,
        @Wire(value = "service and version of its model", optional = true) String model) {}
