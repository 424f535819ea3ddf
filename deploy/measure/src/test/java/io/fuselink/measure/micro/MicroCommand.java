/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.micro;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks of the hot pieces, each in a JVM of its own. */
@Command(
        name = "fuselink bench --micro",
        description = "Measures the hot pieces one by one, in ns per operation (JMH).",
        mixinStandardHelpOptions = true)
public final class MicroCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILTER",
            defaultValue = "",
            description = "Only benchmarks whose name holds this, such as Decode or Profile.busy.")
    private String filter;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "5",
            description = "Measured seconds per benchmark (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Write JMH's own JSON here.")
    private Path json;

    public static void main(String[] args) {
        System.exit(new CommandLine(new MicroCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var options =
                new OptionsBuilder()
                        .include(MicroCommand.class.getPackageName() + ".*" + filter)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1));
        if (json != null) {
            options.result(json.toString()).resultFormat(ResultFormatType.JSON);
        }
        new Runner(options.build()).run();
        return CommandLine.ExitCode.OK;
    }
}
