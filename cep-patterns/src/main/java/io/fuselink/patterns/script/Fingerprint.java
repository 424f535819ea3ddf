/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex: names rules and texts without telling them. */
final class Fingerprint {

    private static final int DIGEST_BYTES = 32;

    /** Looking the algorithm up costs more than a short text; a copy does not. */
    private static final MessageDigest SHA256 = sha256();

    private Fingerprint() {}

    static String of(String text) {
        return hex(text, DIGEST_BYTES);
    }

    /** The first so many bytes of it. */
    static String beginning(String text, int bytes) {
        return hex(text, bytes);
    }

    private static String hex(String text, int bytes) {
        try {
            byte[] digest =
                    ((MessageDigest) SHA256.clone()).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of this Java runtime cannot be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime must offer SHA-256", e);
        }
    }
}
