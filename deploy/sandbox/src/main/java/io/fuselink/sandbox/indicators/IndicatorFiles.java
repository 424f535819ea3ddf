/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.LedgerEntry;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.jobs.io.elastic.DirectIndex;
import io.fuselink.jobs.io.elastic.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The figures of a period as files: for programs, for Elasticsearch, for the public. */
public final class IndicatorFiles {
    static final String ALL = "indicators.json";
    static final String BULK = "ledger.bulk.ndjson";
    static final String PUBLIC = "public.csv";

    private IndicatorFiles() {}

    /**
     * Writes the three files into a folder.
     *
     * @param k the fewest cases a public figure may speak of
     * @param writtenAt stamped into the documents, epoch ms of the wall clock
     */
    public static void write(List<LedgerEntry> entries, Path folder, int k, long writtenAt)
            throws IOException {
        Files.createDirectories(folder);
        var json = new ObjectMapper();
        var codec = new JsonCodec();
        var all = json.createArrayNode();
        for (var entry : entries) {
            all.add(json.readTree(codec.encodeOutput(entry)));
        }
        json.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(ALL).toFile(), all);
        var documents = entries.stream().flatMap(e -> Documents.of(e).stream()).toList();
        Files.write(folder.resolve(BULK), DirectIndex.bulk(documents, writtenAt));
        new PublicExport(k).write(entries, folder.resolve(PUBLIC));
    }
}
