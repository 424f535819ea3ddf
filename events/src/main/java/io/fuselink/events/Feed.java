/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The input feeds of the wire contract: what they carry, where, keyed by what, and how late they may be. */
public enum Feed {
    CALLS("E1", CallEvent.class, "from_tk", 300),
    CDRS("E2", Cdr.class, "from_tk", 0),
    BINDINGS("E3", Binding.class, "x_tk", 300),
    TRANSCRIPTS("E4", TranscriptSegment.class, "call_id", 300),
    REPORTS("E5", UserReport.class, "target_tk", 0),
    CASES("E6", PolicePush.class, "push_id", 0),
    LINKS("E7", AccountLink.class, "acct_tk", 0),
    FUNDS("E8", FundEvent.class, "acct_tk", 0),
    REGISTRATIONS("E9", Registration.class, "phone_tk", 0),
    DEVICES("E10", DeviceState.class, "phone_tk", 0),
    SMS("E11", SmsMeta.class, "to_tk", 0),
    PURPOSES("E12", Purpose.class, "scope", 0),
    ACKS("E14", Ack.class, "bundle_id", 0),
    APPEALS("E15", Appeal.class, "bundle_id", 0),
    SIGHTINGS("–", Sighting.class, "subject_tk", 0),
    DECISIONS("E16", Decision.class, "bundle_id", 0),
    OWNERS("E17", Owner.class, "scope", 0),
    POLICY("–", PolicyVersion.class, "version", 0),
    CLOCK("–", ClockTick.class, "deployment", 0),
    VOICES("E18", VoiceMatch.class, "phone_tk", 0);

    private final String code;
    private final Class<? extends Record> body;
    private final String key;
    private final long latenessMs;

    Feed(String code, Class<? extends Record> body, String key, long latenessMs) {
        this.code = code;
        this.body = body;
        this.key = key;
        this.latenessMs = latenessMs;
    }

    /** Its number in the domain's list of event schemas. */
    public String code() {
        return code;
    }

    /** The record it carries beside the {@link Header}. */
    public Class<? extends Record> body() {
        return body;
    }

    /** Wire name of the field its topic is keyed by. */
    public String key() {
        return key;
    }

    /** How long after it happened an event may be accepted and still count at its own time, in ms. */
    public long latenessMs() {
        return latenessMs;
    }

    /** Name on the command line and in file names. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String topic() {
        return "fuselink." + wireName() + ".v1";
    }

    /**
     * The place of an event in event time. A record accepted later than its feed's lateness counts
     * from when it was accepted: a CDR ten hours late is not late, it settles now.
     */
    public long orderTime(long eventTime, long ingestTime) {
        return Math.max(eventTime, ingestTime - latenessMs);
    }

    public static Optional<Feed> named(String wireName) {
        return Arrays.stream(values()).filter(f -> f.wireName().equals(wireName)).findFirst();
    }

    /** The feed whose events have this kind of body. */
    public static Feed carrying(Class<? extends Record> body) {
        for (var feed : values()) {
            if (feed.body == body) {
                return feed;
            }
        }
        throw new IllegalArgumentException("no feed carries " + body.getSimpleName());
    }

    public static Optional<Feed> ofTopic(String topic) {
        return Arrays.stream(values()).filter(f -> f.topic().equals(topic)).findFirst();
    }
}
