/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.CallEvent;
import io.fuselink.events.CallLeg;
import io.fuselink.events.Cdr;
import io.fuselink.events.Event;
import io.fuselink.events.FailClass;
import io.fuselink.events.Feed;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Sends each event to the numbers it concerns: a call visits its initiator and its recipient. */
public final class Visits implements FlatMapFunction<AttributedCall, Visit> {
    private static final long serialVersionUID = 1L;

    /** Feeds whose events go to a number without asking a binding; calls and CDRs unless they touch a middle number. */
    public static final Set<Feed> STRAIGHT =
            EnumSet.of(
                    Feed.CALLS,
                    Feed.CDRS,
                    Feed.SIGHTINGS,
                    Feed.PURPOSES,
                    Feed.REPORTS,
                    Feed.SMS,
                    Feed.REGISTRATIONS,
                    Feed.DEVICES,
                    Feed.ACKS);

    private final Set<String> cdrOnlyProviders;

    /**
     * @param cdrOnlyProviders providers whose CDRs count as attempts because they supply no E1
     */
    public Visits(Set<String> cdrOnlyProviders) {
        this.cdrOnlyProviders = Set.copyOf(cdrOnlyProviders);
    }

    @Override
    public void flatMap(AttributedCall call, Collector<Visit> out) {
        var event = call.event();
        switch (event.feed()) {
            case CALLS -> {
                out.collect(new Visit(event.call().fromTk(), Visit.Role.INITIATOR, call));
                if (matters(event.call())) {
                    out.collect(new Visit(event.call().toTk(), Visit.Role.RECIPIENT, call));
                }
                if (event.call().redirectTk() != null && event.call().attempt()) {
                    out.collect(new Visit(event.call().redirectTk(), Visit.Role.FORWARDER, call));
                }
            }
            case CDRS -> {
                out.collect(new Visit(event.cdr().fromTk(), Visit.Role.INITIATOR, call));
                if (cdrOnlyProviders.contains(event.header().provider()) || inVain(event.cdr())) {
                    out.collect(new Visit(event.cdr().toTk(), Visit.Role.RECIPIENT, call));
                }
            }
            case SIGHTINGS -> holder(event.sighting().subjectTk(), call, out);
            case PURPOSES -> holder(event.purpose().scope(), call, out);
            case REGISTRATIONS -> holder(event.registration().phoneTk(), call, out);
            case DEVICES -> holder(event.device().phoneTk(), call, out);
            case CASES -> {
                var accused = Routing.orderedTarget(event).tk();
                out.collect(new Visit(accused, Visit.Role.ACCUSED, call));
            }
            case ACKS -> {
                if (BlockNote.concerns(event.ack())) {
                    out.collect(new Visit(event.ack().targetTk(), Visit.Role.ACCUSED, call));
                }
            }
            case SMS -> holder(event.sms().toTk(), call, out);
            case REPORTS ->
                    out.collect(new Visit(event.report().reporterTk(), Visit.Role.REPORTER, call));
            default -> throw new IllegalArgumentException("no profile takes " + event.feed());
        }
    }

    /** Whether the recipient learns anything: that somebody calls, or how the call with him went; it is the initiator who accounts for the rest. */
    private static boolean matters(CallEvent call) {
        return switch (call.phase()) {
            case SETUP -> call.attempt();
            case ANSWER, HANGUP -> call.leg() != CallLeg.A_TO_X;
            case RING, BLOCKED -> false;
        };
    }

    /** Whether the recipient's number itself is gone, which tells on who called from it before. */
    private static boolean inVain(Cdr cdr) {
        return !cdr.throughMiddleNumber()
                && (cdr.failClass() == FailClass.EMPTY_NUM
                        || cdr.failClass() == FailClass.POWEROFF);
    }

    private static void holder(String numberTk, AttributedCall call, Collector<Visit> out) {
        out.collect(new Visit(numberTk, Visit.Role.HOLDER, call));
    }

    /** The same for events of the {@link #STRAIGHT} feeds; those that touch a middle number come by the binding truth. */
    public FlatMapFunction<Event, Visit> straight() {
        return (event, out) -> {
            if (!Routing.touchesMiddleNumber(event)) {
                flatMap(AttributedCall.plain(event), out);
            }
        };
    }
}
