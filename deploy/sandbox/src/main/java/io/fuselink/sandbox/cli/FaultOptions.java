/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.city.FeedFaults;
import io.fuselink.city.FeedFaults.Silence;
import io.fuselink.events.Feed;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What the gateways of a city get wrong, feed by feed. */
final class FaultOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** What is always wrong somewhere, or nothing. */
    private enum Usual {
        NONE(FeedFaults.NONE),
        EVERYDAY(FeedFaults.EVERYDAY);

        private final FeedFaults faults;

        Usual(FeedFaults faults) {
            this.faults = faults;
        }
    }

    @Option(
            names = "--faults",
            paramLabel = "none|everyday",
            defaultValue = "everyday",
            description =
                    "What the gateways get wrong before the options below (default ${DEFAULT-VALUE}: copies and garbage now and then).")
    private Usual usual;

    @Option(
            names = "--duplicated",
            paramLabel = "FEED=SHARE",
            converter = FeedName.class,
            description = "Share 0-1 of a feed's records that arrive twice; repeat for more feeds.")
    private Map<Feed, Double> duplicated = Map.of();

    @Option(
            names = "--garbage",
            paramLabel = "FEED=SHARE",
            converter = FeedName.class,
            description = "Share of a feed's records that are followed by one nobody can read.")
    private Map<Feed, Double> garbage = Map.of();

    @Option(
            names = "--late",
            paramLabel = "FEED=SHARE",
            converter = FeedName.class,
            description = "Share of a feed's records that arrive minutes late.")
    private Map<Feed, Double> late = Map.of();

    @Option(
            names = "--shuffled",
            paramLabel = "FEED=SHARE",
            converter = FeedName.class,
            description = "Share of a feed's records that arrive seconds late, behind later ones.")
    private Map<Feed, Double> shuffled = Map.of();

    @Option(
            names = "--silent",
            paramLabel = "FEED=FROM..UNTIL",
            converter = {FeedName.class, Stretch.class},
            description =
                    "A feed loses what happens in a stretch of the play, both ends as shares 0-1 of it, such as bindings=0.3..0.5.")
    private Map<Feed, Silence> silent = Map.of();

    @Option(
            names = "--clock-skew",
            paramLabel = "MS",
            description =
                    "How far the clock of the slow carrier runs ahead, in ms; below 0: behind.")
    private Long clockSkew;

    FeedFaults faults() {
        var faults = usual.faults;
        try {
            for (var feed : duplicated.entrySet()) {
                faults = faults.withDuplicated(feed.getKey(), feed.getValue());
            }
            for (var feed : garbage.entrySet()) {
                faults = faults.withGarbage(feed.getKey(), feed.getValue());
            }
            for (var feed : late.entrySet()) {
                faults = faults.withLate(feed.getKey(), feed.getValue());
            }
            for (var feed : shuffled.entrySet()) {
                faults = faults.withShuffled(feed.getKey(), feed.getValue());
            }
            for (var feed : silent.entrySet()) {
                faults = faults.withSilent(feed.getKey(), feed.getValue());
            }
        } catch (IllegalArgumentException e) {
            // The faults' own sentence begins with the name of the option.
            throw new ParameterException(command.commandLine(), "--" + e.getMessage());
        }
        return clockSkew == null ? faults : faults.withClockSkew(clockSkew);
    }

    /** A stretch of the play, such as {@code 0.3..0.5}. */
    static final class Stretch implements ITypeConverter<Silence> {
        private static final Pattern SHAPE = Pattern.compile("([0-9.]+?)\\.\\.([0-9.]+)");

        @Override
        public Silence convert(String text) {
            var ends = SHAPE.matcher(text);
            try {
                if (ends.matches()) {
                    return new Silence(
                            Double.parseDouble(ends.group(1)), Double.parseDouble(ends.group(2)));
                }
            } catch (IllegalArgumentException e) {
                // Said below, with what was typed.
            }
            throw new TypeConversionException(
                    "'"
                            + text
                            + "' is no stretch FROM..UNTIL within 0 to 1 of the play, such as 0.3..0.5");
        }
    }
}
