/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Set;

/**
 * Lets in only the board's own pages. A name that a stranger points at 127.0.0.1 is refused by the
 * {@code Host}, a page of a stranger that posts here by the {@code Origin}; and no page may frame the board.
 */
final class Guard implements HttpHandler {
    /** Vega compiles its expressions, hence {@code unsafe-eval}; vega-embed brings its own style sheet. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final HttpString SECURITY = new HttpString("Content-Security-Policy");
    private static final HttpString NO_SNIFFING = new HttpString("X-Content-Type-Options");
    private static final HttpString REFERRER = new HttpString("Referrer-Policy");

    private final HttpHandler pages;

    Guard(HttpHandler pages) {
        this.pages = pages;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.getResponseHeaders()
                .put(SECURITY, CONTENT_SECURITY_POLICY)
                .put(NO_SNIFFING, "nosniff")
                .put(REFERRER, "no-referrer")
                .put(Headers.CACHE_CONTROL, "no-store");
        if (!ours(exchange)) {
            exchange.setStatusCode(403);
            exchange.getResponseSender()
                    .send("Only the board's own pages on 127.0.0.1 are answered.\n");
        } else {
            pages.handleRequest(exchange);
        }
    }

    private static boolean ours(HttpServerExchange exchange) {
        var port = exchange.getDestinationAddress().getPort();
        var hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        var host = exchange.getRequestHeaders().getFirst(Headers.HOST);
        return host != null
                && hosts.contains(host)
                && (exchange.getRequestMethod().equals(Methods.GET) || posted(exchange, host));
    }

    private static boolean posted(HttpServerExchange exchange, String host) {
        var type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        return exchange.getRequestMethod().equals(Methods.POST)
                && ("http://" + host).equals(exchange.getRequestHeaders().getFirst(Headers.ORIGIN))
                && type != null
                && type.startsWith("application/json");
    }
}
