/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.ActionType;
import io.fuselink.events.Appeal;
import io.fuselink.events.Decision;
import io.fuselink.events.Ids;
import io.fuselink.events.Verb;
import io.fuselink.jobs.Told;

/** What parties, officers and the person concerned say about the bundle of one episode. Times are minutes after noon. */
final class Aftermath {
    private final Story story;
    private final String bundleId;
    private int count;

    Aftermath(Story story, String episodeId) {
        this.story = story;
        this.bundleId = Ids.bundle(episodeId);
    }

    /** A party says what became of an action, when it happened. */
    Aftermath says(String party, ActionType action, AckStatus status, double minute) {
        return says(party, action, status, minute, minute);
    }

    /** A party says what became of an action; it is heard later than it happened. */
    Aftermath says(
            String party, ActionType action, AckStatus status, double minute, double heardMinute) {
        var body =
                new Ack(
                        Ids.leg(bundleId, action, party),
                        bundleId,
                        party,
                        status,
                        1,
                        Story.minute(minute),
                        null);
        return tell("ack", heardMinute, body);
    }

    Aftermath appeals(String who, double minute) {
        var at = Story.minute(minute);
        return tell(
                "appeal",
                minute,
                new Appeal(next("appeal"), bundleId, null, story.the(who), "hotline", at, null));
    }

    Aftermath decides(Verb verb, double minute) {
        var at = Story.minute(minute);
        return tell(
                "decision",
                minute,
                new Decision(
                        next("decision"),
                        bundleId,
                        null,
                        verb,
                        "duty officer",
                        "face and document seen",
                        at));
    }

    Story story() {
        return story;
    }

    private String next(String what) {
        return story.the(what + "-of-the-aftermath-" + count);
    }

    private Aftermath tell(String what, double minute, Record body) {
        story.tell(Told.event(next(what), Story.minute(minute), body));
        count++;
        return this;
    }
}
