/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import static io.fuselink.jobs.Told.SECOND;

import io.fuselink.events.CallEvent;
import io.fuselink.events.CallLeg;
import io.fuselink.events.CallPhase;
import io.fuselink.events.Channel;
import io.fuselink.events.ConsentBasis;
import io.fuselink.events.Initiator;
import io.fuselink.events.NumberClass;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TranscriptSegment;
import io.fuselink.events.TrunkType;
import io.fuselink.jobs.Told;

/** One call of a story, until it is told how it went. */
final class Dialled {
    private static final long ANSWERED_AFTER_MS = 5 * SECOND;

    private final Story story;
    private final String id;
    private final String from;
    private final String to;
    private final long at;
    private NumberClass fromClass = NumberClass.MOBILE;
    private NumberClass toClass = NumberClass.MOBILE;
    private NumberClass shown = NumberClass.MOBILE;
    private SpoofShape shape = SpoofShape.NONE;
    private String through;
    private String device;
    private String cell;
    private String trunk;
    private TrunkType trunkType;
    private String roaming = "44";
    private String toProvince = "44";
    private int said;

    Dialled(Story story, String id, String from, String to, long at) {
        this.story = story;
        this.id = id;
        this.from = from;
        this.to = to;
        this.at = at;
    }

    Dialled by(NumberClass kind) {
        fromClass = kind;
        return this;
    }

    Dialled toA(NumberClass kind) {
        toClass = kind;
        return this;
    }

    /** What the called party's screen shows. */
    Dialled showing(NumberClass kind, SpoofShape how) {
        shown = kind;
        shape = how;
        return this;
    }

    Dialled through(String middleNumber) {
        through = middleNumber;
        return this;
    }

    Dialled from(String imei, String cellOfIt) {
        device = imei == null ? null : story.the(imei);
        cell = cellOfIt == null ? null : story.the(cellOfIt);
        return this;
    }

    Dialled behind(String trunkId, TrunkType kind) {
        trunk = story.the(trunkId);
        trunkType = kind;
        return this;
    }

    /** The caller is in another province than the called. */
    Dialled fromAfar() {
        roaming = "11";
        return this;
    }

    Dialled intoProvince(int n) {
        toProvince = String.valueOf(11 + n);
        return this;
    }

    /** Nobody answers. */
    Story rings() {
        phase(leg(), CallPhase.SETUP, at);
        phase(lastLeg(), CallPhase.HANGUP, at + 25 * SECOND);
        return story;
    }

    Story talks(double seconds) {
        phase(leg(), CallPhase.SETUP, at);
        phase(lastLeg(), CallPhase.ANSWER, at + ANSWERED_AFTER_MS);
        phase(lastLeg(), CallPhase.HANGUP, at + ANSWERED_AFTER_MS + Math.round(seconds * SECOND));
        return story;
    }

    /** Words of the caller, so many seconds after the answer, transcribed with the caller's announcement. */
    Dialled saying(double afterSeconds, String words) {
        return says(Channel.CALLER, afterSeconds, words);
    }

    private Dialled says(Channel who, double afterSeconds, String words) {
        var begin = Math.round(afterSeconds * SECOND);
        var end = begin + 5 * SECOND;
        story.tell(
                Told.event(
                        id + "-words-" + said,
                        at + ANSWERED_AFTER_MS + end,
                        new TranscriptSegment(
                                id,
                                said++,
                                begin,
                                end,
                                who,
                                from,
                                to,
                                words,
                                0.9,
                                null,
                                true,
                                ConsentBasis.ANNOUNCED_RECORDING,
                                "zh-CN")));
        return this;
    }

    private CallLeg leg() {
        return through == null ? CallLeg.DIRECT : CallLeg.A_TO_X;
    }

    private CallLeg lastLeg() {
        return through == null ? CallLeg.DIRECT : CallLeg.X_TO_B;
    }

    private void phase(CallLeg leg, CallPhase phase, long when) {
        story.tell(
                Told.event(
                        id + "-" + leg + "-" + phase,
                        when,
                        new CallEvent(
                                id,
                                id,
                                phase,
                                leg,
                                from,
                                to,
                                fromClass,
                                toClass,
                                null,
                                shown,
                                shape,
                                through,
                                null,
                                null,
                                Initiator.UNKNOWN,
                                null,
                                device,
                                cell,
                                null,
                                "44",
                                roaming,
                                toProvince,
                                trunk,
                                trunkType,
                                null,
                                null),
                        through == null ? Told.PROVIDER : Story.PLATFORM));
    }
}
