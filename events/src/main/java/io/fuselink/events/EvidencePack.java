/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * A sealed pack of evidence: where it belongs and how to know it again. The pack itself is a file.
 *
 * @param id H(bundle, head): the same evidence sealed again is the same pack
 * @param records how many records stand before the seal
 * @param headHash SHA-256 that stands for all of them
 * @param keyId the key it was sealed with
 * @param disposableAt from when on it may be destroyed, epoch ms
 * @param at event time of its last record, epoch ms
 */
public record EvidencePack(
        String id,
        String bundleId,
        String episodeId,
        String caseId,
        SubjectType subjectType,
        String subjectTk,
        int epoch,
        int level,
        int records,
        String headHash,
        String keyId,
        Retention retention,
        String file,
        long sealedAt,
        long disposableAt,
        long at)
        implements Ordered {

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id;
    }
}
