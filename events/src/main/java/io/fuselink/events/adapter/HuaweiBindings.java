/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.events.BindingMode;
import io.fuselink.events.BindingOp;
import io.fuselink.events.CallDirection;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Received;
import java.util.List;

/**
 * Huawei PrivateNumber's binding calls as bindings: {@code {"time", "method", "request", "response"}},
 * as the platform's gateway logs the exchange. POST (or none) binds, DELETE unbinds. The lessee, the
 * lease and the purpose are the operator's to give as constants.
 */
final class HuaweiBindings implements PushReader {
    private static final String[] TIE = {
        "mode",
        "a_tk",
        "b_tk",
        "x_tk",
        "x_class",
        "x_unit",
        "ext",
        "call_dir",
        "record",
        "bind_time",
        "expire_time"
    };

    private final Origin origin;
    private final Remembered bindings = new Remembered();

    HuaweiBindings(Origin origin) {
        this.origin = origin;
    }

    @Override
    public List<Received> read(byte[] push, String position, long arrivedAt) {
        return ProviderPush.read(
                Feed.BINDINGS,
                push,
                position,
                arrivedAt,
                ProviderPush::oneOrMany,
                item -> binding(item, arrivedAt));
    }

    private byte[] binding(JsonNode exchange, long arrivedAt) {
        var draft = origin.draft(Exchange.flat(exchange, ""));
        if (draft.code("resultcode") > 0) {
            throw new Unusable(
                    DeadLetterReason.OUT_OF_RANGE, "resultcode is not 0: nothing was bound");
        }
        var id = draft.required("subscriptionId");
        var at = draft.requiredMoment("time");
        var method = draft.text("method");
        draft.put("sub_id", id);
        switch (method == null ? "POST" : method) {
            case "POST" -> {
                bound(draft, at);
                bindings.put(id, draft.record());
            }
            case "DELETE" ->
                    draft.put("op", BindingOp.UNBIND).fill(Exchange.known(bindings, id), TIE);
            default ->
                    throw new Unusable(
                            DeadLetterReason.UNKNOWN_ENUM, "method is neither POST nor DELETE");
        }
        return draft.finish(
                Ids.hash("huawei-bind", origin.provider(), id, draft.record().get("op")),
                at,
                arrivedAt);
    }

    private static void bound(Draft draft, long at) {
        var b = draft.text("calleeNum");
        var extension = draft.text("extendNum");
        var seconds = draft.code("duration");
        var record = draft.text("recordFlag");
        draft.put("op", BindingOp.BIND)
                .put(
                        "mode",
                        extension != null
                                ? BindingMode.AXE
                                : b == null ? BindingMode.AX : BindingMode.AXB)
                .party("a_tk", draft.required("callerNum"))
                .party("b_tk", b)
                .party("x_tk", draft.required("relationNum"))
                .put("ext", extension)
                .put("call_dir", direction(draft.code("callDirection")))
                .put("record", record == null ? null : Boolean.valueOf(record))
                .put("bind_time", at)
                .put(
                        "expire_time",
                        seconds <= 0 ? Long.valueOf(0) : Long.valueOf(at + seconds * 1000L));
    }

    private static CallDirection direction(int code) {
        return switch (code) {
            case -1 -> null;
            case 0 -> CallDirection.BOTH;
            case 1 -> CallDirection.A_ONLY;
            case 2 -> CallDirection.B_ONLY;
            default ->
                    throw new Unusable(
                            DeadLetterReason.UNKNOWN_ENUM, "callDirection is none of 0, 1, 2");
        };
    }
}
