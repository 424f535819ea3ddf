/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fuselink.events.Feed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The fields of one feed as an adapter needs to know them: their names, and cells of text as values of their type. */
public final class FeedFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FeedPlan plan;

    private FeedFields(FeedPlan plan) {
        this.plan = plan;
    }

    public static FeedFields of(Feed feed) {
        return new FeedFields(FeedPlan.of(feed));
    }

    /** Wire names, header first. */
    public List<String> names() {
        return Arrays.stream(plan.fields()).map(FieldPlan::name).toList();
    }

    public boolean has(String name) {
        return plan.place(name) != null;
    }

    /** Whether the field holds a token. */
    public boolean token(String name) {
        return field(name).token();
    }

    /** Whether the field holds a moment in epoch ms. */
    public boolean moment(String name) {
        var unit = field(name).unit();
        return unit == Unit.TIME || unit == Unit.TIME_OR_ZERO;
    }

    /** A cell of text as a value of the field's type; text stays text where it is none, for the codec to refuse. */
    public JsonNode typed(String name, String cell) {
        return switch (field(name).shape().kind()) {
            case INT, LONG ->
                    cell.matches("[+-]?\\d{1,18}")
                            ? LongNode.valueOf(Long.parseLong(cell))
                            : TextNode.valueOf(cell);
            case DOUBLE -> decimal(cell);
            case BOOLEAN -> flag(cell);
            case TEXT, ENUM -> TextNode.valueOf(cell);
            case LIST, MAP, RECORD -> nested(cell);
        };
    }

    private static JsonNode decimal(String cell) {
        try {
            return DoubleNode.valueOf(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return TextNode.valueOf(cell);
        }
    }

    private static JsonNode flag(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> BooleanNode.TRUE;
            case "false", "0" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(cell);
        };
    }

    private static JsonNode nested(String cell) {
        try {
            return JSON.readTree(cell);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(cell);
        }
    }

    private FieldPlan field(String name) {
        return plan.fields()[plan.place(name)];
    }
}
