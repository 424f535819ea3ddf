/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.EmbeddedFlink;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.WorkDir;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink inside this process for the jobs of one command; it stops with the command, or when the JVM is told to end. */
final class LocalFlink implements AutoCloseable {

    /** As the jobs' own mains set it. */
    private static final long BUFFER_TIMEOUT_MS = 10;

    /** A mistake in the set-up must not restart for ever behind the operator's back: it is given up within a minute. */
    private static final Configuration GIVING_UP =
            new Configuration()
                    .set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay")
                    .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, 6)
                    .set(
                            RestartStrategyOptions
                                    .RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                            Duration.ofMinutes(5));

    private final WorkDir work;
    private EmbeddedFlink flink;
    private boolean closed;

    private LocalFlink(WorkDir work) {
        this.work = work;
    }

    /** Starts in {@code work}, which it takes over; port 0 is a free one. */
    static LocalFlink start(WorkDir work, int port, int slots) {
        var local = new LocalFlink(work);
        Runtime.getRuntime().addShutdownHook(new Thread(local::close, "stop-flink"));
        try {
            local.flink = EmbeddedFlink.start(work.path(), port, slots);
            return local;
        } catch (RuntimeException e) {
            work.keep();
            local.close();
            throw e;
        }
    }

    URI webUi() {
        return flink.webUi();
    }

    /** Submits a job; the future fails with one sentence when it ends, since no job of ours ends by itself. */
    CompletableFuture<Void> run(
            String name, int parallelism, Consumer<StreamExecutionEnvironment> job)
            throws Exception {
        var env = flink.environment(GIVING_UP);
        env.setParallelism(parallelism);
        env.setBufferTimeout(BUFFER_TIMEOUT_MS);
        job.accept(env);
        return env.executeAsync(name)
                .getJobExecutionResult()
                .handle(
                        (result, failure) -> {
                            throw OperatorError.environment(
                                    "The job %s has ended (%s); its trace is in %s."
                                            .formatted(name, why(failure), LogFile.current()),
                                    failure);
                        });
    }

    /** The words of the innermost cause, without the class name that Flink puts before it. */
    private static String why(Throwable failure) {
        if (failure == null) {
            return "without a word";
        }
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage())
                .replaceFirst("^(\\w+\\.)+\\w+: ", "")
                .replaceAll("[.\\s]+$", "");
    }

    /** Waits until one of the jobs ends, and says which. */
    OperatorError firstEnd(List<CompletableFuture<Void>> jobs) throws InterruptedException {
        try {
            CompletableFuture.anyOf(jobs.toArray(CompletableFuture[]::new)).get();
            throw new IllegalStateException("a job ended and did not fail");
        } catch (ExecutionException e) {
            work.keep();
            return (OperatorError) e.getCause();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (flink != null) {
                flink.close();
            }
        } finally {
            work.close();
        }
    }
}
