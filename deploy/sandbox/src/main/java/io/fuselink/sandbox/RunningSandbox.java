/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the sandbox of this user listens and what time it is in its city, noted in a file so that other commands find it.
 * A city that moves on at another pace, as after its play, is noted again.
 *
 * @param kafka bootstrap servers
 * @param elastic address of Elasticsearch
 * @param flink address of the web UI
 * @param cityStartMs time of the city, epoch ms, at which the wall clock stood at {@code startedAtMs}
 * @param startedAtMs wall clock, epoch ms
 * @param speed city time per wall time; 0 = flat out, whose clock nobody can tell
 * @param pid the process that runs it
 */
public record RunningSandbox(
        String kafka,
        String elastic,
        String flink,
        long cityStartMs,
        long startedAtMs,
        double speed,
        long pid) {

    private static final String FILE = "sandbox.properties";

    /** A sandbox run by this process. */
    public static RunningSandbox here(
            String kafka,
            String elastic,
            String flink,
            long cityStartMs,
            long startedAtMs,
            double speed) {
        return new RunningSandbox(
                kafka,
                elastic,
                flink,
                cityStartMs,
                startedAtMs,
                speed,
                ProcessHandle.current().pid());
    }

    /** The sandbox of this user that runs now; what a killed one left behind does not count. */
    public static Optional<RunningSandbox> read() {
        return readFile().filter(sandbox -> ProcessHandle.of(sandbox.pid).isPresent());
    }

    /** Notes this sandbox as the one that runs; readers see it whole or not at all. */
    public void write() {
        Path directory = directory();
        try {
            makeOurs(directory);
            Path whole = Files.createTempFile(directory, FILE, null);
            try (var out = Files.newBufferedWriter(whole)) {
                properties().store(out, null);
            }
            Files.move(whole, directory.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw OperatorError.environment(
                    "The address of the sandbox cannot be noted in %s (%s); remove it, or set TMPDIR to a directory that you may write."
                            .formatted(directory, e),
                    e);
        }
    }

    /** Forgets the sandbox of this process; one that another process noted since stays. */
    public static void delete() {
        boolean ours = readFile().filter(s -> s.pid == ProcessHandle.current().pid()).isPresent();
        try {
            if (ours) {
                Files.deleteIfExists(directory().resolve(FILE));
            }
        } catch (IOException e) {
            // What stays names a process that ends now, so that nobody takes it for a running one.
        }
    }

    /** Time in the city, epoch ms, when the wall clock stands at {@code wallMs}. */
    public long cityTime(long wallMs) {
        return cityStartMs + Math.round((wallMs - startedAtMs) * speed);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("kafka", kafka);
        properties.setProperty("elastic", elastic);
        properties.setProperty("flink", flink);
        properties.setProperty("city_start_ms", String.valueOf(cityStartMs));
        properties.setProperty("started_at_ms", String.valueOf(startedAtMs));
        properties.setProperty("speed", String.valueOf(speed));
        properties.setProperty("pid", String.valueOf(pid));
        return properties;
    }

    private static Optional<RunningSandbox> readFile() {
        Path directory = directory();
        Properties noted = new Properties();
        try {
            if (!Files.exists(directory.resolve(FILE)) || !isOurs(directory)) {
                return Optional.empty();
            }
            try (var in = Files.newBufferedReader(directory.resolve(FILE))) {
                noted.load(in);
            }
            return Optional.of(
                    new RunningSandbox(
                            noted.getProperty("kafka"),
                            noted.getProperty("elastic"),
                            noted.getProperty("flink"),
                            Long.parseLong(noted.getProperty("city_start_ms")),
                            Long.parseLong(noted.getProperty("started_at_ms")),
                            Double.parseDouble(noted.getProperty("speed")),
                            Long.parseLong(noted.getProperty("pid"))));
        } catch (IOException | RuntimeException e) {
            throw OperatorError.environment(
                    "%s is not readable as the note of a running sandbox; remove it."
                            .formatted(directory.resolve(FILE)),
                    e);
        }
    }

    private static void makeOurs(Path directory) throws IOException {
        try {
            Files.createDirectory(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!isOurs(directory)) {
                throw new IOException("it belongs to another user", e);
            }
        }
    }

    /** Anybody may make directories among the temporary ones: a stranger's note would lead our decisions to his broker. */
    private static boolean isOurs(Path directory) throws IOException {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && uid(directory).equals(ownUid());
    }

    /** Where this user's sandbox takes published model bundles from. */
    public static Path models() {
        return directory().resolve("models");
    }

    private static Path directory() {
        try {
            return Path.of(System.getProperty("java.io.tmpdir"), "fuselink-sandbox-" + ownUid());
        } catch (IOException e) {
            throw OperatorError.environment("The user of this process is unknown: " + e + ".", e);
        }
    }

    private static Object ownUid() throws IOException {
        return uid(Path.of("/proc/self"));
    }

    private static Object uid(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid");
    }
}
