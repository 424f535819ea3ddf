/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server: shut, nobody is listening there and every connection is gone, as if the server were down. */
final class Valve implements AutoCloseable {
    private final URI server;
    private final int port;
    private final Set<Socket> through = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    private Valve(URI server, ServerSocket door) {
        this.server = server;
        this.door = door;
        this.port = door.getLocalPort();
    }

    /** Opens a way to a server on a free port. */
    static Valve to(URI server) throws IOException {
        var valve = new Valve(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        valve.listen();
        return valve;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void shut() throws IOException {
        door.close();
        through.forEach(Valve::end);
        through.clear();
    }

    void open() throws IOException {
        var again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        door = again;
        listen();
    }

    private void listen() {
        var open = door;
        daemon(
                () -> {
                    try {
                        while (true) {
                            pass(open.accept());
                        }
                    } catch (IOException shut) {
                        // Nobody comes through any more.
                    }
                });
    }

    private void pass(Socket client) {
        try {
            var behind = new Socket(server.getHost(), server.getPort());
            through.add(client);
            through.add(behind);
            daemon(() -> carry(client, behind));
            daemon(() -> carry(behind, client));
        } catch (IOException unreachable) {
            end(client);
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // By either side, or because the valve was shut.
        } finally {
            end(from);
            end(to);
            through.remove(from);
            through.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "valve");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        shut();
    }
}
