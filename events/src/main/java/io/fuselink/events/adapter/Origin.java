/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.events.Feed;
import io.fuselink.events.Source;
import io.fuselink.events.codec.FeedFields;
import io.fuselink.events.token.Tokenizer;
import java.util.Map;

/**
 * Whose pushes these are: how the party writes times, its name, and what is true of all its records but
 * said in none, such as the lessee of a platform with only one.
 *
 * @param constants values by the feed's field names, put where the push says nothing
 */
record Origin(
        Feed feed,
        Source source,
        String provider,
        Moments moments,
        Parties parties,
        FeedFields fields,
        Map<String, String> constants) {

    static Origin of(
            Feed feed,
            Source source,
            Moments moments,
            String provider,
            Tokenizer tokenizer,
            Map<String, String> constants) {
        var fields = FeedFields.of(feed);
        return new Origin(
                feed,
                source,
                constants.getOrDefault("provider", provider),
                moments,
                new Parties(tokenizer, fields),
                fields,
                constants);
    }

    Draft draft(JsonNode theirs) {
        return new Draft(this, theirs);
    }
}
