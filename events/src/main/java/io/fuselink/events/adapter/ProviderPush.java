/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.codec.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a provider's push item by item; an item that cannot be taken spoils only itself. */
final class ProviderPush {
    private static final JsonCodec CODEC = new JsonCodec();

    private ProviderPush() {}

    /**
     * @param items finds the items in the push
     * @param cdr one item as a canonical CDR in JSON
     */
    static List<Received> read(
            byte[] push,
            String position,
            long arrivedAt,
            Function<JsonNode, Iterable<JsonNode>> items,
            Function<JsonNode, byte[]> cdr) {
        var received = new ArrayList<Received>();
        try {
            var place = 0;
            for (var item : items.apply(Json.tree(push))) {
                received.add(one(item, push, position + "#" + place++, arrivedAt, cdr));
            }
        } catch (Unusable e) {
            received.add(dead(e.reason(), e.getMessage(), position, push, arrivedAt));
        }
        return received;
    }

    private static Received one(
            JsonNode item,
            byte[] push,
            String position,
            long arrivedAt,
            Function<JsonNode, byte[]> cdr) {
        try {
            var result = CODEC.decode(Feed.CDRS, cdr.apply(item), position, arrivedAt);
            return result.deadLetter() == null
                    ? result
                    : dead(
                            result.deadLetter().reason(),
                            result.deadLetter().detail(),
                            position,
                            push,
                            arrivedAt);
        } catch (Unusable e) {
            return dead(e.reason(), e.getMessage(), position, push, arrivedAt);
        }
    }

    /** Length and hash are those of the push as it came: that is what can be found at its source. */
    private static Received dead(
            DeadLetterReason reason, String detail, String position, byte[] push, long arrivedAt) {
        return Received.dead(DeadLetter.of(Feed.CDRS, reason, detail, position, push, arrivedAt));
    }
}
