/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * The pushes in a file, one a line or each over several lines. A push begins where a line begins with a
 * brace, a bracket or a SIP start line; lines that begin otherwise, and lone closing ones, go on with it.
 */
final class Pushes implements Iterator<Line> {
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern SIP_START =
            Pattern.compile("SIP/2\\.0 \\d{3}.*|[A-Z]+ \\S+ SIP/2\\.0");

    private final Iterator<Line> lines;
    private Line ahead;

    Pushes(Iterator<Line> lines) {
        this.lines = lines;
        ahead = lines.hasNext() ? lines.next() : null;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Line next() {
        if (ahead == null) {
            throw new NoSuchElementException();
        }
        var first = ahead;
        var push = new ByteArrayOutputStream(first.bytes().length);
        var damage = first.damage();
        push.writeBytes(first.bytes());
        for (ahead = read(); ahead != null && !begins(ahead); ahead = read()) {
            damage = damage == null ? ahead.damage() : damage;
            if (push.size() + ahead.bytes().length < MOST_BYTES) {
                push.write('\n');
                push.writeBytes(ahead.bytes());
            } else {
                damage = "push longer than 1 MiB";
            }
        }
        return new Line(first.number(), push.toByteArray(), damage);
    }

    private Line read() {
        return lines.hasNext() ? lines.next() : null;
    }

    private static boolean begins(Line line) {
        var bytes = line.bytes();
        if (bytes.length == 0) {
            return false;
        }
        return switch (bytes[0]) {
            case '{', '[' -> true;
            case ' ', '\t', '}', ']', '"' -> false;
            default -> SIP_START.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).matches();
        };
    }
}
