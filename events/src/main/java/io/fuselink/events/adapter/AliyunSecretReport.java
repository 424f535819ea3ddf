/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.events.CallLeg;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.FailClass;
import io.fuselink.events.Ids;
import io.fuselink.events.Initiator;
import io.fuselink.events.Received;
import io.fuselink.events.ReleaseDirection;
import io.fuselink.events.token.Tokenizer;
import java.time.ZoneId;
import java.util.List;

/**
 * Aliyun's SecretReport pushes, one JSON object or an array of them, as CDRs. The samples write local
 * time without a zone, taken as Beijing time unless told otherwise. A push repeated hours later has the
 * same event id.
 */
public final class AliyunSecretReport {
    private static final String TIME_FORMAT = "yyyy-MM-dd HH:mm:ss";

    private final Tokenizer tokenizer;
    private final Moments moments;
    private final String provider;

    /** Reads Beijing time. */
    public AliyunSecretReport(Tokenizer tokenizer) {
        this(tokenizer, ZoneId.of("Asia/Shanghai"), "aliyun");
    }

    public AliyunSecretReport(Tokenizer tokenizer, ZoneId zone, String provider) {
        this.tokenizer = tokenizer;
        this.moments = new Moments(TIME_FORMAT, zone);
        this.provider = provider;
    }

    /**
     * Never throws.
     *
     * @param position where the push lies
     * @param arrivedAt when the gateway took it, epoch ms; 0 = unknown, then each call counts as taken when it ended
     */
    public List<Received> read(byte[] push, String position, long arrivedAt) {
        return ProviderPush.read(
                push, position, arrivedAt, AliyunSecretReport::items, item -> cdr(item, arrivedAt));
    }

    private static Iterable<JsonNode> items(JsonNode push) {
        return push.isArray() ? push : List.of(push);
    }

    private byte[] cdr(JsonNode item, long arrivedAt) {
        var draft = new CdrDraft(item, moments, tokenizer);
        parties(draft);
        var callId = draft.required("call_id");
        var cause = draft.code("release_cause");
        return draft.put("call_id", callId)
                .put("leg", CallLeg.A_TO_X.name())
                .put("sub_id", draft.text("sub_id"))
                .put("pool_key", draft.text("pool_key"))
                .put("release_dir", releasedBy(draft.code("release_dir")))
                .cause("cause_q850", cause)
                .recording(draft.text("record_url"))
                .times(
                        draft.moment("call_time"),
                        draft.moment("call_out_time"),
                        draft.moment("ring_time"),
                        draft.moment("start_time"), // equals release_time when nobody answered
                        draft.moment("release_time"),
                        failure(draft.code("unconnected_cause"), cause))
                .finish(Ids.hash("aliyun-secret-report", provider, callId), provider, arrivedAt);
    }

    /** Who dialled whom follows from {@code call_type}; an intercepted call may have reached the middle number only. */
    private static void parties(CdrDraft draft) {
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
            case 2, 3 ->
                    throw new Unusable(
                            DeadLetterReason.OUT_OF_RANGE,
                            "call_type is a text message, cdrs are calls");
            default ->
                    throw new Unusable(
                            DeadLetterReason.UNKNOWN_ENUM, "call_type is none of 0, 1, 2, 3, 4");
        }
        var initiator =
                switch (type) {
                    case 0 -> Initiator.A;
                    case 1 -> Initiator.B;
                    default -> Initiator.UNKNOWN;
                };
        var display = draft.text("called_display_no");
        draft.party("x_tk", x)
                .put("initiator", (unbound ? Initiator.OTHER : initiator).name())
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
            case -1, 0 -> CdrDraft.unanswered(q850);
            case 1 -> FailClass.BLACKLIST;
            case 2 -> FailClass.NO_BIND;
            case 3 -> FailClass.REJECT;
            default -> FailClass.NET;
        };
    }
}
