/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

import io.fuselink.events.Ids;
import io.fuselink.sandbox.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key of the centre, as PEM files: the private half seals, the public half verifies. */
public final class EvidenceKey {
    static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private EvidenceKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** A new pair, not yet written anywhere. */
    public static EvidenceKey generate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new EvidenceKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** The pair whose private half is in {@code file} and whose public half lies beside it as {@code file.pub}. */
    public static EvidenceKey read(Path file) throws IOException {
        var bytes = pem(file, PRIVATE);
        try {
            var key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(bytes));
            var pair = new EvidenceKey(key, readPublic(publicFile(file)));
            if (!verify(pair.publicKey, file.toString(), pair.sign(file.toString()))) {
                throw OperatorError.badInput(
                        "%s and %s are halves of different keys; put the right two together."
                                .formatted(file, publicFile(file)));
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw notAKey(file, e);
        }
    }

    /** The public half alone. */
    public static PublicKey readPublic(Path file) throws IOException {
        return publicKey(pem(file, PUBLIC), file);
    }

    static PublicKey publicKey(byte[] encoded, Object origin) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw notAKey(origin, e);
        }
    }

    public static Path publicFile(Path privateFile) {
        return privateFile.resolveSibling(privateFile.getFileName() + ".pub");
    }

    /** Writes both halves; the private one readable by its owner only. Never replaces a key. */
    public void write(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, pem(PRIVATE, privateKey.getEncoded()));
        Files.writeString(
                publicFile(file),
                pem(PUBLIC, publicKey.getEncoded()),
                StandardOpenOption.CREATE_NEW);
    }

    /** Names a public key: what a centre publishes and a court compares. */
    public static String id(PublicKey key) {
        return Ids.hash("evidence-key", Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** Base64 of the signature over a text. */
    String sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }

    static boolean verify(PublicKey key, String text, String base64) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] pem(Path file, String kind) throws IOException {
        var text = Files.readString(file).strip();
        var head = "-----BEGIN " + kind + "-----";
        var foot = "-----END " + kind + "-----";
        if (!text.startsWith(head) || !text.endsWith(foot)) {
            throw notAKey(file, null);
        }
        try {
            return Base64.getMimeDecoder()
                    .decode(text.substring(head.length(), text.length() - foot.length()));
        } catch (IllegalArgumentException e) {
            throw notAKey(file, e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(
                        kind,
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded),
                        kind);
    }

    private static OperatorError notAKey(Object origin, Exception cause) {
        return OperatorError.badInput(
                "%s holds no Ed25519 key in PEM form; make a pair with ./fuselink evidence-key."
                        .formatted(origin),
                cause);
    }
}
