/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was read in one call so far, by segment; the memory a job keeps per call. The order in which segments arrive does not
 * matter; of several readings of one segment the final one counts, else the one that heard longest, else the one that came
 * last.
 */
public final class CallScript {

    /** A call of a day at a segment every 20 s; beyond it something else than a call is being told. */
    public static final int MOST_SEGMENTS = 4_320;

    /** What became of a segment, so that the job can count it. */
    public enum Folded {
        KEPT,
        /** An earlier partial of a segment already known better. */
        STALE,
        /** The call holds {@link #MOST_SEGMENTS} already. */
        FULL
    }

    /**
     * One segment as far as the call needs it.
     *
     * @param beginMs milliseconds into the call
     * @param endMs milliseconds into the call
     */
    public record Spoken(
            int segNo,
            long beginMs,
            long endMs,
            boolean finished,
            boolean callersWords,
            boolean advisory,
            boolean breaker,
            int legit,
            int legitUnlessAnchor,
            List<Hit> hits) {

        private boolean betterThan(Spoken other) {
            if (finished != other.finished) {
                return finished;
            }
            return endMs >= other.endMs;
        }
    }

    private Map<Integer, Spoken> segments = new HashMap<>();

    public CallScript() {}

    public Map<Integer, Spoken> getSegments() {
        return segments;
    }

    public void setSegments(Map<Integer, Spoken> segments) {
        this.segments = segments;
    }

    /**
     * Takes in one reading of one segment.
     *
     * @param finished no later reading of this segment is expected
     * @param callersWords said by the caller, else by the callee; leave out segments whose speaker is unknown
     */
    public Folded fold(
            int segNo,
            long beginMs,
            long endMs,
            boolean finished,
            boolean callersWords,
            SegmentHits read) {
        Spoken known = segments.get(segNo);
        Spoken spoken =
                new Spoken(
                        segNo,
                        beginMs,
                        endMs,
                        finished,
                        callersWords,
                        read.advisory(),
                        read.breaker(),
                        read.legit(),
                        read.legitUnlessAnchor(),
                        read.hits());
        if (known == null && segments.size() >= MOST_SEGMENTS) {
            return Folded.FULL;
        }
        if (known != null && !spoken.betterThan(known)) {
            return Folded.STALE;
        }
        segments.put(segNo, spoken);
        return Folded.KEPT;
    }

    public ScriptVerdict verdict() {
        return verdict(ScriptLimits.standard());
    }

    /** The verdict at the latest words of the call. */
    public ScriptVerdict verdict(ScriptLimits limits) {
        long now = segments.values().stream().mapToLong(Spoken::endMs).max().orElse(0);
        Judged judged = judge(side(true), side(false), now, limits);
        return judged.side().verdict(judged.verdict());
    }

    /** The side of the call that its verdict speaks of. */
    record Judged(SideScore side, ScriptVerdict.Verdict verdict) {}

    static Judged judge(
            List<Spoken> callers, List<Spoken> callees, long nowMs, ScriptLimits limits) {
        SideScore caller = SideScore.of(callers, nowMs, false, limits);
        if (caller.score() >= limits.threshold()) {
            return new Judged(caller, ScriptVerdict.Verdict.SUSPICIOUS);
        }
        // A callee who answers a warning repeats the script without being in it.
        SideScore callee = SideScore.of(callees, nowMs, caller.warns(), limits);
        if (callee.score() >= limits.threshold()) {
            return new Judged(callee, ScriptVerdict.Verdict.VICTIM);
        }
        return new Judged(
                caller,
                caller.warns() ? ScriptVerdict.Verdict.ADVISORY : ScriptVerdict.Verdict.NONE);
    }

    private List<Spoken> side(boolean callersWords) {
        List<Spoken> side = new ArrayList<>();
        for (Spoken spoken : segments.values()) {
            if (spoken.callersWords() == callersWords) {
                side.add(spoken);
            }
        }
        side.sort(Comparator.comparingLong(Spoken::beginMs).thenComparingInt(Spoken::segNo));
        return side;
    }
}
