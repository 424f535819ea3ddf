/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.ActionType;
import io.fuselink.events.TargetType;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * A platform on Huawei's PrivateNumber: BLOCK of a binding unbinds it by its subscription id; nothing
 * else is offered. An ended binding cannot be taken back: its lessee may bind again.
 */
final class HuaweiNumbers implements ActionTarget {
    static final String UNBIND = "/rest/caas/relationnumber/partners/v1.0?subscriptionId=";
    private static final String SUCCESS = "0";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI endpoint;
    private final String appKey;
    private final byte[] appSecret;
    private final Http http;
    private final InstantSource clock;

    HuaweiNumbers(URI endpoint, String appKey, byte[] appSecret, Http http, InstantSource clock) {
        this.endpoint = endpoint;
        this.appKey = appKey;
        this.appSecret = appSecret.clone();
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Order order) {
        var action = order.action();
        if (action.action() != ActionType.BLOCK || action.targetType() != TargetType.BINDING) {
            return Outcome.refused(
                    "this platform offers no %s of a %s"
                            .formatted(action.action(), action.targetType()));
        }
        var id = URLEncoder.encode(action.targetTk(), StandardCharsets.UTF_8);
        return http.send(
                HttpRequest.newBuilder(URI.create(endpoint + UNBIND + id))
                        .DELETE()
                        .header("Content-Type", "application/json;charset=UTF-8")
                        .header(
                                "Authorization",
                                "AKSK realm=\"SDP\",profile=\"UsernameToken\",type=\"Appkey\"")
                        .header("X-AKSK", credentials()),
                HuaweiNumbers::read);
    }

    @Override
    public Outcome lift(Order order) {
        return Outcome.done("an ended binding stays ended; its lessee may bind again");
    }

    private String credentials() {
        var created = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var nonce = UUID.randomUUID().toString().replace("-", "");
        return "UsernameToken Username=\"%s\",PasswordDigest=\"%s\",Nonce=\"%s\",Created=\"%s\""
                .formatted(appKey, digest(appSecret, nonce, created), nonce, created);
    }

    static String digest(byte[] appSecret, String nonce, String created) {
        return Base64.getEncoder().encodeToString(Signing.hmacSha256(appSecret, nonce + created));
    }

    private static Outcome read(Http.Answer answer) {
        String code;
        try {
            code = JSON.readTree(answer.body()).path("resultcode").asText("");
        } catch (JsonProcessingException e) {
            code = "";
        }
        if (code.equals(SUCCESS)) {
            return Outcome.done();
        }
        var said = "HTTP %d %s".formatted(answer.status(), code).strip();
        return code.isEmpty() || answer.status() == 429 || answer.status() >= 500
                ? Outcome.unclear(said)
                : Outcome.refused(said);
    }
}
