/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Feed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityFilesTest {
    private final City city = City.of(new CityPlan(60, 1, 11));
    @TempDir Path folder;

    @Test
    void everyRecordIsOneLineOfItsFeedsFileInTheOrderOfArrival() throws IOException {
        var written = CityFiles.write(city, folder, false);

        assertThat(Counts.byName(written)).isEqualTo(city.truth().records());
        var expected = new StringBuilder();
        for (var record : city) {
            if (record.feed() == Feed.TRANSCRIPTS) {
                expected.append(new String(record.toLine(), StandardCharsets.UTF_8)).append('\n');
            }
        }
        assertThat(folder.resolve("transcripts.jsonl")).hasContent(expected.toString());
        assertThat(Truth.readFrom(folder.resolve("truth.json"))).isEqualTo(city.truth());
    }

    @Test
    void compressedFilesHoldTheSameAndNothingUnfinishedIsLeft() throws IOException {
        CityFiles.write(city, folder, false);
        CityFiles.write(city, folder, true);

        try (var packed =
                new GZIPInputStream(Files.newInputStream(folder.resolve("calls.jsonl.gz")))) {
            assertThat(packed)
                    .hasSameContentAs(Files.newInputStream(folder.resolve("calls.jsonl")));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()).collect(Collectors.toList()))
                    .noneMatch(name -> name.endsWith(".part"));
        }
    }
}
