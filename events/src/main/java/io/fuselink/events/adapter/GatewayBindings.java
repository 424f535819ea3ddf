/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.events.BindingMode;
import io.fuselink.events.BindingOp;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Received;
import java.util.List;

/**
 * Bindings as carriers' gateways and Baidu write them ({@code telA}, {@code telX}, {@code telB},
 * {@code subts}, {@code expiration} in seconds). The binding's id is the answer's {@code bindId}; the
 * lessee, the lease and the purpose are the operator's to give as constants.
 */
final class GatewayBindings implements PushReader {
    private final Origin origin;

    GatewayBindings(Origin origin) {
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
                item -> bound(item, arrivedAt));
    }

    private byte[] bound(JsonNode item, long arrivedAt) {
        var draft = origin.draft(item);
        var id = draft.required("bindId");
        var at = draft.requiredMoment("subts");
        var b = draft.text("telB");
        var seconds = draft.code("expiration");
        var record = draft.text("record");
        draft.put("op", BindingOp.BIND)
                .put("sub_id", id)
                .put("mode", b == null ? BindingMode.AX : BindingMode.AXB)
                .party("a_tk", draft.required("telA"))
                .party("b_tk", b)
                .party("x_tk", draft.required("telX"))
                .put("record", record == null ? null : Boolean.valueOf("1".equals(record)))
                .put("bind_time", at)
                .put(
                        "expire_time",
                        seconds <= 0 ? Long.valueOf(0) : Long.valueOf(at + seconds * 1000L));
        return draft.finish(Ids.hash("gateway-bind", origin.provider(), id), at, arrivedAt);
    }
}
