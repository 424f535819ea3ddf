/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.adapter.MappedFile;
import io.fuselink.events.adapter.Mapping;
import io.fuselink.events.token.Tokenizer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * What a replay reads and where it writes.
 *
 * @param feeds files by feed
 * @param mappings mapping file by feed, where columns have other names
 * @param tokenizer keys that raw numbers are tokenised with
 */
public record ReplayPlan(
        Map<Feed, List<Path>> feeds,
        Map<Feed, Path> mappings,
        Path out,
        SerializableSupplier<Tokenizer> tokenizer) {

    /** Alarms ring this long after the last event, so that what was open can end: 30 minutes in ms. */
    private static final long AFTERGLOW_MS = 1_800_000;

    public ReplayPlan {
        feeds = new EnumMap<>(feeds);
        mappings = Map.copyOf(mappings);
        if (feeds.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing to replay: name at least one --feed NAME=FILE");
        }
    }

    /** Where alarms end: half an hour after the latest event of all files. Reads every file once. */
    public long horizon() {
        var latest = 0L;
        for (var feed : feeds.entrySet()) {
            for (var file : feed.getValue()) {
                latest = Math.max(latest, latest(feed.getKey(), file));
            }
        }
        return latest + AFTERGLOW_MS;
    }

    private long latest(Feed feed, Path file) {
        var mapping = mappings.get(feed);
        try (var records =
                MappedFile.read(
                        file,
                        feed,
                        mapping == null ? null : Mapping.read(mapping),
                        tokenizer.get())) {
            return records.map(Received::event)
                    .filter(e -> e != null)
                    .mapToLong(e -> e.ts())
                    .max()
                    .orElse(0);
        }
    }
}
