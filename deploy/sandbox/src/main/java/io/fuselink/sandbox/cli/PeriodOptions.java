/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The stretch of time a batch looks at. */
final class PeriodOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            required = true,
            converter = DayOrMoment.class,
            description = "Begin: a day in Beijing such as 2026-03-02, or a time with a zone.")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            required = true,
            converter = DayOrMoment.class,
            description = "End, exclusive: the day after the last, or a time with a zone.")
    private Instant to;

    /** Begin, epoch ms. */
    long from() {
        return from.toEpochMilli();
    }

    /** End, exclusive, epoch ms. */
    long to() {
        return to.toEpochMilli();
    }

    void check(CommandSpec spec) {
        if (!from.isBefore(to)) {
            throw new ParameterException(
                    spec.commandLine(), "--to %s is not after --from %s".formatted(to, from));
        }
    }
}
