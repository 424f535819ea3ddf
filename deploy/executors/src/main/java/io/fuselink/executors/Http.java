/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;

/** One request and its answer within a time; whatever goes wrong on the way is an unclear outcome. */
final class Http {
    private final HttpClient client;
    private final Duration timeout;

    /** What came back. */
    record Answer(int status, String body) {}

    Http(Duration timeout) {
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.timeout = timeout;
    }

    /** Sends, and lets the target read the answer. */
    Outcome send(HttpRequest.Builder request, Function<Answer, Outcome> read) {
        try {
            var answer = client.send(request.timeout(timeout).build(), BodyHandlers.ofString());
            return read.apply(new Answer(answer.statusCode(), answer.body()));
        } catch (IOException e) {
            // The exception's own text may hold the address with its parameters.
            return Outcome.unclear("no answer (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.unclear("interrupted");
        }
    }
}
