/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.SandboxServers;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The sandbox without a city: the three servers, empty, until Ctrl-C. */
@Command(
        name = "servers",
        description =
                "Starts an empty Kafka, Elasticsearch and Flink on 127.0.0.1 and keeps them until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class ServersCommand implements Runnable {

    @Mixin private ServerOptions options;

    @Override
    public void run() {
        Progress progress = Progress.on(System.out);
        SandboxServers.start(options.ports(), options.workDir(), ServerOptions.SLOTS, progress);
        progress.say("Press Ctrl-C to stop.");
        awaitCtrlC();
    }

    private static void awaitCtrlC() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
