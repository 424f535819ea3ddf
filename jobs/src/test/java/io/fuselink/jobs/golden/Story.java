/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;

import io.fuselink.events.AccountLink;
import io.fuselink.events.AccountRelation;
import io.fuselink.events.AmountBucket;
import io.fuselink.events.Binding;
import io.fuselink.events.BindingMode;
import io.fuselink.events.BindingOp;
import io.fuselink.events.CallDirection;
import io.fuselink.events.Event;
import io.fuselink.events.FundDirection;
import io.fuselink.events.FundEvent;
import io.fuselink.events.FundRisk;
import io.fuselink.events.HolderType;
import io.fuselink.events.Ids;
import io.fuselink.events.Instruction;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.PushTarget;
import io.fuselink.events.Registration;
import io.fuselink.events.SalesChannel;
import io.fuselink.events.StopState;
import io.fuselink.events.Subject;
import io.fuselink.events.TargetType;
import io.fuselink.events.TenureChange;
import io.fuselink.events.VerifiedLevel;
import io.fuselink.jobs.Told;
import java.util.ArrayList;
import java.util.List;

/** One golden scenario as the feeds tell it. Its people, numbers and leases are its own: all begin with its name. */
final class Story {
    /** The platform of all stories. */
    static final String PLATFORM = "platform-of-the-stories";

    private final String name;
    private final List<Event> events = new ArrayList<>();
    private int count;

    private Story(String name) {
        this.name = name;
    }

    static Story of(String name) {
        return new Story(name);
    }

    String name() {
        return name;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** Somebody or something of this story. */
    String the(String who) {
        return name + "." + who;
    }

    static long minute(double n) {
        return NOON + Math.round(n * MINUTE);
    }

    /** Somebody calls somebody. */
    Dialled calls(String from, String to, double minute) {
        return new Dialled(this, the("call-" + count++), the(from), the(to), minute(minute));
    }

    /** An order ties two people to a middle number for an hour. */
    Order order(PurposeClass purpose, String a, String b, double minute) {
        return new Order(this, "order-" + count++, purpose, a, b, minute(minute));
    }

    Story reports(String reporter, String target, double callMinute, double minute) {
        return tell(
                Told.report(
                        the("report-" + count++),
                        the(reporter),
                        the(target),
                        minute(callMinute),
                        minute(minute)));
    }

    /**
     * Three people of three households have a call from the number and report it as fraud.
     *
     * @return minutes after noon when the third does, from which on it is at level 2
     */
    double isReportedByThree(String number, double minute) {
        for (var n = 0; n < 3; n++) {
            var citizen = "citizen-" + n + "-of-" + number;
            opens(citizen, "document-" + n + "-of-" + number, minute(minute) - DAY);
            calls(number, citizen, minute + n * 5).talks(40);
            reports(citizen, number, minute + n * 5, minute + 20 + n);
        }
        return minute + 22;
    }

    /** What becomes of the episode of a number that began then. */
    Aftermath episode(String number, double minute) {
        return new Aftermath(this, Ids.episode(Subject.number(the(number), 1), minute(minute)));
    }

    /** The joint centre approves what a number is for, and how many calls an hour. */
    Story approves(String number, PurposeClass use, int hourlyLimit) {
        return tell(
                Told.purpose(
                        the("purpose-" + count++),
                        the(number),
                        use,
                        hourlyLimit,
                        NOON - MINUTE,
                        NOON + 100 * DAY));
    }

    /** A number is opened on a document. */
    Story opens(String number, String document, long at) {
        return tell(
                Told.event(
                        the("opened-" + number),
                        at,
                        new Registration(
                                the(number),
                                TenureChange.OPENED,
                                1,
                                the(document),
                                HolderType.PERSON,
                                null,
                                at,
                                at,
                                null,
                                SalesChannel.ONLINE,
                                15,
                                VerifiedLevel.SELF,
                                null)));
    }

    /** An authority orders that a middle number be blocked. */
    Story ordersAtMiddleNumber(String tk, double minute) {
        var id = the("push-" + count++);
        var push = Told.push(id, Instruction.BLOCK, the("case-of-" + id), minute(minute), tk);
        var target = new PushTarget(TargetType.NUMBER, tk, null, NumberClass.NUMBER_PROTECTION);
        return tell(Event.of(push.header(), push.push().at(List.of(target))));
    }

    /** The number goes to its second holder. */
    Story passesOn(String number, double minute) {
        return tell(Told.opened(the(number), 2, minute(minute)));
    }

    /** The bank's account of a customer, and the number it knows. */
    Story banks(String account, String number) {
        return tell(
                Told.event(
                        the("link-" + account),
                        NOON,
                        new AccountLink(
                                the(account),
                                null,
                                the(number),
                                AccountRelation.RESERVED_PHONE,
                                NOON - DAY,
                                1)));
    }

    /** Money goes to somebody who was never paid before. */
    Story pays(String account, String payee, double minute) {
        return tell(
                Told.event(
                        the("fund-" + count++),
                        minute(minute),
                        new FundEvent(
                                the(account),
                                FundDirection.OUT,
                                AmountBucket.values()[AmountBucket.values().length - 1],
                                the(payee),
                                true,
                                FundRisk.HIGH,
                                StopState.NONE)));
    }

    Story tell(Event event) {
        events.add(event);
        return this;
    }

    /** An order behind a middle number. */
    static final class Order {
        private final Story story;
        private final String id;
        private final PurposeClass purpose;
        private final String a;
        private final String b;
        private final long at;
        private NumberClass xClass = NumberClass.NUMBER_PROTECTION;

        private Order(Story story, String id, PurposeClass purpose, String a, String b, long at) {
            this.story = story;
            this.id = id;
            this.purpose = purpose;
            this.a = a;
            this.b = b;
            this.at = at;
        }

        /** Through a middle number that is not of the 700 block. */
        Order withLegacyNumber() {
            xClass = NumberClass.LANDLINE;
            return this;
        }

        /** Middle numbers serve one order after the other. */
        String middleNumber() {
            return story.the("x-of-" + id);
        }

        Order bound() {
            story.tell(
                    Told.event(
                            story.the("bind-" + id),
                            at,
                            new Binding(
                                    BindingOp.BIND,
                                    story.the(id),
                                    BindingMode.AXB,
                                    story.the(a),
                                    story.the(b),
                                    null,
                                    middleNumber(),
                                    null,
                                    xClass,
                                    null,
                                    null,
                                    story.the("lease"),
                                    story.the("lessee"),
                                    purpose,
                                    story.the("parcel-" + id),
                                    at,
                                    at + 60 * MINUTE,
                                    CallDirection.BOTH,
                                    true,
                                    true,
                                    "consent",
                                    null,
                                    null,
                                    null,
                                    null),
                            PLATFORM));
            return this;
        }

        /** A calls B through the number so many seconds after it was bound. */
        Dialled served(double afterSeconds) {
            return call(a, b, afterSeconds);
        }

        Dialled ringsBack(double afterSeconds) {
            return call(b, a, afterSeconds);
        }

        private Dialled call(String from, String to, double afterSeconds) {
            var minute = (at + afterSeconds * SECOND - NOON) / (double) MINUTE;
            return story.calls(from, to, minute).through(middleNumber());
        }
    }
}
