/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The ports on 127.0.0.1 that the embedded servers listen on. */
public record Ports(
        int kafka, int controller, int elasticsearch, int transport, int flink, int board) {

    private static final List<String> USES =
            List.of(
                    "Kafka",
                    "the Kafka controller",
                    "Elasticsearch",
                    "Elasticsearch transport",
                    "the Flink web UI",
                    "the board");

    /** Six ports that nobody listens on now. */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < USES.size(); i++) {
                held.add(listenOn(0));
            }
            return of(held.stream().map(ServerSocket::getLocalPort).toList());
        } catch (IOException e) {
            throw OperatorError.environment(
                    "There is no free port on 127.0.0.1: " + e.getMessage() + ".", e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    /** The ports {@code base} (Kafka), +1 (controller), +2 (Elasticsearch), +3 (transport), +4 (Flink), +5 (board); refuses taken ones. */
    public static Ports from(int base) {
        int last = 65_535 - USES.size() + 1;
        if (base < 1024 || base > last) {
            throw OperatorError.badInput(
                    "--port-base "
                            + base
                            + " is out of range; choose one from 1024 to "
                            + last
                            + ".");
        }
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < USES.size(); i++) {
            ports.add(requireFree(base, base + i, USES.get(i)));
        }
        return of(ports);
    }

    private static int requireFree(int base, int port, String use) {
        try (ServerSocket probe = listenOn(port)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw OperatorError.environment(
                    "--port-base %d: port %d (for %s) is taken; choose another base, or leave the option out for free ports."
                            .formatted(base, port, use),
                    e);
        }
    }

    private static Ports of(List<Integer> ports) {
        return new Ports(
                ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
    }

    private static ServerSocket listenOn(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // As the servers do: a port in TIME_WAIT after the last run counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw OperatorError.environment(
                    "Port " + socket.getLocalPort() + " cannot be released.", e);
        }
    }
}
