/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import io.fuselink.events.adapter.Adapter;
import io.fuselink.events.adapter.MappedFile;
import io.fuselink.events.adapter.Mapping;
import io.fuselink.events.adapter.Placed;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns what a supplier has into records of the wire contract, tokens instead of numbers. */
@Command(
        name = "adapt",
        description = {
            "Turns a provider's pushes, or a file with columns, into records of a feed as JSON lines, ready for its topic: numbers are classified and tokenised, and leave as tokens only.",
            "What cannot be taken is counted by reason, written to --refused, and makes the exit code 2.",
            "",
            "  adapt --adapter huawei-call-events --key-file joint.key pushes.json calls.jsonl",
            "  adapt --feed calls --mapping ours.yml --key-file joint.key ours.csv calls.jsonl",
            ""
        },
        mixinStandardHelpOptions = true)
final class AdaptCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private KeyOptions key;
    @Mixin private AdapterOptions adapters;

    @ArgGroup(multiplicity = "1")
    private Kind kind;

    private static final class Kind {
        @Option(
                names = "--adapter",
                paramLabel = "NAME",
                converter = AdapterOptions.Name.class,
                description =
                        "What the provider pushes, such as huawei-fee-list; see docs/feeds.md.")
        private Adapter adapter;

        @Option(
                names = "--feed",
                paramLabel = "FEED",
                converter = FeedName.class,
                description = "The feed of a file with columns.")
        private Feed feed;
    }

    @Option(
            names = "--mapping",
            paramLabel = "M.yml",
            description =
                    "How the file's columns become the feed's fields, when their names differ.")
    private Path mapping;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description =
                    "Where the dead letters go, one JSON object a line: reason, place, hash, never what the record says.")
    private Path refused;

    @Parameters(index = "0", paramLabel = "IN", description = "The supplier's file, or .gz.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The records; must not exist yet.")
    private Path out;

    private final Map<DeadLetterReason, Long> refusals = new EnumMap<>(DeadLetterReason.class);
    private final Progress progress = Progress.on(System.err);
    private long written;

    @Override
    public Integer call() throws IOException {
        var feed = kind.adapter == null ? kind.feed : kind.adapter.feed();
        var tokens = key.tokenizer();
        try (var records = MappedFile.placed(in, feed, mapping(), tokens);
                var wire = create(out);
                var letters = refused == null ? null : create(refused)) {
            records.forEach(placed -> write(placed, wire, letters));
        }
        tell(feed);
        return refusals.isEmpty() ? ExitCodes.OK : ExitCodes.BAD_INPUT;
    }

    private Mapping mapping() {
        if (kind.adapter != null) {
            return adapters.mapping(kind.adapter);
        }
        return mapping == null ? null : Mapping.read(mapping);
    }

    /** Never over something that is there. */
    private static OutputStream create(Path file) throws IOException {
        return new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16);
    }

    private void write(Placed placed, OutputStream wire, OutputStream letters) {
        var event = placed.received().event();
        if (event == null) {
            refuse(placed.received().deadLetter(), letters);
            return;
        }
        line(wire, new WireCodec().encode(event, Format.JSON));
        written++;
        progress.waiting(() -> "%,d records so far".formatted(written));
    }

    private void refuse(DeadLetter letter, OutputStream letters) {
        var first = refusals.merge(letter.reason(), 1L, Long::sum) == 1;
        if (first) {
            spec.commandLine()
                    .getErr()
                    .printf("%s %s: %s%n", letter.reason(), letter.position(), letter.detail());
        }
        if (letters != null) {
            line(letters, new JsonCodec().encodeOutput(letter));
        }
    }

    private static void line(OutputStream file, byte[] record) {
        try {
            file.write(record);
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be written", e);
        }
    }

    private void tell(Feed feed) {
        var to = spec.commandLine().getOut();
        to.printf(Locale.ROOT, "%,d records for %s written to %s%n", written, feed.topic(), out);
        refusals.forEach(
                (reason, count) ->
                        to.printf(
                                Locale.ROOT,
                                "%,d refused: %s – %s%n",
                                count,
                                reason,
                                reason.meaning()));
    }
}
