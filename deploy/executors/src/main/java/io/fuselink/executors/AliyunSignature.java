/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Alibaba Cloud's request signature, version 3 (ACS3-HMAC-SHA256), for calls without a body. */
final class AliyunSignature {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final String EMPTY_BODY = Signing.sha256Hex("");

    private final String keyId;
    private final byte[] secret;

    AliyunSignature(String keyId, byte[] secret) {
        this.keyId = keyId;
        this.secret = secret.clone();
    }

    /**
     * A signed call.
     *
     * @param date such as {@code 2026-03-02T01:30:00Z}
     * @param nonce different for every request
     */
    HttpRequest.Builder request(
            URI endpoint,
            String action,
            String version,
            SortedMap<String, String> parameters,
            String date,
            String nonce) {
        var query = query(parameters);
        var headers = headers(endpoint, action, version, date, nonce);
        var request =
                HttpRequest.newBuilder(URI.create(endpoint + "/?" + query))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .header("Authorization", authorization(query, headers));
        // The client writes the host itself.
        headers.forEach(
                (name, value) -> {
                    if (!name.equals("host")) {
                        request.header(name, value);
                    }
                });
        return request;
    }

    static SortedMap<String, String> headers(
            URI endpoint, String action, String version, String date, String nonce) {
        return new TreeMap<>(
                Map.of(
                        "host",
                        endpoint.getAuthority(),
                        "x-acs-action",
                        action,
                        "x-acs-version",
                        version,
                        "x-acs-date",
                        date,
                        "x-acs-signature-nonce",
                        nonce,
                        "x-acs-content-sha256",
                        EMPTY_BODY));
    }

    static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
                .collect(Collectors.joining("&"));
    }

    String authorization(String query, SortedMap<String, String> headers) {
        var names = String.join(";", headers.keySet());
        var lines =
                headers.entrySet().stream()
                        .map(h -> h.getKey() + ":" + h.getValue().strip() + "\n")
                        .collect(Collectors.joining());
        var canonical = String.join("\n", "POST", "/", query, lines, names, EMPTY_BODY);
        var signature =
                HexFormat.of()
                        .formatHex(
                                Signing.hmacSha256(
                                        secret, ALGORITHM + "\n" + Signing.sha256Hex(canonical)));
        return "%s Credential=%s,SignedHeaders=%s,Signature=%s"
                .formatted(ALGORITHM, keyId, names, signature);
    }

    /** Percent-encoding of RFC 3986, which differs from a form's in three characters. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
