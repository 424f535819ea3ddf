/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.codec.OutputDecodingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The limits of one party on disk, so that none outlives its time because a process died. Each change
 * is one line and is on the disk before anything is done about it; a last line that a power cut left
 * half written is dropped, because what it would have led to was not begun. Only its owner may read
 * the file: like the inventory, it holds numbers in clear. One process at a time.
 */
final class Journal implements AutoCloseable {
    /** How long a leg that is over is remembered, so that an old command delivered again does nothing. */
    static final Duration KEPT = Duration.ofDays(45);

    /** A file this many lines long, and mostly history, is written anew. */
    private static final int WORTH_COMPACTING = 10_000;

    private static final JsonCodec CODEC = new JsonCodec();

    private final Path file;
    private final Map<String, Limit> limits = new LinkedHashMap<>();
    private final FileChannel lockChannel;
    private FileChannel out;
    private int lines;

    private Journal(Path file, FileChannel lockChannel) {
        this.file = file;
        this.lockChannel = lockChannel;
    }

    /**
     * Opens a journal, or begins one.
     *
     * @param now for what is old enough to be forgotten, epoch ms
     * @throws ExecutorException when another process has it, or a line in its middle is damaged
     */
    static Journal open(Path file, long now) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var journal = new Journal(file, lock(folder.resolve(file.getFileName() + ".lock"), file));
        try {
            if (Files.exists(file)) {
                journal.readAll();
            }
            journal.compact(now);
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.lockChannel.close();
            throw e;
        }
    }

    private static FileChannel lock(Path lockFile, Path journal) throws IOException {
        var channel =
                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = null;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            // said below, as for another process
        }
        if (held == null) {
            channel.close();
            throw new ExecutorException(
                    "Another executor has the journal %s; stop it, or give this one a journal of its own."
                            .formatted(journal));
        }
        return channel;
    }

    private void readAll() throws IOException {
        var bytes = Files.readAllBytes(file);
        var begin = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                read(bytes, begin, i);
                begin = i + 1;
            }
        }
        // What follows the last line end was never acted upon.
    }

    private void read(byte[] bytes, int begin, int end) {
        lines++;
        try {
            var limit = CODEC.decodeOutput(Limit.class, Arrays.copyOfRange(bytes, begin, end));
            limits.put(limit.legId(), limit);
        } catch (OutputDecodingException | NullPointerException e) {
            throw new ExecutorException(
                    "The journal %s is damaged in line %d; restore it, or move it away and lift by hand what it holds."
                            .formatted(file, lines),
                    e);
        }
    }

    Limit limit(String legId) {
        return limits.get(legId);
    }

    Collection<Limit> limits() {
        return List.copyOf(limits.values());
    }

    /** Writes a change; when this returns, it is on the disk. */
    void write(Limit limit) {
        limits.put(limit.legId(), limit);
        try {
            append(out, limit);
            out.force(false);
            lines++;
            if (lines > WORTH_COMPACTING && lines > 4 * limits.size()) {
                compact(limit.at());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the journal " + file + " cannot be written: nothing more is acted upon", e);
        }
    }

    private static void append(FileChannel channel, Limit limit) throws IOException {
        var line = new ByteArrayOutputStream();
        line.writeBytes(CODEC.encodeOutput(limit));
        line.write('\n');
        var buffer = ByteBuffer.wrap(line.toByteArray());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Writes the present state into a new file and puts it in the old one's place. */
    private void compact(long now) throws IOException {
        limits.values().removeIf(l -> l.standing().over() && l.at() < now - KEPT.toMillis());
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        createPrivate(fresh);
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            for (var limit : limits.values()) {
                append(channel, limit);
            }
            channel.force(true);
        }
        if (out != null) {
            out.close();
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
        out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        lines = limits.size();
    }

    private static void createPrivate(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        lockChannel.close();
    }
}
