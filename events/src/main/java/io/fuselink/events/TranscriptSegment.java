/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;
import static io.fuselink.events.Privacy.P4;

/** E4: words one side of a call said. Partials are allowed; the last one of a segment wins. Names its parties, so that no join over all calls is needed. */
public record TranscriptSegment(
        @Wire(value = "the call", privacy = P1) String callId,
        @Wire(value = "position in the call", unit = "integer ≥ 0") int segNo,
        @Wire(value = "begin, from the answer", unit = "ms") long beginMs,
        @Wire(value = "end, from the answer", unit = "ms") long endMs,
        @Wire("who said it") Channel channel,
        @Wire(value = "real initiator of the call", privacy = P1, unit = "token") String fromTk,
        @Wire(value = "real recipient of the call", privacy = P1, unit = "token", optional = true)
                String toTk,
        @Wire(value = "the words; read in memory, never stored", privacy = P4) String text,
        @Wire(value = "confidence of the recogniser", unit = "0–1") double asrConf,
        @Wire(value = "recogniser", optional = true) String asrModel,
        @Wire("whether the segment is final; a later record of the segment replaces a partial one")
                boolean last,
        @Wire("lawful ground; without one the segment is refused") ConsentBasis consentBasis,
        @Wire(value = "language", unit = "BCP 47", optional = true) String lang) {}
