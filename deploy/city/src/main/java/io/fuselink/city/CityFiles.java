/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Feed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a city to a folder: {@code <feed>.jsonl}, one wire record a line in the order of arrival,
 * and {@code truth.json}. A file has its name only once it is whole.
 */
public final class CityFiles implements AutoCloseable {
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final boolean gzip;
    private final Map<Feed, OutputStream> open = new EnumMap<>(Feed.class);
    private final Map<Feed, Long> written = new EnumMap<>(Feed.class);

    private CityFiles(Path folder, boolean gzip) {
        this.folder = folder;
        this.gzip = gzip;
    }

    /**
     * @param gzip whether the feeds are compressed, as {@code <feed>.jsonl.gz}
     * @return records per feed; a feed without records has no file
     */
    public static Map<Feed, Long> write(City city, Path folder, boolean gzip) throws IOException {
        Files.createDirectories(folder);
        var files = new CityFiles(folder, gzip);
        var play = city.play();
        try (files) {
            while (play.hasNext()) {
                files.append(play.next());
            }
        }
        files.giveNames();
        play.truth().writeTo(folder.resolve(Truth.FILE_NAME));
        return files.written;
    }

    private void append(WireRecord record) throws IOException {
        var out = open.get(record.feed());
        if (out == null) {
            out = create(record.feed());
            open.put(record.feed(), out);
        }
        out.write(record.toLine());
        out.write('\n');
        written.merge(record.feed(), 1L, Long::sum);
    }

    private OutputStream create(Feed feed) throws IOException {
        var file = Files.newOutputStream(folder.resolve(name(feed) + UNFINISHED));
        return new BufferedOutputStream(gzip ? new GZIPOutputStream(file) : file, 1 << 16);
    }

    private void giveNames() throws IOException {
        for (var feed : open.keySet()) {
            Files.move(
                    folder.resolve(name(feed) + UNFINISHED),
                    folder.resolve(name(feed)),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String name(Feed feed) {
        return feed.wireName() + (gzip ? ".jsonl.gz" : ".jsonl");
    }

    @Override
    public void close() throws IOException {
        for (var out : open.values()) {
            out.close();
        }
    }
}
