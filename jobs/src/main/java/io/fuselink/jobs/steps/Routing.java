/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.CallLeg;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Finding;
import io.fuselink.events.Header;
import io.fuselink.events.HolderType;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PushTarget;
import io.fuselink.events.Registration;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import io.fuselink.events.TenureChange;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.patterns.SignalCode;
import java.util.List;
import org.apache.flink.util.Collector;

/** Who is concerned by what: the plain rules between the steps, stateless and without side effects. */
public final class Routing {
    private static final String SECOND_NUMBER = "second-number";
    private static final String ORDERED = "ordered:";
    private static final long HOUR_MS = 3_600_000;

    /** From this level on something is asked of others. */
    private static final int ACTIONABLE = 2;

    /** A younger document belongs to a child whose family uses it (domain.md §6.5). */
    private static final int OF_AGE = 14;

    private Routing() {}

    public static boolean touchesMiddleNumber(Event event) {
        return switch (event.feed()) {
            case BINDINGS -> true;
            case CALLS -> event.call().throughMiddleNumber() || showsMiddleNumberOnly(event);
            case CDRS -> event.cdr().throughMiddleNumber();
            case CASES -> ordered(event);
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
            case CASES -> orderedTarget(event).tk();
            default -> throw new IllegalArgumentException(event.feed() + " has no middle number");
        };
    }

    /**
     * What touches a middle number, once for each that it touches: a binding with two of them, AXYB, is
     * entered for both. An order about numbers is asked of each whether it is one.
     */
    public static void throughMiddleNumbers(Event event, Collector<Event> out) {
        if (!touchesMiddleNumber(event)) {
            return;
        }
        if (event.feed() == Feed.CASES) {
            orders(event, out);
            return;
        }
        out.collect(event);
        if (event.feed() == Feed.BINDINGS && event.binding().yTk() != null) {
            out.collect(Event.of(forSecondNumber(event.header()), event.binding().throughY()));
        }
    }

    private static Header forSecondNumber(Header header) {
        return traced(header, SECOND_NUMBER);
    }

    private static Header traced(Header h, String trace) {
        return new Header(
                h.eventId(),
                h.source(),
                h.provider(),
                h.eventTime(),
                h.ingestTime(),
                h.schemaVer(),
                trace,
                h.tenant());
    }

    private static boolean ordered(Event push) {
        return push.push().targets().stream().anyMatch(Routing::aboutNumber);
    }

    /** An order, for each number it points at, in whose place it goes on by itself. */
    private static void orders(Event event, Collector<Event> out) {
        event.push().targets().stream()
                .filter(Routing::aboutNumber)
                .map(PushTarget::tk)
                .distinct()
                .map(tk -> Event.of(traced(event.header(), ORDERED + tk), event.push()))
                .forEach(out::collect);
    }

    /** The number an order goes to by itself. */
    static PushTarget orderedTarget(Event push) {
        var tk = push.header().trace().substring(ORDERED.length());
        return push.push().targets().stream()
                .filter(Routing::aboutNumber)
                .filter(target -> target.tk().equals(tk))
                .findFirst()
                .orElseThrow();
    }

    /** The order as far as it may be served: about one binding. */
    static Event narrowed(Event push, String subId) {
        var target = new PushTarget(TargetType.BINDING, subId, null);
        return Event.of(push.header(), push.push().at(List.of(target)));
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

    /** An order as a fact about the number it goes to. */
    public static void accusations(Event order, Collector<Fact> out) {
        var target = orderedTarget(order);
        if (target.type() == TargetType.NUMBER) {
            out.collect(Fact.pushed(target.tk(), order));
        }
    }

    /** What makes numbers, documents and accounts known to each other: to each it is told by itself. */
    public static void acquaintances(Event event, Collector<PeopleNews> out) {
        switch (event.feed()) {
            case REGISTRATIONS -> {
                out.collect(PeopleNews.ofPhone(event.registration().phoneTk(), event));
                out.collect(PeopleNews.ofDocument(event.registration().idDocTk(), event));
            }
            case LINKS -> out.collect(PeopleNews.ofAccount(event.link().acctTk(), event));
            case FUNDS -> out.collect(PeopleNews.ofAccount(event.fund().acctTk(), event));
            default -> throw new IllegalArgumentException(event.feed() + " knows nobody");
        }
    }

    /** Whether a signal says that the words of a number follow a fraud script. */
    public static boolean accusesAVoice(Signal signal) {
        return signal.subjectType() == SubjectType.NUMBER
                && SignalCode.SCRIPT_SUSPICIOUS.marks(signal);
    }

    /** Whether a signal says that somebody reported a call of a number that took place. */
    public static boolean accusesACall(Signal signal) {
        return SignalCode.VERIFIED_REPORT.marks(signal);
    }

    public static Matter matter(Finding finding) {
        return Matter.of(finding.subject().address(), finding);
    }

    /** A footprint under each mark by which its like meets it. */
    public static void marks(Footprint footprint, Collector<Cohort> out) {
        Cohort.of(footprint, out);
    }

    /** A call by an official line shows it to be one, whatever is said about it. */
    public static boolean byOfficialLine(Event event) {
        return event.feed() == Feed.CALLS
                && event.call().attempt()
                && event.call().fromClass().official();
    }

    public static Matter officialLine(Event event) {
        return Matter.of(number(event.call().fromTk()), event);
    }

    /** A number passes to another holder, or is given up; the first holder of all changes nothing. */
    public static boolean changesHolder(Event event) {
        var registration = event.registration();
        return registration.change() == TenureChange.CLOSED
                || registration.change() == TenureChange.OPENED && registration.epoch() > 1;
    }

    private static String number(String tk) {
        return Subject.number(tk, 1).address();
    }

    /** An authority's word about the number it goes to. */
    public static Matter orderMatter(Event order) {
        return Matter.of(number(orderedTarget(order).tk()), order);
    }

    public static Matter particularsMatter(Particulars particulars) {
        return Matter.of(number(particulars.numberTk()), particulars);
    }

    public static Matter transferMatter(RiskyTransfer transfer) {
        return Matter.of(number(transfer.callerTk()), transfer);
    }

    public static Matter holderMatter(Event event) {
        return Matter.of(number(event.registration().phoneTk()), event);
    }

    public static Matter purposeMatter(Event event) {
        var purpose = event.purpose();
        var subject =
                switch (purpose.subjectType()) {
                    case NUMBER -> Subject.number(purpose.scope(), 1);
                    case X_POOL, ENT -> Subject.of(SubjectType.LEASE, purpose.scope());
                    case CELL -> Subject.of(SubjectType.CELL, purpose.scope());
                };
        return Matter.of(subject.address(), event);
    }

    /** A number that is dangerous by evidence of its own is looked for behind all its keys. */
    public static boolean seeds(Assessment assessment) {
        return assessment.episodeId() != null
                && assessment.subjectType() == SubjectType.NUMBER
                && assessment.linkedFrom() == null;
    }

    /** What a registration shares with others: the document, the enterprise, the dealer of the hour. */
    public static void registrationLinks(Event event, Collector<LinkTouch> out) {
        var r = event.registration();
        if (r.change() == TenureChange.CLOSED) {
            return;
        }
        var ofAge = r.docAgeYears() == null || r.docAgeYears() >= OF_AGE;
        var several = r.oneDocCount() == null || r.oneDocCount() > 1;
        if (ofAge && several && r.holderType() == HolderType.PERSON) {
            out.collect(link(LinkKind.DOCUMENT, r.idDocTk(), r, event));
        }
        if (r.entId() != null) {
            out.collect(link(LinkKind.ROSTER, r.entId(), r, event));
        }
        if (r.dealerId() != null) {
            var hour = Math.floorDiv(r.openedAt(), HOUR_MS);
            out.collect(link(LinkKind.DEALER, r.dealerId() + "/" + hour, r, event));
        }
    }

    private static LinkTouch link(LinkKind kind, String shared, Registration r, Event event) {
        return LinkTouch.member(kind.key(shared), r.phoneTk(), r.epoch(), event.ts());
    }

    /** Numbers of one account. */
    public static LinkTouch accountLink(Event event) {
        var link = event.link();
        return LinkTouch.member(LinkKind.ACCOUNT.key(link.acctTk()), link.phoneTk(), 0, event.ts());
    }

    /** Whether an attempt shows a forwarding. */
    public static boolean forwards(Event event) {
        return event.feed() == Feed.CALLS
                && event.call().attempt()
                && event.call().redirectTk() != null;
    }

    /** Who forwards to the same number. */
    public static LinkTouch forwardLink(Event event) {
        var call = event.call();
        return LinkTouch.member(
                LinkKind.FORWARD.key(call.toTk()), call.redirectTk(), 0, event.ts());
    }

    /** Where an unusual number calls from, and whom it reached. */
    public static void usageLinks(Particulars number, Collector<LinkTouch> out) {
        if (number.cellTk() != null) {
            var hour = Math.floorDiv(number.at(), HOUR_MS);
            out.collect(usage(LinkKind.CELL_HOUR, number.cellTk() + "/" + hour, number));
        }
        number.callees().forEach(tk -> out.collect(usage(LinkKind.CALLEE, tk, number)));
    }

    private static LinkTouch usage(LinkKind kind, String shared, Particulars number) {
        return LinkTouch.member(kind.key(shared), number.numberTk(), number.epoch(), number.at());
    }

    /** Whether a breaker has to run: there is an episode or a case, and no budget holds it back. */
    public static boolean actionable(Assessment assessment) {
        return assessment.episodeId() != null
                && assessment.allowed()
                && assessment.level() >= ACTIONABLE;
    }

    /** Answers, and pushes about anything but numbers, to the bundles they concern. */
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
        return BreakerNews.of(bundleId, event, null, true);
    }

    /** Numbers are asked first who holds them now and whom they reached. */
    private static void pushes(Event event, Collector<BreakerNews> out) {
        for (PushTarget target : event.push().targets()) {
            if (!aboutNumber(target)) {
                var bundleId = BreakerNews.caseBundle(event.push().caseId(), target.tk());
                out.collect(BreakerNews.of(bundleId, event, target.tk(), owns(event, target)));
            }
        }
    }

    /** Whether a push points at a number, whose profile knows more. */
    static boolean aboutNumber(PushTarget target) {
        return target.type() == TargetType.NUMBER || target.type() == TargetType.INITIATOR;
    }

    /** The bundle of its first target accounts for a push. */
    static boolean owns(Event push, PushTarget target) {
        return push.push().targets().get(0).equals(target);
    }
}
