/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.City;
import io.fuselink.city.CityFiles;
import io.fuselink.events.Feed;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.ReplayPlan;
import io.fuselink.sandbox.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A city as files, and what the detection makes of them. */
final class WrittenCity {
    private WrittenCity() {}

    /** Writes the city below the folder and replays it into {@code out}. */
    static void replay(City city, Path folder, Path out) throws Exception {
        CityFiles.write(city, Files.createDirectories(folder), false);
        var feeds = new EnumMap<Feed, List<Path>>(Feed.class);
        for (var feed : Feed.values()) {
            var file = folder.resolve(feed.wireName() + ".jsonl");
            if (Files.exists(file)) {
                feeds.put(feed, List.of(file));
            }
        }
        new BatchRun(
                        new ReplayPlan(feeds, Map.of(), out, Tokenizer::sandbox),
                        Progress.on(System.out))
                .replay(2);
    }
}
