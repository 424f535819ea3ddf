/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.FailClass;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Ids;
import io.fuselink.events.Source;
import io.fuselink.events.codec.FeedFields;
import io.fuselink.events.token.Tokenizer;

/** One provider's call record on its way to a CDR: the provider's field names on one side, ours on the other. */
final class CdrDraft {

    private final JsonNode report;
    private final Moments moments;
    private final Parties parties;
    private final ObjectNode cdr = Json.object();

    CdrDraft(JsonNode report, Moments moments, Tokenizer tokenizer) {
        this.report = report;
        this.moments = moments;
        this.parties = new Parties(tokenizer, FeedFields.of(Feed.CDRS));
    }

    /** The provider's field as text, null when absent or empty; providers write numbers as text and text as numbers. */
    String text(String theirs) {
        var node = report.get(theirs);
        var text = node == null || node.isNull() ? "" : node.asText().strip();
        return text.isEmpty() ? null : text;
    }

    String required(String theirs) {
        var text = text(theirs);
        if (text == null) {
            throw new Unusable(DeadLetterReason.MISSING_FIELD, theirs + " is missing");
        }
        return text;
    }

    /** The provider's code, −1 when absent. */
    int code(String theirs) {
        var text = text(theirs);
        if (text == null) {
            return -1;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Unusable(DeadLetterReason.WRONG_TYPE, theirs + " is not a code");
        }
        return Integer.parseInt(text);
    }

    /** The provider's time in epoch ms, null when absent. */
    Long moment(String theirs) {
        var text = text(theirs);
        if (text == null) {
            return null;
        }
        var at = moments.read(text);
        if (at.isEmpty()) {
            throw new Unusable(DeadLetterReason.WRONG_TYPE, theirs + " is not a time");
        }
        return at.getAsLong();
    }

    CdrDraft put(String ours, String value) {
        if (value != null) {
            cdr.put(ours, value);
        }
        return this;
    }

    CdrDraft put(String ours, Long value) {
        if (value != null) {
            cdr.put(ours, value);
        }
        return this;
    }

    /** A code of the provider's, left out when it is absent or 0. */
    CdrDraft cause(String ours, int code) {
        if (code > 0) {
            cdr.put(ours, code);
        }
        return this;
    }

    CdrDraft party(String ours, String raw) {
        parties.number(cdr, ours, raw);
        return this;
    }

    CdrDraft presented(String raw) {
        parties.presented(cdr, raw, null, false);
        return this;
    }

    /** The call's times; answered is who was answered before the release. */
    CdrDraft times(Long called, Long out, Long ring, Long answer, Long release, FailClass failure) {
        var answered = answer != null && release != null && answer < release;
        put("call_time", called).put("out_time", out).put("ring_time", ring);
        put("answer_time", answered ? answer : null).put("release_time", release);
        cdr.put("answered", answered);
        cdr.put("duration_ms", answered ? release - answer : 0);
        cdr.put("fail_class", (answered ? FailClass.NONE : failure).name());
        return this;
    }

    /** A recording is kept as the hash of its reference, never as its address. */
    CdrDraft recording(String reference) {
        return put("record_ref_hash", reference == null ? null : Ids.hash("record", reference));
    }

    /** The finished record as canonical JSON; it happened when it was released. */
    byte[] finish(String eventId, String provider, long arrivedAt) {
        var happened = cdr.path("release_time").asLong();
        cdr.put("event_id", eventId)
                .put("source", Source.PLATFORM.name())
                .put("provider", provider)
                .put("event_time", happened)
                .put("ingest_time", arrivedAt > 0 ? arrivedAt : happened)
                .put("schema_ver", Header.SCHEMA_VERSION);
        return Json.bytes(cdr);
    }

    /** What a Q.850 cause means for a call nobody answered. */
    static FailClass unanswered(int q850) {
        return switch (q850) {
            case 17 -> FailClass.BUSY;
            case 21 -> FailClass.REJECT;
            case 1, 28 -> FailClass.EMPTY_NUM;
            case 20, 27 -> FailClass.POWEROFF;
            case -1, 0, 16, 18, 19 -> FailClass.NO_ANSWER;
            default -> FailClass.NET;
        };
    }
}
