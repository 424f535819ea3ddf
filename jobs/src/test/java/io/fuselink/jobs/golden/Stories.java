/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;

import io.fuselink.events.AckStatus;
import io.fuselink.events.ActionType;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;
import io.fuselink.events.Verb;
import io.fuselink.jobs.ACall;
import java.util.List;

/** The golden scenarios, as the feeds tell them. Times are minutes after noon. */
final class Stories {
    /** When a wrongly accused neighbour has shown who they are, minutes after noon. */
    static final double VERIFIED = 95;

    static final Story LAWYER = lawyer();
    static final Story COURIER = courier();
    static final Story DRIVER = driver();
    static final Story STATIC_GOIP = staticGoip();
    static final Story VEHICLE_GOIP = vehicleGoip();
    static final Story ROTATION = rotation();
    static final Story RELAY = relay();
    static final Story SAFE_ACCOUNT = safeAccount();
    static final Story POLICE_WARNING = policeWarning();
    static final Story FALSE_WARNING = falseWarning();
    static final Story SHOWN_700 = shown700();
    static final Story FALSE_110 = false110();
    static final Story LATE_RETRY = lateRetry();
    static final Story HOUSEHOLD = household();
    static final Story HOSPITAL = hospital();
    static final Story ONE_DOCUMENT = oneDocument();
    static final Story LEGACY_NUMBER = legacyNumber();
    static final Story APPEAL = appeal();
    static final Story TIME_ZONES = TwoPlatforms.story();
    static final Story EXECUTOR_DOWN = executorDown();

    static final Story RECYCLED = recycled();
    static final Story ORDER_AT_MIDDLE_NUMBER = orderAtMiddleNumber();

    static final List<Story> ALL =
            List.of(
                    LAWYER,
                    COURIER,
                    DRIVER,
                    STATIC_GOIP,
                    VEHICLE_GOIP,
                    ROTATION,
                    RELAY,
                    SAFE_ACCOUNT,
                    POLICE_WARNING,
                    FALSE_WARNING,
                    SHOWN_700,
                    FALSE_110,
                    LATE_RETRY,
                    HOUSEHOLD,
                    HOSPITAL,
                    ONE_DOCUMENT,
                    LEGACY_NUMBER,
                    APPEAL,
                    TIME_ZONES,
                    EXECUTOR_DOWN,
                    RECYCLED,
                    ORDER_AT_MIDDLE_NUMBER);

    private Stories() {}

    private static Story lawyer() {
        var story = Story.of("lawyer");
        for (var n = 0; n < 20; n++) {
            var call = story.calls("lawyer", "court", n * 8).toA(NumberClass.LANDLINE).fromAfar();
            if (n % 7 == 5) {
                call.talks(90);
            } else {
                call.rings();
            }
        }
        return story;
    }

    private static Story courier() {
        var story = Story.of("courier");
        for (var n = 0; n < 120; n++) {
            var order =
                    story.order(PurposeClass.EXPRESS, "courier", "customer-" + n, n * 4).bound();
            if (n % 10 < 3) {
                order.served(60).rings();
                order.ringsBack(150).talks(30);
            } else {
                order.served(60).talks(25);
            }
        }
        return story;
    }

    private static Story driver() {
        var story = Story.of("driver");
        for (var n = 0; n < 60; n++) {
            // 40 km/h through cells of a kilometre and a half: another one every two minutes.
            story.order(PurposeClass.RIDE, "driver", "passenger-" + n, n * 6)
                    .bound()
                    .served(30)
                    .from("phone", "cell-" + n * 3)
                    .talks(20);
        }
        return story;
    }

    private static Story staticGoip() {
        var story = Story.of("goip");
        for (var sim = 0; sim < 12; sim++) {
            for (var n = 0; n < 6; n++) {
                story.calls("sim-" + sim, "stranger-" + sim + "-" + n, sim * 0.7 + n * 9)
                        .from("box", "flat")
                        .rings();
            }
        }
        return story;
    }

    private static Story vehicleGoip() {
        var story = Story.of("vehicle");
        for (var sim = 0; sim < 6; sim++) {
            for (var n = 0; n < 12; n++) {
                story.calls("sim-" + sim, "stranger-" + sim + "-" + n, sim * 0.5 + n * 5)
                        .from("phone-" + sim, "cell-" + n)
                        .rings();
            }
        }
        return story;
    }

    private static Story rotation() {
        var story = Story.of("pool");
        for (var n = 0; n < 300; n++) {
            story.calls("number-" + n % 25, "stranger-" + n, n * 0.19)
                    .behind("trunk", TrunkType.ENT)
                    .rings();
        }
        return story;
    }

    private static Story relay() {
        var story = Story.of("relay");
        story.calls("shop-assistant", "victim", 0).from("handset", "den").talks(100);
        return story.calls("officer", "victim", 20)
                .from("handset", "den")
                .saying(120, "你涉嫌洗钱，先做笔录，暂时不谈钱，请不要挂断电话，找一个没有人的房间。")
                .saying(300, "现在必须把钱转到国家安全账户接受资金清查，不能告诉任何人。")
                .talks(900);
    }

    private static Story safeAccount() {
        var story = Story.of("safe");
        story.banks("savings", "victim");
        story.calls("hook", "victim", 0).from("handset", "den").talks(100);
        story.calls("officer", "victim", 20)
                .from("handset", "den")
                .saying(120, "你涉嫌洗钱，先做笔录，请不要挂断电话，找一个没有人的房间。")
                .saying(300, "现在必须把钱转到国家安全账户接受资金清查，不能告诉任何人。")
                .talks(1_500);
        return story.pays("savings", "mule", 55);
    }

    private static Story policeWarning() {
        var story = Story.of("warning");
        return story.calls("police", "citizen", 0)
                .saying(10, "这里是反诈中心，公检法没有安全账户，不要向安全账户转账。")
                .talks(60);
    }

    private static Story falseWarning() {
        var story = Story.of("false-warning");
        return story.calls("crook", "citizen", 0).saying(10, "反诈中心提醒您，为保护您的资金安全请转到安全账户。").talks(60);
    }

    private static Story shown700() {
        var story = Story.of("shown-700");
        return story.calls("crook", "citizen", 0)
                .showing(NumberClass.NUMBER_PROTECTION, SpoofShape.NONE)
                .behind("gateway", TrunkType.INTL)
                .talks(60);
    }

    private static Story false110() {
        var story = Story.of("false-110");
        return story.calls("crook", "citizen", 0)
                .showing(NumberClass.SHORT_CODE, SpoofShape.INTL_SHORT_CODE)
                .behind("gateway", TrunkType.INTL)
                .talks(60);
    }

    /** Three who were really called report; the call's CDR comes, and once more ten hours later. */
    private static Story lateRetry() {
        var story = Story.of("late");
        story.isReportedByThree("crook", 0);
        var call =
                ACall.of(story.the("call-0"), story.the("crook"), story.the("citizen-0-of-crook"));
        return story.tell(call.cdr(story.the("cdr"), NOON, 40_000, NOON + HOUR / 10))
                .tell(call.cdr(story.the("cdr"), NOON, 40_000, NOON + 10 * HOUR));
    }

    private static Story household() {
        var story = Story.of("household");
        for (var n = 0; n < 3; n++) {
            story.opens("phone-" + n, "one-document", NOON - DAY);
            story.calls("salesman", "phone-" + n, n * 5).talks(40);
            story.reports("phone-" + n, "salesman", n * 5, 20 + n);
        }
        return story;
    }

    private static Story hospital() {
        var story = Story.of("hospital");
        story.approves("desk", PurposeClass.HEALTH, 60);
        for (var n = 0; n < 50; n++) {
            story.calls("desk", "patient-" + n, n).rings();
        }
        return story;
    }

    /** Six cards of one document in one device; one of them shows false numbers and is reported by three it called. */
    private static Story oneDocument() {
        var story = Story.of("document");
        for (var n = 0; n < 6; n++) {
            story.opens("card-" + n, "document", NOON - DAY);
            story.calls("card-" + n, "friend-" + n, n).from("handset", "home").talks(60);
        }
        for (var n = 0; n < 6; n++) {
            story.opens("citizen-" + n, "document-" + n, NOON - DAY);
            story.calls("card-0", "citizen-" + n, 10 + n * 5)
                    .from("handset", "home")
                    .showing(NumberClass.MALFORMED, SpoofShape.MALFORMED)
                    .talks(40);
            if (n < 3) {
                story.reports("citizen-" + n, "card-0", 10 + n * 5, 40 + n);
            }
        }
        return story;
    }

    /** A number is reported by three it called, given up, and given to somebody who calls a friend. */
    private static Story recycled() {
        var story = Story.of("recycled");
        for (var n = 0; n < 3; n++) {
            story.opens("citizen-" + n, "document-" + n, NOON - DAY);
            story.calls("number", "citizen-" + n, n * 5).talks(40);
            story.reports("citizen-" + n, "number", n * 5, 20 + n);
        }
        story.passesOn("number", 240);
        return story.calls("number", "friend", 300).talks(60);
    }

    /** An authority names a middle number, when one pair is bound behind it and when the session is over. */
    private static Story orderAtMiddleNumber() {
        var story = Story.of("middle");
        var parcel = story.order(PurposeClass.EXPRESS, "courier", "customer", 0).bound();
        parcel.served(60).talks(30);
        return story.ordersAtMiddleNumber(parcel.middleNumber(), 10)
                .ordersAtMiddleNumber(parcel.middleNumber(), 90);
    }

    private static Story legacyNumber() {
        var story = Story.of("legacy");
        var order =
                story.order(PurposeClass.ECOM, "shop", "customer", 0).withLegacyNumber().bound();
        order.served(60).talks(30);
        return story;
    }

    /** Three mistake a neighbour for somebody else and report; what is done is contested and undone. */
    private static Story appeal() {
        var story = Story.of("appeal");
        var reported = story.isReportedByThree("neighbour", 0);
        return story.episode("neighbour", reported)
                .says("platform-one", ActionType.THROTTLE, AckStatus.EFFECTIVE, reported + 1)
                .says("handset-tags", ActionType.TAG, AckStatus.EFFECTIVE, reported + 1)
                .says("handset-tags", ActionType.WARN, AckStatus.EFFECTIVE, reported + 1)
                .appeals("neighbour", 60)
                .decides(Verb.REVERIFY_PASSED, VERIFIED)
                .says("platform-one", ActionType.THROTTLE, AckStatus.LIFTED, VERIFIED + 1)
                .says("handset-tags", ActionType.TAG, AckStatus.LIFTED, VERIFIED + 2)
                .says("handset-tags", ActionType.WARN, AckStatus.LIFTED, VERIFIED + 2)
                .story();
    }

    /** The platform's executor limits a number and dies; back three hours after the end, it says when it was. */
    private static Story executorDown() {
        var story = Story.of("down");
        var reported = story.isReportedByThree("crook", 0);
        var end = reported + DAY / (double) MINUTE;
        return story.episode("crook", reported)
                .says("platform-one", ActionType.THROTTLE, AckStatus.EFFECTIVE, reported + 1)
                .says("platform-one", ActionType.THROTTLE, AckStatus.EXPIRED, end, end + 180)
                .story();
    }
}
