/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Where one run keeps its servers' data and its log; one run at a time holds it. */
public final class WorkDir implements AutoCloseable {

    /** Elasticsearch may have to run as another user, who must get through to its own directory in here. */
    private static final FileAttribute<?> PASSABLE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));

    private final Path path;
    private final FileChannel lock;
    private boolean temporary;

    private WorkDir(Path path, FileChannel lock, boolean temporary) {
        this.path = path;
        this.lock = lock;
        this.temporary = temporary;
    }

    /** A fresh directory that goes with the run. */
    public static WorkDir temporary() {
        try {
            return open(Files.createTempDirectory("fuselink-", PASSABLE), true);
        } catch (IOException e) {
            throw OperatorError.environment(
                    "No temporary directory can be made in %s; set TMPDIR to a directory that you may write."
                            .formatted(System.getProperty("java.io.tmpdir")),
                    e);
        }
    }

    /** The operator's directory, made if missing; it stays. */
    public static WorkDir kept(Path path) {
        try {
            return open(Files.createDirectories(path).toAbsolutePath().normalize(), false);
        } catch (IOException e) {
            throw OperatorError.environment(
                    "The work directory "
                            + path
                            + " cannot be used ("
                            + e
                            + "); choose one that you may write.",
                    e);
        }
    }

    private static WorkDir open(Path path, boolean temporary) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw OperatorError.environment(
                    "The work directory "
                            + path
                            + " is in use by another run; stop that one or choose another directory.");
        }
        return new WorkDir(path, channel, temporary);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    public Path path() {
        return path;
    }

    /** Leaves a temporary directory in place after all: something in it is worth a look. */
    public void keep() {
        temporary = false;
    }

    @Override
    public void close() {
        try {
            lock.close();
            if (temporary) {
                delete();
            }
        } catch (IOException e) {
            throw OperatorError.environment(
                    "The work directory " + path + " cannot be removed: " + e.getMessage() + ".",
                    e);
        }
    }

    private void delete() throws IOException {
        try (var files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }
}
