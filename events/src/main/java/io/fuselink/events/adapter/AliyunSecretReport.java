/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.events.CallLeg;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.FailClass;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Initiator;
import io.fuselink.events.Received;
import io.fuselink.events.ReleaseDirection;
import io.fuselink.events.token.Tokenizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Aliyun's SecretReport pushes, one JSON object or an array of them, as CDRs. The samples write local
 * time without a zone, taken as Beijing time unless told otherwise. A push repeated hours later has the
 * same event id.
 */
public final class AliyunSecretReport implements PushReader {
    private final Origin origin;

    /** Reads Beijing time. */
    public AliyunSecretReport(Tokenizer tokenizer) {
        this(tokenizer, ZoneId.of("Asia/Shanghai"), "aliyun");
    }

    public AliyunSecretReport(Tokenizer tokenizer, ZoneId zone, String provider) {
        this(Adapter.ALIYUN_SECRET_REPORT.origin(tokenizer, zone, Map.of("provider", provider)));
    }

    AliyunSecretReport(Origin origin) {
        this.origin = origin;
    }

    @Override
    public List<Received> read(byte[] push, String position, long arrivedAt) {
        return ProviderPush.read(
                Feed.CDRS,
                push,
                position,
                arrivedAt,
                ProviderPush::oneOrMany,
                item -> cdr(item, arrivedAt));
    }

    private byte[] cdr(JsonNode item, long arrivedAt) {
        var draft = origin.draft(item);
        parties(draft);
        var callId = draft.required("call_id");
        var cause = draft.code("release_cause");
        var released = draft.moment("release_time");
        draft.put("call_id", callId)
                .put("leg", CallLeg.A_TO_X)
                .put("sub_id", draft.text("sub_id"))
                .put("pool_key", draft.text("pool_key"))
                .put("release_dir", releasedBy(draft.code("release_dir")))
                .cause("cause_q850", cause)
                .put("record_ref_hash", Outcome.recording(draft.text("record_url")));
        return Outcome.times(
                        draft,
                        draft.moment("call_time"),
                        draft.moment("call_out_time"),
                        draft.moment("ring_time"),
                        draft.moment("start_time"), // equals release_time when nobody answered
                        released,
                        failure(draft.code("unconnected_cause"), cause))
                .finish(
                        Ids.hash("aliyun-secret-report", origin.provider(), callId),
                        released,
                        arrivedAt);
    }

    /** Who dialled whom follows from {@code call_type}; an intercepted call may have reached the middle number only. */
    static void parties(Draft draft) {
        var a = draft.required("phone_no");
        var x = draft.required("secret_no");
        var peer = draft.text("peer_no");
        var type = draft.code("call_type");
        var unbound = draft.code("unconnected_cause") == 2;
        var other = peer == null ? x : peer;
        switch (type) {
            case 0 -> draft.party("from_tk", a).party("to_tk", other);
            case 1 -> draft.party("from_tk", draft.required("peer_no")).party("to_tk", a);
            case 4 -> draft.party("from_tk", a).party("to_tk", other);
            case 2, 3, 5 ->
                    throw new Unusable(
                            DeadLetterReason.OUT_OF_RANGE,
                            "call_type is a text message, not a call");
            default ->
                    throw new Unusable(
                            DeadLetterReason.UNKNOWN_ENUM, "call_type is none of 0, 1, 2, 3, 4, 5");
        }
        var initiator =
                switch (type) {
                    case 0 -> Initiator.A;
                    case 1 -> Initiator.B;
                    default -> Initiator.UNKNOWN;
                };
        var display = draft.text("called_display_no");
        draft.party("x_tk", x)
                .put("initiator", unbound ? Initiator.OTHER : initiator)
                .presented(display == null ? x : display);
    }

    private static String releasedBy(int direction) {
        return switch (direction) {
            case -1 -> null;
            case 0 -> ReleaseDirection.PLATFORM.name();
            case 1 -> ReleaseDirection.CALLER.name();
            case 2 -> ReleaseDirection.CALLEE.name();
            default ->
                    throw new Unusable(
                            DeadLetterReason.UNKNOWN_ENUM, "release_dir is none of 0, 1, 2");
        };
    }

    private static FailClass failure(int unconnected, int q850) {
        return switch (unconnected) {
            case -1, 0 -> Outcome.unanswered(q850);
            case 1 -> FailClass.BLACKLIST;
            case 2 -> FailClass.NO_BIND;
            case 3 -> FailClass.REJECT;
            default -> FailClass.NET;
        };
    }
}
