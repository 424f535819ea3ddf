/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Feed;
import io.fuselink.events.adapter.MappedFile;
import io.fuselink.events.adapter.Mapping;
import io.fuselink.events.adapter.MappingException;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.Progress;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether a file keeps the contract of its feed, before anybody sends it. */
@Command(
        name = "check-feed",
        description = {
            "Checks a file against the contract of a feed (docs/feeds.md).",
            "Counts what breaks it, by reason and with the first examples; the exit code is then 2. With a key, tokens made with another key break it too."
        },
        mixinStandardHelpOptions = true)
final class CheckFeedCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private KeyOptions key;

    @Parameters(
            index = "0",
            paramLabel = "FEED",
            converter = FeedName.class,
            description = "One of calls, cdrs, bindings, transcripts … (docs/feeds.md).")
    private Feed feed;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "A .csv, .tsv or .jsonl file, or one of them with .gz.")
    private Path file;

    @Option(
            names = "--mapping",
            paramLabel = "M.yml",
            description =
                    "How the file's columns become the feed's fields, when their names differ.")
    private Path mapping;

    @Override
    public Integer call() {
        var progress = Progress.on(System.err);
        var check = new FeedCheck(feed, key.configured() ? key.tokenizer() : null);
        try (var records = MappedFile.read(file, feed, mapping(), tokenizer())) {
            records.forEach(
                    received -> {
                        check.add(received);
                        progress.waiting("%,d records so far".formatted(check.records()));
                    });
        } catch (MappingException e) {
            throw OperatorError.badInput(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw OperatorError.badInput(
                    "%s cannot be read to its end (%s).".formatted(file, e.getCause().getMessage()),
                    e);
        }
        check.print(file, spec.commandLine().getOut());
        return check.clean() ? ExitCodes.OK : ExitCodes.BAD_INPUT;
    }

    private Mapping mapping() {
        return mapping == null ? null : Mapping.read(mapping);
    }

    /** Tokens made while checking leave with the process, so that any key will do, even the public one. */
    private Tokenizer tokenizer() {
        return key.configured() ? key.tokenizer() : Tokenizer.sandbox();
    }
}
