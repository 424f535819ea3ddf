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

    /** One object, or an array of them. */
    static Iterable<JsonNode> oneOrMany(JsonNode push) {
        return push.isArray() ? push : List.of(push);
    }

    /**
     * @param items finds the items in the push
     * @param record one item as a canonical record in JSON
     */
    static List<Received> read(
            Feed feed,
            byte[] push,
            String position,
            long arrivedAt,
            Function<JsonNode, Iterable<JsonNode>> items,
            Function<JsonNode, byte[]> record) {
        var received = new ArrayList<Received>();
        try {
            var each = new ArrayList<JsonNode>();
            items.apply(Json.tree(push)).forEach(each::add);
            for (var i = 0; i < each.size(); i++) {
                var place = each.size() == 1 ? position : position + "#" + i;
                received.add(one(feed, each.get(i), push, place, arrivedAt, record));
            }
        } catch (Unusable e) {
            received.add(dead(feed, e.reason(), e.getMessage(), position, push, arrivedAt));
        }
        return received;
    }

    private static Received one(
            Feed feed,
            JsonNode item,
            byte[] push,
            String position,
            long arrivedAt,
            Function<JsonNode, byte[]> record) {
        try {
            return decoded(feed, record.apply(item), position, push, arrivedAt);
        } catch (Unusable e) {
            return dead(feed, e.reason(), e.getMessage(), position, push, arrivedAt);
        }
    }

    /** The event of a canonical record, or a letter that leads back to the push it came in. */
    static Received decoded(
            Feed feed, byte[] record, String position, byte[] push, long arrivedAt) {
        var result = CODEC.decode(feed, record, position, arrivedAt);
        var letter = result.deadLetter();
        return letter == null
                ? result
                : dead(feed, letter.reason(), letter.detail(), position, push, arrivedAt);
    }

    /** Length and hash are those of the push as it came: that is what can be found at its source. */
    static Received dead(
            Feed feed,
            DeadLetterReason reason,
            String detail,
            String position,
            byte[] push,
            long arrivedAt) {
        return Received.dead(DeadLetter.of(feed, reason, detail, position, push, arrivedAt));
    }
}
