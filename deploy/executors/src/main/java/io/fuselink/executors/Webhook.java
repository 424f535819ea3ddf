/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.fuselink.events.Action;
import io.fuselink.events.Command;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * Posts each order to an address of the party's own. The body is signed: {@code X-Fuselink-Signature:
 * v1=HEX} is HMAC-SHA256 over {@code TIMESTAMP.BODY} with the shared secret, TIMESTAMP being {@code
 * X-Fuselink-Timestamp} (epoch ms); {@code Idempotency-Key} is the same for every attempt. The address
 * answers 2xx when it is as ordered, 4xx when it will not be, anything else to be asked again.
 */
final class Webhook implements ActionTarget {
    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private final URI url;
    private final byte[] secret;
    private final Http http;
    private final InstantSource clock;

    /** What is posted. */
    private record Body(Command command, List<String> numbers, Action action) {}

    Webhook(URI url, byte[] secret, Http http, InstantSource clock) {
        this.url = url;
        this.secret = secret.clone();
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Order order) {
        return post(order, Webhook::applied);
    }

    @Override
    public Outcome lift(Order order) {
        return post(order, Webhook::lifted);
    }

    private Outcome post(Order order, Function<Http.Answer, Outcome> read) {
        var body = json(order);
        var timestamp = String.valueOf(clock.millis());
        var signature =
                HexFormat.of().formatHex(Signing.hmacSha256(secret, timestamp + "." + body));
        return http.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", order.key())
                        .header("X-Fuselink-Timestamp", timestamp)
                        .header("X-Fuselink-Signature", "v1=" + signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                read);
    }

    private static String json(Order order) {
        try {
            return JSON.writeValueAsString(
                    new Body(order.command(), order.numbers(), order.action()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an action of ours is not JSON", e);
        }
    }

    private static Outcome applied(Http.Answer answer) {
        var status = "HTTP " + answer.status();
        return switch (answer.status()) {
            case 400, 403, 404, 409, 410, 422 -> Outcome.refused(status);
            default -> answer.status() / 100 == 2 ? Outcome.done() : Outcome.unclear(status);
        };
    }

    /** A limit the address does not know is not in force. */
    private static Outcome lifted(Http.Answer answer) {
        return answer.status() / 100 == 2 || answer.status() == 404 || answer.status() == 410
                ? Outcome.done()
                : Outcome.unclear("HTTP " + answer.status());
    }
}
