/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The lines of a file, plain or {@code .gz}, as bytes, lazily; empty lines are passed over but counted. */
final class Lines implements Iterator<Line>, AutoCloseable {
    /** Longer lines are damage, and must not fill the memory. */
    private static final int MOST_BYTES = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private long number;
    private Line next;
    private boolean ended;

    Lines(Path file) {
        this.file = file;
        InputStream opened = null;
        try {
            opened = Files.newInputStream(file);
            // No stream in between that reads ahead: of a file cut off, what came before the cut
            // counts.
            in = file.toString().endsWith(".gz") ? new GZIPInputStream(opened, 1 << 16) : opened;
            skipByteOrderMark();
        } catch (IOException e) {
            closeQuietly(opened);
            throw new MappingException(
                    "The file "
                            + file
                            + " cannot be read; check its path and rights, and that a .gz file is one.",
                    e);
        }
        next = read();
    }

    private void skipByteOrderMark() throws IOException {
        var length = BYTE_ORDER_MARK.length;
        if (filled()
                && limit >= length
                && Arrays.equals(buffer, 0, length, BYTE_ORDER_MARK, 0, length)) {
            at = length;
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Line next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        var line = next;
        next = read();
        return line;
    }

    private Line read() {
        while (!ended) {
            var line = readOne();
            if (line.damage() != null || line.bytes().length > 0) {
                return line;
            }
        }
        return null;
    }

    private Line readOne() {
        var bytes = new ByteArrayOutputStream(256);
        number++;
        try {
            var overflow = false;
            for (var open = true; open && filled(); ) {
                var end = at;
                while (end < limit && buffer[end] != '\n') {
                    end++;
                }
                var fits = Math.min(end - at, MOST_BYTES - bytes.size());
                bytes.write(buffer, at, fits);
                overflow |= fits < end - at;
                open = end == limit;
                at = open ? limit : end + 1;
            }
            return new Line(number, stripped(bytes), overflow ? "line longer than 1 MiB" : null);
        } catch (EOFException | ZipException e) {
            ended = true;
            return new Line(
                    number, bytes.toByteArray(), "the compressed file is cut off or damaged");
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file + " failed", e);
        }
    }

    /** Whether there are bytes in the buffer, after reading some if need be. */
    private boolean filled() throws IOException {
        if (at == limit) {
            at = 0;
            limit = Math.max(0, in.read(buffer));
            ended = limit == 0;
        }
        return !ended;
    }

    private static byte[] stripped(ByteArrayOutputStream line) {
        var bytes = line.toByteArray();
        var length = bytes.length;
        return length > 0 && bytes[length - 1] == '\r' ? Arrays.copyOf(bytes, length - 1) : bytes;
    }

    @Override
    public void close() {
        closeQuietly(in);
    }

    /** The file was only read: nothing is lost when closing fails. */
    private static void closeQuietly(InputStream in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            // see above
        }
    }
}
