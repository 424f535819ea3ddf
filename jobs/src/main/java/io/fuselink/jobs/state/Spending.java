/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.Assessment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the breaker has spent, what came of it, and what it holds back. */
public final class Spending {
    private static final int HELD_KEPT = 500;
    private static final int DECISIONS_KEPT = 5_000;
    private static final int HOURS_KEPT = 8 * 24;

    /** Begin of the present hour, epoch ms. */
    public long hour = Long.MIN_VALUE;

    /** Episodes that acted in the present hour, by scope, such as {@code rule:static-goip}. */
    public Map<String, Integer> spent = new HashMap<>();

    /** What was paged in the present hour. */
    public List<String> paged = new ArrayList<>();

    /** Times of the latest episodes that acted, for the last ten minutes. */
    public List<Long> latest = new ArrayList<>();

    /** Episodes that acted, by hour since the epoch, for eight days. */
    public Map<Long, Integer> byHour = new HashMap<>();

    /** Episodes that may act; a repeat costs nothing. */
    public Map<String, Long> acting = new HashMap<>();

    /** Episodes that may only tag, for as long as there is no room. */
    public Map<String, Long> tagged = new HashMap<>();

    /** Groups that are hit far more often than all, and until when numbers of them are only tagged. */
    public Map<String, Long> unfair = new HashMap<>();

    public List<Assessment> held = new ArrayList<>();

    /** Who spoke for a bundle, for when somebody says what it was. */
    public Map<String, Spoken> decisions = new HashMap<>();

    /** Appealed decisions, by bundle and rule. */
    public List<String> appealed = new ArrayList<>();

    public List<Verdict> verdicts = new ArrayList<>();

    /** Rules that were disarmed, and until when. */
    public Map<String, Long> disarmed = new HashMap<>();

    /** Until when numbers are only tagged, but for what an authority orders. */
    public long degradedUntil = Long.MIN_VALUE;

    /** Numbers looked at and acted on since the day began, by group such as {@code province:44}. */
    public long day = Long.MIN_VALUE;

    public Map<String, Integer> population = new HashMap<>();
    public Map<String, Integer> acted = new HashMap<>();

    /** The rules behind one decision. */
    public record Spoken(List<String> detectors, long at) {}

    /** What one decision of a rule turned out to be. */
    public record Verdict(String detector, boolean wrong, boolean appealed, long at) {}

    /** Holds an assessment back; the oldest makes room. */
    public void hold(Assessment assessment) {
        held.removeIf(h -> h.episodeId().equals(assessment.episodeId()));
        if (held.size() >= HELD_KEPT) {
            held.remove(0);
        }
        held.add(assessment);
    }

    public void decided(String bundleId, List<String> detectors, long at) {
        if (decisions.size() >= DECISIONS_KEPT) {
            decisions.entrySet().stream()
                    .min(Map.Entry.comparingByValue((a, b) -> Long.compare(a.at(), b.at())))
                    .map(Map.Entry::getKey)
                    .ifPresent(decisions::remove);
        }
        decisions.put(bundleId, new Spoken(new ArrayList<>(detectors), at));
    }

    /** Lets go of hours that no mean reaches any more. */
    public void forgetHours(long hourIndex) {
        byHour.keySet().removeIf(h -> h <= hourIndex - HOURS_KEPT);
    }
}
