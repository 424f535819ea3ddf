/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

import io.fuselink.dashboards.Catalogue;
import io.fuselink.events.token.Tokenizer;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Supplier;
import org.elasticsearch.client.RestClient;

/** The running board: every dashboard and the decision page, for browsers on this machine. */
public final class Board implements AutoCloseable {
    private static final String HERE = "127.0.0.1";

    /** A handful of analysts; each page asks a dozen questions at once. */
    private static final int WORKERS = 12;

    private final Undertow server;

    private Board(Undertow server) {
        this.server = server;
    }

    /**
     * Starts the board on 127.0.0.1.
     *
     * @param port where it listens; 0 for a free one
     * @param elastic where the documents are; stays the caller's to close
     * @param key makes tokens of the digits an analyst types
     * @param desk where decisions go
     */
    public static Board start(
            int port, RestClient elastic, Supplier<Tokenizer> key, DecisionDesk desk) {
        var archive = new Archive(elastic);
        var api =
                new Api(
                        new Dashboards(Catalogue.load(), archive),
                        new Decisions(archive, desk),
                        new NumberDesk(key));
        var server =
                Undertow.builder()
                        .addHttpListener(port, HERE)
                        .setIoThreads(1)
                        .setWorkerThreads(WORKERS)
                        .setHandler(new Guard(Pages.over(api.handler())))
                        .build();
        server.start();
        return new Board(server);
    }

    /** Where a browser finds it. */
    public URI uri() {
        var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return URI.create("http://" + HERE + ":" + address.getPort());
    }

    @Override
    public void close() {
        server.stop();
    }
}
