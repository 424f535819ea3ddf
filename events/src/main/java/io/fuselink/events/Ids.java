/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Derived ids: the same facts always give the same id, so that a replay meets its own documents. */
public final class Ids {
    private static final HexFormat HEX = HexFormat.of();

    private Ids() {}

    /** finding = H(detector, version, subject, window start). */
    public static String finding(String detector, int version, Subject subject, long windowStart) {
        return hash("finding", detector, version, subject.key(), windowStart);
    }

    /** episode = H(tenure, start). */
    public static String episode(Subject tenure, long start) {
        return hash("episode", tenure.key(), start);
    }

    /** bundle = H(episode or case). */
    public static String bundle(String episodeOrCase) {
        return hash("bundle", episodeOrCase);
    }

    /** leg = H(bundle, action, party). */
    public static String leg(String bundleId, ActionType action, String party) {
        return hash("leg", bundleId, action, party);
    }

    /** A later order of the same action to the same party has an id of its own: the first one is history. */
    public static String leg(String bundleId, ActionType action, String party, int round) {
        return round == 1
                ? leg(bundleId, action, party)
                : hash("leg", bundleId, action, party, round);
    }

    /** First 16 bytes of SHA-256 over the parts, in hex; parts are length-prefixed so that none can run into the next. */
    public static String hash(Object... parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HEX.formatHex(digest.digest(), 0, 16);
    }

    /** First 16 hex characters of the SHA-256 of raw bytes: names a payload without keeping it. */
    public static String fingerprint(byte[] bytes) {
        return HEX.formatHex(sha256().digest(bytes), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
