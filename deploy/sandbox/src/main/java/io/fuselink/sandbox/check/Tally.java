/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one file or topic held: counts, and the first examples of every reason of refusal; never a payload. */
public final class Tally {
    private final String source;
    private final Feed feed;
    private final Map<DeadLetterReason, Long> counts = new EnumMap<>(DeadLetterReason.class);
    private final Map<DeadLetterReason, List<DeadLetter>> examples =
            new EnumMap<>(DeadLetterReason.class);
    private long records;
    private long understood;
    private long repeated;

    Tally(String source, Feed feed) {
        this.source = source;
        this.feed = feed;
    }

    void understood() {
        records++;
        understood++;
    }

    void repeated() {
        repeated++;
    }

    void refused(DeadLetter letter) {
        records++;
        counts.merge(letter.reason(), 1L, Long::sum);
        var first = examples.computeIfAbsent(letter.reason(), reason -> new ArrayList<>());
        if (first.size() < Faults.PLACES) {
            first.add(letter);
        }
    }

    String source() {
        return source;
    }

    Feed feed() {
        return feed;
    }

    /** Records read. */
    public long records() {
        return records;
    }

    long understoodRecords() {
        return understood;
    }

    /** Those that repeat an event of their provider, with the same content. */
    long repeatedRecords() {
        return repeated;
    }

    Map<DeadLetterReason, Long> refusals() {
        return counts;
    }

    List<DeadLetter> examples(DeadLetterReason reason) {
        return examples.get(reason);
    }
}
