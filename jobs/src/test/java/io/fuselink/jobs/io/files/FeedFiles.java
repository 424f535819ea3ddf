/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.files;

import io.fuselink.events.ClockTick;
import io.fuselink.events.Event;
import io.fuselink.events.Header;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.jobs.io.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Recorded clock feeds, one tick a second from noon. */
final class FeedFiles {
    private static final JsonCodec CODEC = new JsonCodec();

    private FeedFiles() {}

    static Event tick(long number) {
        var at = Sample.NOON + 1_000 * number;
        var header =
                Map.<String, Object>of(
                        "eventId", "tick-" + number, "eventTime", at, "ingestTime", at);
        return Event.of(Sample.of(Header.class, header), new ClockTick("joint-centre", number));
    }

    /** A file with the ticks from one number to another, exclusive, and {@code more} after them. */
    static Path write(Path file, long from, long to, String... more) throws IOException {
        var ticks =
                LongStream.range(from, to)
                        .mapToObj(n -> new String(CODEC.encode(tick(n)), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\n"));
        return Files.writeString(file, ticks + "\n" + String.join("\n", more));
    }
}
