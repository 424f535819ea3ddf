/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * The answer to a report: what was found about the call, for the reporter to confirm or correct. A
 * corrected category is a label.
 *
 * @param reportId id of the report it answers
 * @param callTime when the call was, epoch ms; 0 where none was found
 * @param durationS how long it was, s; 0 where it is not known
 * @param category what others said of the number, else what the reporter said
 */
public record Receipt(
        String id,
        String reportId,
        String reporterTk,
        String targetTk,
        ReceiptState state,
        long callTime,
        int durationS,
        ReportCategory category,
        ReportChannel channel,
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
