/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.city.CityPlan;
import io.fuselink.city.FeedFaults;
import io.fuselink.city.Incident;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which city: how large, how long, of which seed, how blatant its evaders are and what goes wrong. */
final class CityOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "300",
            description =
                    "Residents, 50 to 10000000 (default ${DEFAULT-VALUE}); evaders come on top.")
    private int people;

    @Option(
            names = "--hours",
            paramLabel = "H",
            defaultValue = "3",
            description =
                    "Length of the play in hours of the city's time, 1 to 24 (default ${DEFAULT-VALUE}).")
    private double hours;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Whatever looks like chance comes from it (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--intensity",
            paramLabel = "X",
            defaultValue = "" + CityPlan.DEFAULT_INTENSITY,
            description =
                    "How evaders go about it, 0 (polite) to 1 (blatant) (default ${DEFAULT-VALUE}).")
    private double intensity;

    @Option(
            names = "--incident",
            paramLabel = "NAME",
            defaultValue = "none",
            completionCandidates = Incidents.class,
            description =
                    "What goes wrong on the day: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private String incident;

    @Option(
            names = "--tempo",
            paramLabel = "X",
            defaultValue = "1",
            description =
                    "How often everybody acts, against an ordinary day, 0.01 to 100 (default ${DEFAULT-VALUE}).")
    private double tempo;

    /** The city these options describe, with what its gateways get wrong on any day. */
    CityPlan plan() {
        return plan(FeedFaults.EVERYDAY);
    }

    CityPlan plan(FeedFaults faults) {
        try {
            return new CityPlan(people, hours, seed)
                    .withIntensity(intensity)
                    .withIncident(Incident.named(incident))
                    .withTempo(tempo)
                    .withFaults(faults);
        } catch (IllegalArgumentException e) {
            // The plan's own sentence begins with the name of the option.
            throw new ParameterException(command.commandLine(), "--" + e.getMessage());
        }
    }

    /** Incidents as they are named on the command line. */
    static final class Incidents implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Incident.values()).map(Incident::wireName).iterator();
        }
    }
}
