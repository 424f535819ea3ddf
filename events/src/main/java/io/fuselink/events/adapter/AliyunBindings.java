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
import java.time.ZoneOffset;
import java.util.List;

/**
 * Aliyun's binding calls as bindings: {@code {"request", "response"}} as the platform's gateway logs the
 * exchange, the request with its common parameters {@code Action} and {@code Timestamp}. The lessee and
 * the purpose are the operator's to give as constants.
 */
final class AliyunBindings implements PushReader {
    private static final String[] TIE = {
        "mode",
        "a_tk",
        "b_tk",
        "n_group_id",
        "x_tk",
        "x_class",
        "x_unit",
        "ext",
        "pool_key",
        "order_tk",
        "call_dir",
        "record",
        "bind_time",
        "expire_time"
    };

    private final Origin origin;
    private final Moments asked = new Moments(Moments.ISO, ZoneOffset.UTC);
    private final Remembered bindings = new Remembered();

    AliyunBindings(Origin origin) {
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
        var draft = origin.draft(Exchange.flat(exchange, "SecretBindDTO"));
        var code = draft.text("Code");
        if (code != null && !code.equals("OK")) {
            throw new Unusable(DeadLetterReason.OUT_OF_RANGE, "Code is not OK: nothing was bound");
        }
        var id = draft.required("SubsId");
        var action = draft.required("Action");
        var at = asked(draft);
        draft.put("sub_id", id);
        switch (action) {
            case "BindAxb" -> bound(draft, BindingMode.AXB, at, draft.required("PhoneNoB"));
            case "BindAxn" -> bound(draft, BindingMode.AXN, at, draft.text("PhoneNoB"));
            case "BindAxnExtension" -> bound(draft, BindingMode.AXE, at, draft.text("PhoneNoB"));
            case "BindAxg" -> bound(draft, BindingMode.AXG, at, draft.text("PhoneNoB"));
            case "UpdateSubscription" -> updated(draft, id);
            case "UnbindSubscription" ->
                    draft.put("op", BindingOp.UNBIND).fill(Exchange.known(bindings, id), TIE);
            default ->
                    throw new Unusable(
                            DeadLetterReason.UNKNOWN_ENUM,
                            "Action is none of BindAxb, BindAxn, BindAxnExtension, BindAxg, UpdateSubscription, UnbindSubscription");
        }
        bindings.put(id, draft.record());
        return draft.finish(
                Ids.hash("aliyun-bind", origin.provider(), id, action, at), at, arrivedAt);
    }

    private long asked(Draft draft) {
        var at = asked.read(draft.required("Timestamp"));
        if (at.isEmpty()) {
            throw new Unusable(DeadLetterReason.WRONG_TYPE, "Timestamp is not a time");
        }
        return at.getAsLong();
    }

    private static void bound(Draft draft, BindingMode mode, long at, String b) {
        var x = draft.first("SecretNo", "PhoneNoX");
        draft.put("op", BindingOp.BIND)
                .put("mode", mode)
                .party("a_tk", draft.required("PhoneNoA"))
                .party("b_tk", b)
                .party("x_tk", x == null ? draft.required("SecretNo") : x)
                .put("n_group_id", draft.text("GroupId"))
                .put("ext", draft.text("Extension"))
                .put("pool_key", draft.required("PoolKey"))
                .opaque("order_tk", draft.text("OutOrderId"))
                .put("call_dir", allowed(draft.text("CallRestrict")))
                .put("record", recorded(draft))
                .put("bind_time", at)
                .put("expire_time", draft.requiredMoment("Expiration"));
    }

    /** What the update names replaces what was bound. */
    private void updated(Draft draft, String id) {
        draft.put("op", BindingOp.UPDATE)
                .party("a_tk", draft.text("PhoneNoA"))
                .party("b_tk", draft.text("PhoneNoB"))
                .put("expire_time", draft.moment("Expiration"))
                .put("call_dir", allowed(draft.text("CallRestrict")))
                .put("record", recorded(draft))
                .fill(Exchange.known(bindings, id), TIE);
    }

    private static Boolean recorded(Draft draft) {
        var flag = draft.text("IsRecordingEnabled");
        return flag == null ? null : Boolean.valueOf(flag);
    }

    private static CallDirection allowed(String restriction) {
        if (restriction == null) {
            return null;
        }
        return switch (restriction) {
            case "CONTROL_AX_DISABLE" -> CallDirection.B_ONLY;
            case "CONTROL_BX_DISABLE" -> CallDirection.A_ONLY;
            default ->
                    throw new Unusable(
                            DeadLetterReason.UNKNOWN_ENUM,
                            "CallRestrict is neither CONTROL_AX_DISABLE nor CONTROL_BX_DISABLE");
        };
    }
}
