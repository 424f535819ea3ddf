/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.RunningSandbox;
import java.time.Instant;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which running deployment a command speaks to: the one named, or this user's sandbox. */
final class DeploymentOptions {

    @ArgGroup private BrokerChoice choice = new BrokerChoice();

    @Option(
            names = "--at",
            converter = Moment.class,
            paramLabel = "TIME",
            description =
                    "When it happened, such as 2026-03-02T09:30:00+08:00; now without it, which in a sandbox is the city's time.")
    private Instant at;

    Deployment deployment() {
        var broker =
                choice.broker("start ./fuselink sandbox, or name a broker with --kafka HOST:PORT");
        return new Deployment(
                broker, RunningSandbox.read().filter(s -> s.kafka().equals(broker.address())), at);
    }
}
