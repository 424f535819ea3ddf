/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes a pack: one canonical JSON object a line, {@code {"body":…,"hash":…,"kind":…,"prev_hash":…,
 * "seq":…}}. {@code hash} is SHA-256 over the line without it, {@code prev_hash} that of the line before
 * (64 zeros at first), so that no record can be changed, left out or moved without breaking the chain.
 * The last line is the seal: it counts the records and is signed over its own hash.
 */
final class Pack {
    static final String FIRST = "0".repeat(64);
    static final String HASH = "hash";
    static final String SIGNATURE = "signature";

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private String head = FIRST;
    private int records;

    /**
     * A sealed pack.
     *
     * @param head hash of the last record before the seal: it stands for all of them
     * @param records how many there are, without the seal
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // the head says which is which; bytes are not compared
    record Sealed(byte[] bytes, String head, int records) {}

    private Pack() {}

    static Sealed seal(List<Entry> entries, EvidenceKey key, long sealedAt) {
        var pack = new Pack();
        entries.forEach(e -> pack.append(pack.line(e.kind(), e.body())));
        return pack.sealed(key, sealedAt);
    }

    private ObjectNode line(RecordKind kind, ObjectNode body) {
        var line = CanonicalJson.object();
        line.put("seq", records + 1);
        line.put("kind", kind.name());
        line.put("prev_hash", head);
        line.set("body", body);
        line.put(HASH, hash(line));
        return line;
    }

    private void append(ObjectNode line) {
        lines.writeBytes(CanonicalJson.write(line));
        lines.write('\n');
        head = line.get(HASH).asText();
        records++;
    }

    private Sealed sealed(EvidenceKey key, long sealedAt) {
        var counted = records;
        var chain = head;
        var body = CanonicalJson.object();
        body.put("records", counted);
        body.put("head", chain);
        body.put("algorithm", EvidenceKey.ALGORITHM);
        body.put("key_id", EvidenceKey.id(key.publicKey()));
        body.put("public_key", Base64.getEncoder().encodeToString(key.publicKey().getEncoded()));
        body.put("sealed_at", sealedAt);
        var line = line(RecordKind.SEAL, body);
        line.put(SIGNATURE, key.sign(line.get(HASH).asText()));
        append(line);
        return new Sealed(lines.toByteArray(), chain, counted);
    }

    /** SHA-256 over a line without its hash and its signature. */
    static String hash(ObjectNode line) {
        var hashed = line.deepCopy();
        hashed.remove(List.of(HASH, SIGNATURE));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(CanonicalJson.write(hashed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
