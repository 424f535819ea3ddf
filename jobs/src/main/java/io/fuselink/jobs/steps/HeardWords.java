/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ordered;
import io.fuselink.models.texts.WordBag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a caller has said so far in one call, as bags: no words, and nothing that they could be put
 * together from.
 *
 * @param eventId the segment that was heard last
 * @param at when it was heard, epoch ms
 * @param words all that the caller said
 * @param loudest the segment that speaks most for fraud on its own
 * @param loudestNo its number in the call
 * @param ruleScore what phrases and slots make of the same call
 * @param ruleLimit score from which on they call it suspicious
 */
public record HeardWords(
        String eventId,
        String callId,
        String fromTk,
        String toTk,
        long at,
        WordBag words,
        WordBag loudest,
        int loudestNo,
        double ruleScore,
        double ruleLimit,
        String lexiconVersion)
        implements Ordered {

    /**
     * The segments of one call that the model of the last one has heard; what another model heard before
     * it is left out.
     *
     * @param segments by their number in the call
     */
    static HeardWords of(
            TextHit last, Map<Integer, Spoken> segments, double ruleScore, double ruleLimit) {
        var heard = new TreeMap<>(segments);
        heard.values().removeIf(spoken -> !spoken.words().model().equals(last.words().model()));
        var loudest =
                heard.entrySet().stream()
                        .max(Comparator.comparingDouble(entry -> entry.getValue().score()))
                        .orElseThrow();
        return new HeardWords(
                last.eventId(),
                last.callId(),
                last.fromTk(),
                last.toTk(),
                last.at(),
                heard.values().stream().map(Spoken::words).reduce(WordBag::plus).orElseThrow(),
                loudest.getValue().words(),
                loudest.getKey(),
                ruleScore,
                ruleLimit,
                last.hits().lexiconVersion());
    }

    /**
     * One segment of a call.
     *
     * @param score of its words alone, 0–1
     */
    public record Spoken(WordBag words, double score) {}

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return eventId;
    }

    List<String> victims() {
        return toTk == null ? List.of() : List.of(toTk);
    }
}
