/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Bundle;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.jobs.FeedbackLabels;
import io.fuselink.sandbox.OperatorError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads what people said afterwards out of feed files, as labels for an export. */
final class Feedback {
    private final JsonCodec codec = new JsonCodec();
    private final Map<Feed, List<Path>> feeds;

    private Feedback(Map<Feed, List<Path>> feeds) {
        this.feeds = feeds;
    }

    /** @param bundles as JSON lines, null when nobody decided anything */
    static FeedbackLabels of(Map<Feed, List<Path>> feeds, Path bundles) throws IOException {
        var labels = new FeedbackLabels();
        var feedback = new Feedback(feeds);
        if (bundles != null) {
            feedback.lines(bundles, line -> labels.bundle(feedback.bundle(bundles, line)));
        }
        feedback.each(Feed.CASES, event -> labels.push(event.push()));
        feedback.each(Feed.APPEALS, event -> labels.appeal(event.appeal()));
        feedback.each(Feed.DECISIONS, event -> labels.decision(event.decision()));
        return labels;
    }

    private Bundle bundle(Path file, String line) {
        try {
            return codec.decodeOutput(Bundle.class, line.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            throw OperatorError.badInput(
                    "--bundles %s: a line is no bundle; name the bundles.jsonl of a replay."
                            .formatted(file),
                    e);
        }
    }

    /** What cannot be read is a dead letter of the replay itself, which counts it. */
    private void each(Feed feed, Consumer<Event> take) throws IOException {
        for (var file : feeds.getOrDefault(feed, List.of())) {
            lines(
                    file,
                    line -> {
                        var received =
                                codec.decode(
                                        feed,
                                        line.getBytes(StandardCharsets.UTF_8),
                                        file.toString(),
                                        0);
                        if (received.event() != null) {
                            take.accept(received.event());
                        }
                    });
        }
    }

    private void lines(Path file, Consumer<String> take) throws IOException {
        try (var in = Files.newInputStream(file);
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        file.toString().endsWith(".gz")
                                                ? new GZIPInputStream(in)
                                                : in,
                                        StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank()).forEach(take);
        }
    }
}
