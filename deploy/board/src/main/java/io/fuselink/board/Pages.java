/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

import io.undertow.Handlers;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.resource.ClassPathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The files a browser loads: the board's own, and the libraries that draw, out of their jars. */
final class Pages {
    private static final String WEB = "io/fuselink/board/web/";
    private static final String WEBJARS = "META-INF/resources/webjars/";

    private Pages() {}

    /** Answers everything but the interface. */
    static HttpHandler over(HttpHandler api) {
        return new EncodingHandler.Builder()
                .build(null)
                .wrap(
                        new PathHandler()
                                .addExactPath("/", Handlers.redirect("/d/situation"))
                                .addPrefixPath("/d", page("board.html"))
                                .addPrefixPath("/decide", page("decide.html"))
                                .addPrefixPath("/web", files(WEB))
                                .addPrefixPath("/webjars", files(WEBJARS))
                                .addPrefixPath("/api", api));
    }

    private static HttpHandler page(String name) {
        var html = read(WEB + name);
        return exchange -> {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
            exchange.getResponseSender().send(html);
        };
    }

    private static HttpHandler files(String root) {
        return new ResourceHandler(new ClassPathResourceManager(Pages.class.getClassLoader(), root))
                .setDirectoryListingEnabled(false);
    }

    private static String read(String resource) {
        try (var in = Pages.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("resource is missing from the jar: " + resource, e);
        }
    }
}
