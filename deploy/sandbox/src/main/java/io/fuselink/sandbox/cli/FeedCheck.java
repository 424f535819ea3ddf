/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Ids;
import io.fuselink.events.Received;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.events.token.Tokenizer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a check of one file found: counts, and the first examples of every reason; never a payload. */
final class FeedCheck {

    private static final int EXAMPLES = 3;

    private final Feed feed;

    /** Refuses tokens of other keys; null when no key is known. */
    private final WireCodec liveKeys;

    private final Map<DeadLetterReason, Long> counts = new EnumMap<>(DeadLetterReason.class);
    private final Map<DeadLetterReason, List<DeadLetter>> examples =
            new EnumMap<>(DeadLetterReason.class);

    /** 64 bits of each id: a file of ten million records fits into memory. */
    private final Set<Long> ids = new HashSet<>();

    private long records;
    private long understood;
    private long repeated;

    /**
     * @param keys keys that tokens in the file must be made with; null for any
     */
    FeedCheck(Feed feed, Tokenizer keys) {
        this.feed = feed;
        this.liveKeys = keys == null ? null : WireCodec.accepting(keys);
    }

    long records() {
        return records;
    }

    boolean clean() {
        return counts.isEmpty();
    }

    void add(Received received) {
        records++;
        var checked =
                received.event() == null || liveKeys == null
                        ? received
                        : checkedKeys(received.event());
        if (checked.event() == null) {
            refused(checked.deadLetter());
        } else {
            understood(checked.event().header());
        }
    }

    private Received checkedKeys(Event event) {
        return liveKeys.decode(
                feed, liveKeys.encode(event, Format.JSON), "record " + records, event.ts());
    }

    private void understood(Header header) {
        understood++;
        var id = Ids.hash(header.provider(), header.eventId()).substring(0, 16);
        if (!ids.add(Long.parseUnsignedLong(id, 16))) {
            repeated++;
        }
    }

    private void refused(DeadLetter letter) {
        counts.merge(letter.reason(), 1L, Long::sum);
        var first = examples.computeIfAbsent(letter.reason(), reason -> new ArrayList<>());
        if (first.size() < EXAMPLES) {
            first.add(letter);
        }
    }

    void print(Path file, PrintWriter out) {
        out.printf(Locale.ROOT, "%s as %s:%n", file, feed.wireName());
        out.printf(Locale.ROOT, "  %,12d records%n", records);
        out.printf(Locale.ROOT, "  %,12d understood%n", understood);
        if (repeated > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %,12d of them repeat an event_id of their provider, which collapse to one event%n",
                    repeated);
        }
        counts.forEach((reason, count) -> print(reason, count, out));
        out.println(clean() ? "No violations." : "Violations were found.");
    }

    private void print(DeadLetterReason reason, long count, PrintWriter out) {
        out.printf(Locale.ROOT, "  %,12d %s – %s%n", count, reason, reason.meaning());
        for (var letter : examples.get(reason)) {
            out.printf(Locale.ROOT, "  %12s   %s: %s%n", "", letter.position(), letter.detail());
        }
    }
}
