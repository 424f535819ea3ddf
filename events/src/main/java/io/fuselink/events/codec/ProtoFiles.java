/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.fuselink.events.Feed;
import io.fuselink.events.Privacy;
import io.fuselink.events.proto.Binding;
import io.fuselink.events.proto.CallEvent;
import io.fuselink.events.proto.Cdr;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the {@code .proto} files of the feeds that travel as Protobuf. Names, types and meanings are
 * those of the records; a number once given stays with its name, and a new name takes the next one.
 */
public final class ProtoFiles {
    private static final Map<Feed, Descriptor> MESSAGES =
            Map.of(
                    Feed.CALLS, CallEvent.getDescriptor(),
                    Feed.CDRS, Cdr.getDescriptor(),
                    Feed.BINDINGS, Binding.getDescriptor());

    private final Map<String, Shape> words = new LinkedHashMap<>();
    private final Map<String, EnumDescriptor> twins = new TreeMap<>();

    private ProtoFiles() {}

    /** The files by name. */
    public static Map<String, String> files() {
        return new ProtoFiles().all();
    }

    private Map<String, String> all() {
        var files = new TreeMap<String, String>();
        for (var feed : new Feed[] {Feed.CALLS, Feed.CDRS, Feed.BINDINGS}) {
            files.put(feed.wireName() + ".proto", message(feed, MESSAGES.get(feed)));
        }
        files.put("enums.proto", enums());
        return files;
    }

    private String message(Feed feed, Descriptor known) {
        var text = new StringBuilder(head("import \"fuselink/enums.proto\";\n\n"));
        text.append("// %s, the value of topic %s.\n".formatted(feed.code(), feed.topic()))
                .append(
                        "// Generated from the records of io.fuselink.events, as docs/feeds.md is; ")
                .append("tokens are 16 bytes.\n")
                .append("message ")
                .append(known.getName())
                .append(" {\n");
        var next = known.getFields().stream().mapToInt(FieldDescriptor::getNumber).max().orElse(0);
        for (var field : FeedPlan.of(feed).fields()) {
            var twin = known.findFieldByName(field.name());
            var number = twin == null ? ++next : twin.getNumber();
            text.append("  // ").append(comment(field)).append('\n');
            text.append(
                    "  optional %s %s = %d;\n".formatted(type(field, twin), field.name(), number));
        }
        return text.append("}\n").toString();
    }

    private static String comment(FieldPlan field) {
        var unit = field.unit().words();
        return field.meaning()
                + (unit.isEmpty() ? "" : "; " + unit)
                + (field.privacy() == Privacy.P0 ? "" : "; " + field.privacy())
                + (field.optional() ? "" : "; required");
    }

    private String type(FieldPlan field, FieldDescriptor twin) {
        return switch (field.shape().kind()) {
            case TEXT -> field.token() ? "bytes" : "string";
            case INT -> "int32";
            case LONG -> "int64";
            case DOUBLE -> "double";
            case BOOLEAN -> "bool";
            case ENUM -> {
                var name = field.shape().type().getSimpleName();
                words.put(name, field.shape());
                if (twin != null) {
                    twins.put(name, twin.getEnumType());
                }
                yield name;
            }
            case LIST, MAP, RECORD ->
                    throw new IllegalStateException(field.name() + " has no Protobuf form");
        };
    }

    private String enums() {
        var text = new StringBuilder(head(""));
        text.append(
                "// The words of the vocabulary. Zero is never written: a reader refuses it.\n");
        words.forEach((name, shape) -> words(text, name, shape));
        return text.toString();
    }

    private void words(StringBuilder text, String name, Shape shape) {
        var prefix = FieldPlan.wireName(name).substring(1).toUpperCase(Locale.ROOT) + "_";
        text.append("\nenum ").append(name).append(" {\n");
        text.append("  ").append(prefix).append("UNSPECIFIED = 0;\n");
        var known = twins.get(name);
        var next = known == null ? 0 : known.getValues().size() - 1;
        for (var word : shape.words().keySet()) {
            var twin = known == null ? null : known.findValueByName(prefix + word);
            var number = twin == null ? ++next : twin.getNumber();
            text.append("  %s%s = %d;\n".formatted(prefix, word, number));
        }
        text.append("}\n");
    }

    private static String head(String imports) {
        return """
                // SPDX-License-Identifier: Apache-2.0
                syntax = "proto3";

                package fuselink.v1;

                %soption java_multiple_files = true;
                option java_package = "io.fuselink.events.proto";

                """
                .formatted(imports);
    }
}
