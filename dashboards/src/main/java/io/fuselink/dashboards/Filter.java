/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an analyst narrowed the view to, by a click or a search.
 *
 * @param field a document field, or {@link #NUMBER} for one number wherever it stands
 * @param value the value the field must have; for a number its token, or two with a comma between while keys
 *     are being changed
 */
public record Filter(String field, String value) {
    /** The pseudo field of a number: accused, protected, acted on, calling or called. */
    public static final String NUMBER = "number";

    /** Fields that name a number, or what else is accused. */
    static final List<String> NUMBER_FIELDS =
            List.of("subject_tk", "target_tk", "initiator_tk", "linked_from", "members", "victims");

    /** The query clause for an index; none when the index does not know the field, which then is not narrowed. */
    Optional<ObjectNode> clause(IndexFamily family) {
        if (!field.equals(NUMBER)) {
            return family.has(field) ? Optional.of(term(field)) : Optional.empty();
        }
        var fields = NUMBER_FIELDS.stream().filter(family::has).toList();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var clause = JsonNodeFactory.instance.objectNode();
        var any = clause.putObject("bool").put("minimum_should_match", 1).putArray("should");
        fields.forEach(name -> any.add(oneOf(name)));
        return Optional.of(clause);
    }

    private ObjectNode oneOf(String name) {
        var clause = JsonNodeFactory.instance.objectNode();
        var tokens = clause.putObject("terms").putArray(name);
        Stream.of(value.split(",", -1)).forEach(tokens::add);
        return clause;
    }

    private ObjectNode term(String name) {
        var clause = JsonNodeFactory.instance.objectNode();
        clause.putObject("term").put(name, value);
        return clause;
    }
}
