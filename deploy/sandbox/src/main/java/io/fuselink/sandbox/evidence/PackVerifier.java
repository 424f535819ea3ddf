/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Tells whether a pack is byte for byte what was sealed, and if not, which record is the first that is
 * altered, missing or out of place. Needs nothing but the pack, and the centre's public key for who
 * sealed it.
 */
public final class PackVerifier {
    private final PublicKey trusted;
    private String previous = Pack.FIRST;
    private int record;

    private PackVerifier(PublicKey trusted) {
        this.trusted = trusted;
    }

    /**
     * @param trusted the centre's key; null to take the one in the seal, which then proves only that
     *     nothing was changed since whoever holds that key sealed it
     */
    public static Verdict verify(byte[] pack, PublicKey trusted) {
        return new PackVerifier(trusted).verify(lines(pack));
    }

    /** Lines with their line end still there, so that not even that can change. */
    private static List<byte[]> lines(byte[] pack) {
        var lines = new ArrayList<byte[]>();
        var begin = 0;
        for (var i = 0; i < pack.length; i++) {
            if (pack[i] == '\n') {
                lines.add(Arrays.copyOfRange(pack, begin, i + 1));
                begin = i + 1;
            }
        }
        if (begin < pack.length) {
            lines.add(Arrays.copyOfRange(pack, begin, pack.length));
        }
        return lines;
    }

    private Verdict verify(List<byte[]> lines) {
        for (var bytes : lines) {
            record++;
            ObjectNode line;
            try {
                line = intact(bytes);
            } catch (IOException e) {
                return wrong("is altered: " + e.getMessage());
            }
            var place = place(line);
            if (place != null) {
                return place;
            }
            previous = line.get(Pack.HASH).asText();
            if (line.path("kind").asText().equals(RecordKind.SEAL.name())) {
                return record == lines.size()
                        ? seal(line)
                        : new Verdict(record + 1, sentence(record + 1, "stands behind the seal"));
            }
        }
        record++;
        return wrong("is missing: the pack ends without its seal");
    }

    /** The line, when it is the canonical form of itself and has the hash it says. */
    private static ObjectNode intact(byte[] bytes) throws IOException {
        if (bytes[bytes.length - 1] != '\n') {
            throw new IOException("it has no line end");
        }
        ObjectNode line;
        try {
            line = CanonicalJson.read(Arrays.copyOf(bytes, bytes.length - 1));
        } catch (IOException e) {
            throw new IOException("it is no longer JSON", e);
        }
        if (!Pack.hash(line).equals(line.path(Pack.HASH).asText())) {
            throw new IOException("its content does not have its hash");
        }
        if (!Arrays.equals(CanonicalJson.write(line), Arrays.copyOf(bytes, bytes.length - 1))) {
            throw new IOException("it is written in another way than it was sealed");
        }
        return line;
    }

    /** What is wrong with where a whole line stands, or null. */
    private Verdict place(ObjectNode line) {
        var seq = line.path("seq").asInt();
        if (seq > record) {
            return wrong("is missing: record %d stands in its place".formatted(seq));
        }
        if (seq < record) {
            return wrong("is out of place: record %d stands there".formatted(seq));
        }
        return line.path("prev_hash").asText().equals(previous)
                ? null
                : wrong("does not follow the record before it: one of the two was written anew");
    }

    private Verdict seal(ObjectNode line) {
        var body = line.path("body");
        if (body.path("records").asInt() != record - 1
                || !body.path("head").asText().equals(line.path("prev_hash").asText())) {
            return wrong("is altered: the seal is of another chain");
        }
        PublicKey embedded;
        try {
            embedded =
                    EvidenceKey.publicKey(
                            Base64.getDecoder().decode(body.path("public_key").asText()),
                            "the seal");
        } catch (RuntimeException e) {
            return wrong("is altered: the seal holds no public key");
        }
        if (trusted != null && !trusted.equals(embedded)) {
            return wrong(
                    "is not the centre's: sealed with key %s, expected %s"
                            .formatted(EvidenceKey.id(embedded), EvidenceKey.id(trusted)));
        }
        var signed = EvidenceKey.verify(embedded, previous, line.path(Pack.SIGNATURE).asText());
        if (!signed) {
            return wrong("is altered: the signature is not of this chain");
        }
        return new Verdict(
                0,
                "intact: %d records, head %s, sealed %s with key %s"
                        .formatted(
                                record - 1,
                                body.path("head").asText(),
                                Instant.ofEpochMilli(body.path("sealed_at").asLong()),
                                EvidenceKey.id(embedded)));
    }

    private Verdict wrong(String what) {
        return new Verdict(record, sentence(record, what));
    }

    private static String sentence(int record, String what) {
        return "record %d %s".formatted(record, what);
    }
}
