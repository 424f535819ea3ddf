/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;
import static io.fuselink.events.Privacy.P2;

/** E5: a user says a number called to defraud, harass or sell. Weighs nothing until a call between the two is found. */
public record UserReport(
        @Wire("where it was reported") ReportChannel channel,
        @Wire(value = "who reports", privacy = P1, unit = "token") String reporterTk,
        @Wire(value = "reported number", privacy = P1, unit = "token") String targetTk,
        @Wire(
                        value = "when the call was; absent where the reporter does not know",
                        unit = "epoch ms UTC",
                        optional = true)
                Long callTime,
        @Wire(value = "how long it was", unit = "s", optional = true) Integer durationS,
        @Wire("what it was") ReportCategory category,
        @Wire(value = "whom the caller claimed to be", optional = true) String brandClaimed,
        @Wire(value = "hash of the description", privacy = P1, optional = true)
                String descriptionHash,
        @Wire(value = "money lost", privacy = P2, unit = "fen", optional = true) Long lossAmountFen,
        @Wire("whether evidence is attached") boolean attachments,
        @Wire(
                        value = "earliest it may have been, such as yesterday noon",
                        unit = "epoch ms UTC",
                        optional = true)
                Long windowFrom,
        @Wire(value = "latest it may have been", unit = "epoch ms UTC", optional = true)
                Long windowTo) {

    /** A reporter whose call time is neither known nor bounded speaks of the last 48 h. */
    private static final long LATELY_MS = 48 * 3_600_000L;

    /** How far from the time reported the call may have been: 30 minutes in ms. */
    private static final long AROUND_MS = 30 * 60_000;

    /** A report of a call at a known time. */
    public UserReport(
            ReportChannel channel,
            String reporterTk,
            String targetTk,
            long callTime,
            Integer durationS,
            ReportCategory category,
            String brandClaimed,
            String descriptionHash,
            Long lossAmountFen,
            boolean attachments) {
        this(
                channel,
                reporterTk,
                targetTk,
                callTime,
                durationS,
                category,
                brandClaimed,
                descriptionHash,
                lossAmountFen,
                attachments,
                null,
                null);
    }

    /**
     * Whether a call that began at this time may be the one that is meant.
     *
     * @param reportedAt when the report was made, epoch ms
     */
    public boolean mayMean(long callAt, long reportedAt) {
        if (callTime != null) {
            return Math.abs(callAt - callTime) <= AROUND_MS;
        }
        var from = windowFrom == null ? reportedAt - LATELY_MS : windowFrom;
        var to = windowTo == null ? reportedAt : windowTo;
        return from <= callAt && callAt <= to;
    }
}
