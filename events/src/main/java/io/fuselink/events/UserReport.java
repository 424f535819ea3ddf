/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;
import static io.fuselink.events.Privacy.P2;

/** E5: a user says a number called to defraud, harass or sell. Weighs nothing until a call between the two is found. */
public record UserReport(
        @Wire("where it was reported") ReportChannel channel,
        @Wire(value = "who reports", privacy = P1, unit = "token") String reporterTk,
        @Wire(value = "reported number", privacy = P1, unit = "token") String targetTk,
        @Wire(value = "when the call was", unit = "epoch ms UTC") long callTime,
        @Wire(value = "how long it was", unit = "s", optional = true) Integer durationS,
        @Wire("what it was") ReportCategory category,
        @Wire(value = "whom the caller claimed to be", optional = true) String brandClaimed,
        @Wire(value = "hash of the description", privacy = P1, optional = true)
                String descriptionHash,
        @Wire(value = "money lost", privacy = P2, unit = "fen", optional = true) Long lossAmountFen,
        @Wire("whether evidence is attached") boolean attachments) {}
