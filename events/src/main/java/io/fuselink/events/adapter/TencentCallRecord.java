/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.events.CallLeg;
import io.fuselink.events.FailClass;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Initiator;
import io.fuselink.events.Received;
import java.util.List;

/** Tencent's call record pushes for directly dialled middle numbers as CDRs; times are epoch seconds written as text. */
final class TencentCallRecord implements PushReader {
    private static final int NO_BINDING = 12;

    private final Origin origin;

    TencentCallRecord(Origin origin) {
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
        var callId = draft.required("callId");
        var x = draft.required("dstVirtualNum");
        var forwarded = draft.text("dst");
        var detail = draft.code("callEndStatusDetail");
        var rang = draft.moment("startDstRingTime");
        var ended = draft.moment("endCallTime");
        draft.put("call_id", callId)
                .put("leg", CallLeg.A_TO_X)
                .put("sub_id", draft.text("bindId"))
                .put("initiator", detail == NO_BINDING ? Initiator.OTHER : Initiator.UNKNOWN)
                .party("from_tk", draft.required("src"))
                .party("to_tk", forwarded == null ? x : forwarded)
                .party("x_tk", x)
                .presented(x);
        return Outcome.times(
                        draft,
                        draft.moment("callCenterAcceptTime"),
                        draft.moment("startDstCallTime"),
                        rang,
                        draft.moment("dstAcceptTime"),
                        ended,
                        failure(detail, rang != null))
                .finish(
                        Ids.hash("tencent-call-record", origin.provider(), callId),
                        ended,
                        arrivedAt);
    }

    /** The details whose meaning is documented; of the others only whether it rang tells anything. */
    private static FailClass failure(int detail, boolean rang) {
        return switch (detail) {
            case NO_BINDING -> FailClass.NO_BIND;
            case 15 -> FailClass.NET; // limited by the network
            case 17 -> FailClass.REJECT; // the caller is not among those allowed
            default -> rang ? FailClass.NO_ANSWER : FailClass.NET;
        };
    }
}
