/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Ids;
import io.fuselink.events.ReportCategory;
import io.fuselink.events.ReportChannel;
import io.fuselink.events.Source;
import io.fuselink.events.UserReport;

/** Takes what people report about a call. */
final class ComplaintDesk {
    private static final long INTAKE_MS = 1_000;

    private final Gateways gateways;
    private long reports;

    ComplaintDesk(Gateways gateways) {
        this.gateways = gateways;
    }

    /** The called party reports the caller for fraud. */
    void report(Talk talk, ReportChannel channel, String brandClaimed, Long lossFen, long at) {
        report(talk, channel, ReportCategory.FRAUD, brandClaimed, lossFen, at);
    }

    /** The called party marks the caller as somebody who wants to sell. */
    void markAsSelling(Talk talk, long at) {
        report(talk, ReportChannel.HANDSET_MARK, ReportCategory.MARKETING, null, null, at);
    }

    private void report(
            Talk talk,
            ReportChannel channel,
            ReportCategory category,
            String brandClaimed,
            Long lossFen,
            long at) {
        var onHandset = channel == ReportChannel.HANDSET_MARK;
        var id = "report-" + Long.toString(reports++, 36);
        var report =
                new UserReport(
                        channel,
                        talk.dial().to().tk(),
                        talk.dial().from().tk(),
                        talk.answeredAt(),
                        (int) (talk.lengthMs() / 1_000),
                        category,
                        brandClaimed,
                        Ids.hash("description", id),
                        lossFen,
                        false);
        gateways.send(
                id,
                onHandset ? Source.HANDSET : Source.COMPLAINT_CENTRE,
                onHandset ? Parties.HANDSET : Parties.COMPLAINTS,
                at,
                at + INTAKE_MS,
                report);
    }
}
