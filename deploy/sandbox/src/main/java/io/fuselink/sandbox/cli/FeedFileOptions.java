/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Feed;
import io.fuselink.jobs.ReplayPlan;
import io.fuselink.sandbox.OperatorError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Feeds given as files: what {@code replay} and {@code export-features} read. */
final class FeedFileOptions {
    @Option(
            names = "--feed",
            required = true,
            paramLabel = "NAME=FILE",
            description =
                    "A feed's file (csv, tsv or jsonl, also .gz); repeat for more feeds or more files of one.")
    private List<String> feeds;

    @Option(
            names = "--mapping",
            paramLabel = "NAME=FILE",
            description = "How a feed's columns are named, as YAML; see docs/feeds.md.")
    private List<String> mappings = List.of();

    @Mixin private KeyOptions key;

    ReplayPlan plan(Path out) {
        var files = new EnumMap<Feed, List<Path>>(Feed.class);
        for (var feed : feeds) {
            files.computeIfAbsent(feed("--feed", feed), f -> new ArrayList<>())
                    .add(file("--feed", feed));
        }
        Map<Feed, Path> named = new EnumMap<>(Feed.class);
        for (var mapping : mappings) {
            named.put(feed("--mapping", mapping), file("--mapping", mapping));
        }
        return new ReplayPlan(files, named, out, key.supplier());
    }

    private static Feed feed(String option, String nameAndFile) {
        var name =
                nameAndFile.contains("=")
                        ? nameAndFile.substring(0, nameAndFile.indexOf('='))
                        : nameAndFile;
        if (!nameAndFile.contains("=")) {
            throw OperatorError.badInput(
                    "%s %s is not NAME=FILE, such as calls=calls.csv."
                            .formatted(option, nameAndFile));
        }
        return Feed.named(name)
                .orElseThrow(
                        () ->
                                OperatorError.badInput(
                                        "%s %s: there is no feed %s; the feeds are %s."
                                                .formatted(
                                                        option,
                                                        nameAndFile,
                                                        name,
                                                        Arrays.stream(Feed.values())
                                                                .map(Feed::wireName)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    private static Path file(String option, String nameAndFile) {
        var file = Path.of(nameAndFile.substring(nameAndFile.indexOf('=') + 1));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw OperatorError.badInput(
                    "%s %s: the file cannot be read; check the path."
                            .formatted(option, nameAndFile));
        }
        return file;
    }
}
