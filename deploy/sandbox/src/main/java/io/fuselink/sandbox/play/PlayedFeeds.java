/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.sandbox.told.Told;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The feeds that evidence and indicators are made of besides the outputs, written beside them as they were played. */
final class PlayedFeeds {
    private static final List<Feed> KEPT =
            List.of(
                    Feed.ACKS,
                    Feed.DECISIONS,
                    Feed.APPEALS,
                    Feed.CASES,
                    Feed.REPORTS,
                    Feed.BINDINGS,
                    Feed.OWNERS);

    private static final JsonCodec CODEC = new JsonCodec();

    private PlayedFeeds() {}

    /** Writes {@code NAME.jsonl} per feed; what could not be understood is not there. */
    static void write(Told told, Path folder) throws IOException {
        for (var feed : KEPT) {
            var file = folder.resolve(feed.wireName() + ".jsonl");
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                told.feed(feed, event -> line(event, out));
            }
        }
    }

    private static void line(Event event, OutputStream out) {
        try {
            out.write(CODEC.encode(event));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
