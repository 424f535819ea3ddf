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
import io.fuselink.events.token.Tokenizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Huawei PrivateNumber's {@code feeLst} pushes as CDRs. Times are UTC written without a zone. Huawei
 * repeats a push for hours until it is answered: a call keeps its event id.
 */
public final class HuaweiFeeList implements PushReader {
    private static final int MOST_FEES = 50;

    private final Origin origin;

    /** Reads UTC, as documented. */
    public HuaweiFeeList(Tokenizer tokenizer) {
        this(tokenizer, ZoneOffset.UTC, "huawei");
    }

    public HuaweiFeeList(Tokenizer tokenizer, ZoneId zone, String provider) {
        this(Adapter.HUAWEI_FEE_LIST.origin(tokenizer, zone, Map.of("provider", provider)));
    }

    HuaweiFeeList(Origin origin) {
        this.origin = origin;
    }

    @Override
    public List<Received> read(byte[] push, String position, long arrivedAt) {
        return ProviderPush.read(
                Feed.CDRS,
                push,
                position,
                arrivedAt,
                HuaweiFeeList::fees,
                fee -> cdr(fee, arrivedAt));
    }

    private static Iterable<JsonNode> fees(JsonNode push) {
        var fees = push.path("feeLst");
        if (!fees.isArray()) {
            throw new Unusable(DeadLetterReason.MISSING_FIELD, "feeLst is missing");
        }
        if (fees.size() > MOST_FEES) {
            throw new Unusable(
                    DeadLetterReason.OUT_OF_RANGE, "feeLst has more than 50 call records");
        }
        return fees;
    }

    private byte[] cdr(JsonNode fee, long arrivedAt) {
        var draft = origin.draft(fee);
        var session = draft.required("sessionId");
        var icid = draft.required("icid");
        var cause = draft.code("fwdUnaswRsn");
        var ended = draft.moment("callEndTime");
        var released = ended == null ? draft.moment("failTime") : ended;
        parties(draft);
        draft.put("call_id", session)
                .put("icid", icid)
                .put("leg", CallLeg.A_TO_X)
                .put("sub_id", draft.text("subscriptionId"))
                .cause("cause_q850", cause)
                .cause("cause_sip", draft.code("sipStatusCode"))
                .put("record_ref_hash", Outcome.recording(recording(draft)));
        return Outcome.times(
                        draft,
                        draft.moment("callInTime"),
                        draft.moment("fwdStartTime"),
                        draft.moment("fwdAlertingTime"),
                        draft.moment("fwdAnswerTime"),
                        released,
                        failure(draft.code("ulFailReason"), cause))
                .finish(
                        Ids.hash("huawei-fee-list", origin.provider(), icid, session),
                        released,
                        arrivedAt);
    }

    /** {@code bindNum} is X; the real recipient is where X forwarded to, or X itself when it forwarded nowhere. */
    private static void parties(Draft draft) {
        var x = draft.required("bindNum");
        var forwarded = draft.text("fwdDstNum");
        var dialled = draft.text("calleeNum");
        var display = draft.text("fwdDisplayNum");
        draft.party("from_tk", draft.required("callerNum"))
                .party("to_tk", forwarded != null ? forwarded : dialled != null ? dialled : x)
                .party("x_tk", x)
                .put("initiator", Initiator.UNKNOWN)
                .presented(display == null ? x : display);
    }

    private static String recording(Draft draft) {
        var object = draft.text("recordObjectName");
        return object == null ? null : draft.text("recordBucketName") + "/" + object;
    }

    private static FailClass failure(int reason, int q850) {
        return switch (reason) {
            case -1, 0 -> Outcome.unanswered(q850);
            case 7001, 7002, 7003 -> FailClass.FREQ_CTRL;
            case 7004, 7005 -> FailClass.BLACKLIST;
            case 8014, 8019, 8022, 8030 -> FailClass.NO_BIND;
            default -> FailClass.NET;
        };
    }
}
