/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

import io.fuselink.events.EvidencePack;
import io.fuselink.events.Ids;
import io.fuselink.events.SubjectType;
import io.fuselink.sandbox.BuildOutput;
import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Seals the evidence of bundles into one file each, {@code BUNDLE.evidence.jsonl}. */
public final class Sealer {
    public static final String SUFFIX = ".evidence.jsonl";

    private final EvidenceKey key;
    private final Path folder;
    private final long now;

    /**
     * @param now when it is sealed, epoch ms of the wall clock
     */
    public Sealer(EvidenceKey key, Path folder, long now) {
        this.key = key;
        this.folder = folder;
        this.now = now;
    }

    /**
     * Seals one bundle, or all of them.
     *
     * @param bundleId null for all
     * @return what was sealed, to be indexed; empty when nothing was told of the bundle
     */
    public List<EvidencePack> seal(Told told, String bundleId) throws IOException {
        Files.createDirectories(folder);
        var packs = new ArrayList<EvidencePack>();
        for (var file : CaseFiles.gather(told, bundleId, BuildOutput.version()).entrySet()) {
            packs.add(seal(file.getKey(), file.getValue()));
        }
        return packs;
    }

    private EvidencePack seal(String bundleId, CaseFile file) throws IOException {
        var sealed = Pack.seal(file.entries(), key, now);
        var name = bundleId + SUFFIX;
        Files.write(folder.resolve(name), sealed.bytes());
        var bundle = file.latest();
        return new EvidencePack(
                Ids.hash("evidence", bundleId, sealed.head()),
                bundleId,
                bundle.path("episode_id").asText(null),
                bundle.path("case_id").asText(null),
                SubjectType.valueOf(bundle.path("subject_type").asText()),
                bundle.path("subject_tk").asText(),
                bundle.path("epoch").asInt(),
                file.level(),
                sealed.records(),
                sealed.head(),
                EvidenceKey.id(key.publicKey()),
                file.retention(),
                name,
                now,
                file.retention().disposableAt(file.end()),
                file.end());
    }
}
