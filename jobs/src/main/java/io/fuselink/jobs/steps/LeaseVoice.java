/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.CallEvent;
import io.fuselink.events.GroupKind;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Ordered;
import io.fuselink.events.Signal;
import io.fuselink.jobs.state.LeastHashes;
import io.fuselink.jobs.state.NumberProfile;
import java.util.List;

/**
 * A number that calls through the middle numbers of a lease or behind an enterprise's trunk, where it
 * does so from, that its words follow a fraud script, or that somebody reports a call of it; on its way
 * to the door it calls through.
 *
 * @param leaseKey null for words and reports whose door is not known yet, and behind a trunk
 * @param cellTk where it calls from, null when unknown
 * @param speaks whether it tells of words
 * @param trunkId an enterprise's trunk, null for a lease
 * @param reporter hash of who reports it, 0 unless it tells of a report
 * @param shownProv province of the number shown, behind a trunk; likewise where the trunk comes in; null when unknown
 * @param hours in which it called within a day, a bit for each; 0 unless it is at work for a lease
 * @param callees least hashes of whom it called within a day, at most eight; empty likewise
 */
public record LeaseVoice(
        String numberTk,
        String leaseKey,
        String cellTk,
        boolean speaks,
        String id,
        long at,
        String trunkId,
        long reporter,
        String shownProv,
        String ingressProv,
        int hours,
        List<Integer> callees)
        implements Ordered {

    /** A number at work for a lease, when it calls, and whom. */
    static LeaseVoice atWork(Visit visit, NumberProfile profile, long at) {
        return new LeaseVoice(
                visit.numberTk(),
                visit.call().leaseKey(),
                profile.cellTk,
                false,
                visit.call().event().header().eventId(),
                at,
                null,
                0,
                null,
                null,
                profile.hoursAtWork(at),
                LeastHashes.of(profile.calledLately(at)));
    }

    /** A number at work behind an enterprise's trunk. */
    static LeaseVoice behind(NumberSnapshot number, CallEvent call) {
        return new LeaseVoice(
                number.subject().tk(),
                null,
                number.cellTk(),
                false,
                "trunk-" + number.eventId(),
                number.at(),
                number.trunkId(),
                0,
                call.homeProv(),
                call.ingressProv(),
                0,
                List.of());
    }

    /** A number whose words are suspicious. */
    public static LeaseVoice speaking(Signal script) {
        return new LeaseVoice(
                script.subjectTk(),
                null,
                null,
                true,
                "words-" + script.orderId(),
                script.at(),
                null,
                0,
                null,
                null,
                0,
                List.of());
    }

    /** A number of which somebody reports a call that took place. */
    public static LeaseVoice reported(Signal report) {
        return new LeaseVoice(
                report.subjectTk(),
                null,
                null,
                false,
                "report-" + report.orderId(),
                report.at(),
                null,
                report.marks().get(0),
                null,
                null,
                0,
                List.of());
    }

    /** The same, of somebody who works for this lease. */
    LeaseVoice through(String lease, String cell) {
        return new LeaseVoice(
                numberTk, lease, cell, speaks, id, at, null, reporter, null, null, 0, List.of());
    }

    /** The same, of somebody who works behind this trunk. */
    LeaseVoice behind(String trunk) {
        return new LeaseVoice(
                numberTk, null, cellTk, speaks, id, at, trunk, reporter, null, null, 0, List.of());
    }

    /** Whether something is said or reported, and not only seen. */
    boolean accuses() {
        return speaks || reporter != 0;
    }

    /** The lease or trunk it is about, as groups are named. */
    public String door() {
        return trunkId == null ? GroupKind.LEASE + ":" + leaseKey : GroupKind.TRUNK + ":" + trunkId;
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id + "/" + numberTk;
    }
}
