/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.CallLeg;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Finding;
import io.fuselink.events.Header;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PushTarget;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import io.fuselink.events.TenureChange;
import io.fuselink.jobs.breaker.BreakerNews;
import org.apache.flink.util.Collector;

/** Who is concerned by what: the plain rules between the steps, stateless and without side effects. */
public final class Routing {
    private static final String SECOND_NUMBER = "second-number";

    private Routing() {}

    public static boolean touchesMiddleNumber(Event event) {
        return switch (event.feed()) {
            case BINDINGS -> true;
            case CALLS -> event.call().throughMiddleNumber() || showsMiddleNumberOnly(event);
            case CDRS -> event.cdr().throughMiddleNumber();
            default -> false;
        };
    }

    public static String middleNumber(Event event) {
        return switch (event.feed()) {
            case BINDINGS -> event.binding().xTk();
            case CALLS ->
                    showsMiddleNumberOnly(event)
                            ? "shown-by-" + event.call().fromTk()
                            : event.call().xTk();
            case CDRS -> event.cdr().xTk();
            default -> throw new IllegalArgumentException(event.feed() + " has no middle number");
        };
    }

    /**
     * What touches a middle number, once for each that it touches: a binding with two of them, AXYB, is
     * entered for both.
     */
    public static void throughMiddleNumbers(Event event, Collector<Event> out) {
        if (!touchesMiddleNumber(event)) {
            return;
        }
        out.collect(event);
        if (event.feed() == Feed.BINDINGS && event.binding().yTk() != null) {
            out.collect(Event.of(forSecondNumber(event.header()), event.binding().throughY()));
        }
    }

    private static Header forSecondNumber(Header h) {
        return new Header(
                h.eventId(),
                h.source(),
                h.provider(),
                h.eventTime(),
                h.ingestTime(),
                h.schemaVer(),
                SECOND_NUMBER,
                h.tenant());
    }

    /** Whether a binding is entered here for the second of its two numbers; the first accounts for it. */
    static boolean secondNumber(Event event) {
        return SECOND_NUMBER.equals(event.header().trace());
    }

    /** An attempt that shows a number of the 700 block and did not come through any: a platform's calls do. */
    static boolean showsMiddleNumberOnly(Event event) {
        if (event.feed() != Feed.CALLS) {
            return false;
        }
        var call = event.call();
        return call.displayClass() == NumberClass.NUMBER_PROTECTION
                && call.leg() == CallLeg.DIRECT
                && !call.throughMiddleNumber()
                && call.attempt();
    }

    /** A police push as a fact about each number it points at. */
    public static void accusations(Event event, Collector<Fact> out) {
        for (var target : event.push().targets()) {
            if (target.type() == TargetType.NUMBER) {
                out.collect(Fact.pushed(target.tk(), event));
            }
        }
    }

    public static Matter matter(Finding finding) {
        return new Matter(finding.subject().address(), finding.at(), finding, null);
    }

    /** A call by an official line shows it to be one, whatever is said about it. */
    public static boolean byOfficialLine(Event event) {
        return event.feed() == Feed.CALLS
                && event.call().attempt()
                && event.call().fromClass().official();
    }

    public static Matter officialLine(Event event) {
        return new Matter(
                Subject.number(event.call().fromTk(), 1).address(), event.ts(), null, event);
    }

    /** A number passes to another holder; the first holder of all changes nothing. */
    public static boolean changesHolder(Event event) {
        return event.registration().change() == TenureChange.OPENED
                && event.registration().epoch() > 1;
    }

    public static Matter holderMatter(Event event) {
        var registration = event.registration();
        var subject = Subject.number(registration.phoneTk(), registration.epoch());
        return new Matter(subject.address(), event.ts(), null, event);
    }

    public static Matter purposeMatter(Event event) {
        var purpose = event.purpose();
        var subject =
                switch (purpose.subjectType()) {
                    case NUMBER -> Subject.number(purpose.scope(), 1);
                    case X_POOL, ENT -> Subject.of(SubjectType.LEASE, purpose.scope());
                    case CELL -> Subject.of(SubjectType.CELL, purpose.scope());
                };
        return new Matter(subject.address(), event.ts(), null, event);
    }

    /** An actionable number spreads suspicion over the devices it was seen with. */
    public static void seedTouches(Assessment assessment, Collector<LinkTouch> out) {
        if (assessment.episodeId() == null || assessment.subjectType() != SubjectType.NUMBER) {
            return;
        }
        for (var key : assessment.linkKeys()) {
            if (key.startsWith("DEVICE:")) {
                out.collect(new LinkTouch(key, assessment.at(), assessment.id(), null, assessment));
            }
        }
    }

    /** Whether a breaker has to run: there is an episode or a case, and no budget holds it back. */
    public static boolean actionable(Assessment assessment) {
        return assessment.episodeId() != null && assessment.allowed();
    }

    /** Pushes and answers, to the bundles they concern. */
    public static void breakerNews(Event event, Collector<BreakerNews> out) {
        switch (event.feed()) {
            case CASES -> pushes(event, out);
            case ACKS -> out.collect(answer(event.ack().bundleId(), event));
            case DECISIONS -> out.collect(answer(event.decision().bundleId(), event));
            case APPEALS -> out.collect(answer(event.appeal().bundleId(), event));
            default -> {}
        }
    }

    private static BreakerNews answer(String bundleId, Event event) {
        return new BreakerNews(bundleId, event.ts(), null, event, null, true);
    }

    private static void pushes(Event event, Collector<BreakerNews> out) {
        var owned = true;
        for (PushTarget target : event.push().targets()) {
            var bundleId = BreakerNews.caseBundle(event.push().caseId(), target.tk());
            out.collect(new BreakerNews(bundleId, event.ts(), null, event, target.tk(), owned));
            owned = false;
        }
    }
}
