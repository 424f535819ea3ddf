/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Output;
import io.fuselink.events.PushTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code docs/feeds.md}, the wire contract, from the very plans the codecs follow. */
public final class FeedReference {
    private final StringBuilder page = new StringBuilder();
    private final Map<String, Shape> words = new TreeMap<>();

    private FeedReference() {}

    /** Writes the page to the file named by the only argument. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), markdown());
    }

    /** The whole page. */
    public static String markdown() {
        var reference = new FeedReference();
        reference.write();
        return reference.page.toString();
    }

    private void write() {
        page.append(part("feeds-head.md"));
        inputs();
        outputs();
        header();
        for (var feed : Feed.values()) {
            feed(feed);
        }
        for (var output : Output.values()) {
            output(output);
        }
        allWords();
        reasons();
        page.append(part("feeds-tail.md"));
    }

    private void inputs() {
        page.append("\n## Input topics\n\n");
        row("Feed", "Schema", "Topic", "Record key", "Lateness, ms", "Formats");
        row("---", "---", "---", "---", "---", "---");
        for (var feed : Feed.values()) {
            row(
                    link(feed.wireName()),
                    feed.code(),
                    code(feed.topic()),
                    code(feed.key()),
                    String.valueOf(feed.latenessMs()),
                    ProtobufCodec.supports(feed) ? "JSON, Protobuf" : "JSON");
        }
    }

    private void outputs() {
        page.append("\n## Output topics\n\nAll JSON.\n\n");
        row("Output", "Topic", "Record key");
        row("---", "---", "---");
        for (var output : Output.values()) {
            row(link(output.wireName()), code(output.topic()), code(output.key()));
        }
    }

    private void header() {
        page.append("\n## Header\n\nThe fields every input record begins with.\n\n");
        fields(RecordPlan.of(Header.class));
    }

    private void feed(Feed feed) {
        page.append("\n## ").append(feed.wireName()).append("\n\n");
        page.append("The header's fields, then:\n\n");
        fields(RecordPlan.of(feed.body()));
        if (feed == Feed.CASES) {
            page.append("\nEach of `targets`:\n\n");
            fields(RecordPlan.of(PushTarget.class));
        }
    }

    private void fields(RecordPlan plan) {
        row("Field", "Type", "Unit", "Privacy", "Required", "Meaning");
        row("---", "---", "---", "---", "---", "---");
        for (var field : plan.fields()) {
            row(
                    code(field.name()),
                    type(field.shape()),
                    field.unit().words(),
                    field.privacy().name(),
                    field.optional() ? "" : "yes",
                    field.meaning());
        }
    }

    private void output(Output output) {
        page.append("\n## ").append(output.wireName()).append("\n\n");
        row("Field", "Type");
        row("---", "---");
        for (var field : RecordPlan.of(output.body()).fields()) {
            row(code(field.name()), type(field.shape()));
        }
    }

    private String type(Shape shape) {
        return switch (shape.kind()) {
            case ENUM -> {
                words.put(shape.type().getSimpleName(), shape);
                yield link(shape.type().getSimpleName());
            }
            case LIST -> "list of " + type(shape.element());
            case MAP -> "object, name to " + type(shape.element());
            case RECORD -> {
                var parts = RecordPlan.of(shape.type()).fields();
                Arrays.stream(parts).forEach(part -> type(part.shape()));
                yield "{"
                        + String.join(", ", Arrays.stream(parts).map(FieldPlan::name).toList())
                        + "}";
            }
            default -> shape.kind().words();
        };
    }

    private void allWords() {
        page.append("\n## Words\n\n");
        words.forEach(
                (name, shape) ->
                        page.append("### ")
                                .append(name)
                                .append("\n\n")
                                .append(code(String.join("` · `", shape.words().keySet())))
                                .append("\n\n"));
    }

    private void reasons() {
        page.append("## Dead-letter reasons\n\n");
        row("Reason", "Meaning");
        row("---", "---");
        for (var reason : DeadLetterReason.values()) {
            row(code(reason.name()), reason.meaning());
        }
        page.append('\n');
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String link(String section) {
        return "[" + section + "](#" + section.toLowerCase(Locale.ROOT) + ")";
    }

    private static String part(String resource) {
        try (var in = FeedReference.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not readable", e);
        }
    }
}
