/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.DeadLetterReason;

/** A binding call as a gateway logs it: what was asked and what the provider answered, seen as one record. */
final class Exchange {
    private Exchange() {}

    /**
     * The fields of the exchange itself, of its request, of its response, and of the response's part of this name.
     */
    static ObjectNode flat(JsonNode exchange, String part) {
        if (!exchange.path("request").isObject()) {
            throw new Unusable(DeadLetterReason.MISSING_FIELD, "request is missing");
        }
        var flat = Json.object();
        var response = exchange.path("response");
        for (var level :
                new JsonNode[] {exchange, exchange.get("request"), response, response.path(part)}) {
            for (var field : level.properties()) {
                if (field.getValue().isValueNode()) {
                    flat.set(field.getKey(), field.getValue());
                }
            }
        }
        return flat;
    }

    /** The binding as it was made; an end that names only the binding's id needs it. */
    static ObjectNode known(Remembered bindings, String id) {
        var binding = bindings.of(id);
        if (binding == null) {
            throw new Unusable(
                    DeadLetterReason.MISSING_FIELD,
                    "the exchange that made this binding was not seen, so that its numbers are not known");
        }
        return binding;
    }
}
