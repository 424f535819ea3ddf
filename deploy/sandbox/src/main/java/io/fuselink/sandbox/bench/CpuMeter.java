/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CPU of this process by what its threads are for, and of Elasticsearch beside it. A task of Flink is
 * named after its chain of steps, so that a chain is told by its first step; the threads of the JVM
 * itself are read from the kernel, since Java does not see them.
 */
final class CpuMeter {
    /** {@code read-scripts (1/2)#0}. */
    private static final Pattern TASK = Pattern.compile("(.+) \\(\\d+/\\d+\\)#\\d+");

    /** Kinds of threads of other software, by how their names begin. */
    private static final List<Map.Entry<String, String>> KINDS =
            List.of(
                    Map.entry("Source Data Fetcher", "kafka-clients"),
                    Map.entry("kafka-producer-network-thread", "kafka-clients"),
                    Map.entry("kafka-admin-client", "kafka-clients"),
                    Map.entry("data-plane-kafka", "kafka-broker"),
                    Map.entry("kafka-", "kafka-broker"),
                    Map.entry("quorum-controller", "kafka-broker"),
                    Map.entry("raft-", "kafka-broker"),
                    Map.entry("broker-", "kafka-broker"),
                    Map.entry("AsyncOperations", "checkpoints"),
                    Map.entry("OutputFlusher", "flink-flushers"),
                    Map.entry("Time Trigger", "flink-flushers"),
                    Map.entry("System Time Trigger", "flink-flushers"),
                    Map.entry("I/O dispatcher", "elasticsearch-client"),
                    Map.entry("main", "load"));

    private static final Duration TICK = Duration.ofMillis(10);
    private static final String REST = "flink-and-jvm";

    private final ProcessHandle elasticsearch;

    CpuMeter(ProcessHandle elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** What had been used at one moment, by kind of thread. */
    record Reading(Map<String, Long> cpuNs, long gcMs, long atNs) {

        /** CPU by kind from an earlier reading to this one, ns. */
        Map<String, Long> since(Reading before) {
            var used = new TreeMap<String, Long>();
            cpuNs.forEach((kind, ns) -> used.put(kind, ns - before.cpuNs.getOrDefault(kind, 0L)));
            return used;
        }
    }

    Reading read() {
        var used = new TreeMap<String, Long>();
        var threads = ManagementFactory.getThreadMXBean();
        for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null) {
                add(used, kind(info.getThreadName()), threads.getThreadCpuTime(info.getThreadId()));
            }
        }
        addOwnThreadsOfTheJvm(used);
        used.put("elasticsearch", elasticsearchNs());
        var gcMs =
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum();
        return new Reading(used, gcMs, System.nanoTime());
    }

    /** The server runs below the shell that guards it. */
    private long elasticsearchNs() {
        return Stream.concat(Stream.of(elasticsearch), elasticsearch.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private static void add(Map<String, Long> used, String kind, long ns) {
        used.merge(kind, Math.max(0, ns), Long::sum);
    }

    private static String kind(String thread) {
        for (var kind : KINDS) {
            if (thread.startsWith(kind.getKey())) {
                return kind.getValue();
            }
        }
        var task = TASK.matcher(thread);
        return task.matches() ? Steps.ofTask(task.group(1)) : REST;
    }

    private static void addOwnThreadsOfTheJvm(Map<String, Long> used) {
        try (var threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (var thread : threads) {
                addThread(used, thread);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the kernel does not tell the threads", e);
        }
    }

    private static void addThread(Map<String, Long> used, Path thread) throws IOException {
        String stat;
        try {
            stat = Files.readString(thread.resolve("stat"));
        } catch (NoSuchFileException e) {
            return; // it has ended
        }
        var name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        var collector =
                name.startsWith("GC ") || name.startsWith("G1 ") || name.equals("VM Thread");
        var compiler = name.startsWith("C1 ") || name.startsWith("C2 ");
        if (!collector && !compiler) {
            return;
        }
        // utime and stime, the 14th and 15th field (proc(5)), in ticks
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        add(used, collector ? "garbage-collector" : "jit-compiler", ticks * TICK.toNanos());
    }
}
