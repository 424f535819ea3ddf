/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.events.EvidencePack;
import io.fuselink.jobs.io.elastic.DirectIndex;
import io.fuselink.jobs.io.elastic.Document;
import io.fuselink.jobs.io.elastic.Documents;
import io.fuselink.sandbox.evidence.EvidenceKey;
import io.fuselink.sandbox.evidence.Sealer;
import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.elasticsearch.client.RestClient;

/** The scripted case under a seal, with a key made for this one rehearsal, so that anybody may verify it and break it. */
final class SealedCase {
    private static final String KEY = "evidence.key";

    private SealedCase() {}

    /** Seals the case the story is told of into the folder, and notes the pack in Elasticsearch; nothing without a case. */
    static Optional<EvidencePack> seal(
            OutputRecords outputs, Told told, Path folder, RestClient elastic, long now)
            throws IOException {
        var story = CaseStory.in(outputs);
        if (story.isEmpty()) {
            return Optional.empty();
        }
        var packs =
                new Sealer(key(folder.resolve(KEY)), folder, now)
                        .seal(told, story.get().bundleId());
        DirectIndex.write(elastic, documents(packs), now);
        return Optional.of(packs.get(0));
    }

    private static List<Document> documents(List<EvidencePack> packs) {
        return packs.stream().flatMap(pack -> Documents.of(pack).stream()).toList();
    }

    private static EvidenceKey key(Path file) throws IOException {
        if (!Files.exists(file)) {
            EvidenceKey.generate().write(file);
        }
        return EvidenceKey.read(file);
    }
}
