/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns canonical numbers and ids into tokens of 16 bytes: the id of the key, then 15 bytes of
 * HMAC-SHA256; written as 32 lower-case hex digits. Two keys may be live during a rotation: new tokens
 * are made with the first, tokens of both are known. Safe for many threads.
 */
public final class Tokenizer {
    /** Names a file with the keys. */
    public static final String KEY_FILE_VARIABLE = "FUSELINK_TOKEN_KEY_FILE";

    /** Holds the keys themselves. */
    public static final String KEY_VARIABLE = "FUSELINK_TOKEN_KEY";

    /** Key id of the sandbox, refused in any key file: its key is public. */
    public static final int SANDBOX_KEY_ID = 0xFF;

    private static final int LEAST_KEY_BYTES = 32;
    private static final int MOST_LIVE_KEYS = 2;
    private static final int MAC_BYTES = 15;
    private static final HexFormat HEX = HexFormat.of();

    private final List<Key> keys;

    /** One live key; its secret leaves only as a MAC. */
    private static final class Key {
        private final int id;
        private final Mac mac;

        Key(int id, byte[] secret) {
            this.id = id;
            try {
                mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HmacSHA256", e);
            }
        }

        String token(String canonical) {
            var sum = copy().doFinal(canonical.getBytes(StandardCharsets.UTF_8));
            return HEX.toHexDigits((byte) id) + HEX.formatHex(sum, 0, MAC_BYTES);
        }

        /** A keyed copy each time, because a Mac holds the text it works on. */
        private Mac copy() {
            try {
                return (Mac) mac.clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("the JDK's HmacSHA256 can be copied", e);
            }
        }
    }

    private Tokenizer(List<Key> keys) {
        this.keys = keys;
    }

    /** Reads a key file: one or two lines {@code keyId:key}, the active key first. */
    public static Tokenizer fromFile(Path file) {
        try {
            return of(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new TokenKeyException(
                    "The token key file " + file + " cannot be read; check its path and rights.",
                    e);
        }
    }

    /** Reads the keys from {@link #KEY_VARIABLE} or from the file {@link #KEY_FILE_VARIABLE} names. */
    public static Tokenizer fromEnvironment(Map<String, String> environment) {
        return configured(null, environment);
    }

    /** The keys of the given file when there is one, else those of the environment; there is no default. */
    public static Tokenizer configured(Path keyFile, Map<String, String> environment) {
        if (keyFile != null) {
            return fromFile(keyFile);
        }
        var inline = environment.get(KEY_VARIABLE);
        if (inline != null && !inline.isBlank()) {
            return of(inline.replace(',', '\n'), KEY_VARIABLE);
        }
        var named = environment.get(KEY_FILE_VARIABLE);
        if (named != null && !named.isBlank()) {
            return fromFile(Path.of(named));
        }
        throw new TokenKeyException(
                "No token key is configured; name a key file (option or "
                        + KEY_FILE_VARIABLE
                        + ") or set "
                        + KEY_VARIABLE
                        + " to keyId:key.");
    }

    /** The sandbox's well-known key: for rehearsals and tests, protects nothing. */
    public static Tokenizer sandbox() {
        var known = "fuselink sandbox: this key is public, ok".getBytes(StandardCharsets.UTF_8);
        return new Tokenizer(List.of(new Key(SANDBOX_KEY_ID, known)));
    }

    private static Tokenizer of(String text, String origin) {
        var keys = new ArrayList<Key>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> keys.add(key(line, origin)));
        if (keys.isEmpty() || keys.size() > MOST_LIVE_KEYS) {
            throw new TokenKeyException(
                    origin
                            + " must hold one or two keys, the active one first; it holds "
                            + keys.size()
                            + ".");
        }
        if (keys.size() == MOST_LIVE_KEYS && keys.get(0).id == keys.get(1).id) {
            throw new TokenKeyException(
                    origin + " gives key id " + keys.get(0).id + " twice; two keys need two ids.");
        }
        return new Tokenizer(List.copyOf(keys));
    }

    private static Key key(String line, String origin) {
        var colon = line.indexOf(':');
        var id = colon > 0 && colon < 4 ? line.substring(0, colon) : "";
        if (!id.matches("\\d{1,3}") || Integer.parseInt(id) >= SANDBOX_KEY_ID) {
            throw new TokenKeyException(
                    origin
                            + " has a line that is not keyId:key with a key id of 0–254 (255 is the sandbox's).");
        }
        var secret = secret(line.substring(colon + 1).strip());
        if (secret.length < LEAST_KEY_BYTES) {
            throw new TokenKeyException(
                    "Key "
                            + id
                            + " in "
                            + origin
                            + " is not hex or Base64 of at least "
                            + LEAST_KEY_BYTES
                            + " bytes.");
        }
        return new Key(Integer.parseInt(id), secret);
    }

    /** Hex when it is hex, else Base64; nothing when neither. */
    private static byte[] secret(String text) {
        if (text.length() % 2 == 0 && text.matches("[0-9A-Fa-f]+")) {
            return HEX.parseHex(text);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The token of a canonical form, made with the active key. */
    public String token(String canonical) {
        return keys.get(0).token(canonical);
    }

    /** The tokens a canonical form may have now, the active key's first: what a look-up must try during a rotation. */
    public List<String> tokens(String canonical) {
        return keys.stream().map(key -> key.token(canonical)).toList();
    }

    /** Whether a token was made with a live key. */
    public boolean knows(String token) {
        return isToken(token) && keyIds().get(keyOf(token));
    }

    public int keyId(String token) {
        return keyOf(token);
    }

    /** Ids of the live keys. */
    public BitSet keyIds() {
        var ids = new BitSet();
        keys.forEach(key -> ids.set(key.id));
        return ids;
    }

    /** Key id inside a token. */
    public static int keyOf(String token) {
        return HexFormat.fromHexDigits(token, 0, 2);
    }

    /** Whether a string has the shape of a token. */
    public static boolean isToken(String text) {
        if (text == null || text.length() != 2 + 2 * MAC_BYTES) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Tokenizer" + Arrays.toString(keys.stream().mapToInt(key -> key.id).toArray());
    }
}
