/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One side of a call, weighed: each rule once at its freshest, sums per stage, more for every further stage, less for
 * harmless phrases, a tenth for a warning.
 *
 * @param warns a warning was spoken and nothing voided it
 */
record SideScore(double score, boolean warns, List<Hit> hits, Set<Anchor> anchors) {

    private static final int TOP_HITS = 5;
    private static final int STRONG_WEIGHT = 3;

    /** A rule and what is left of its weight. */
    private record Weighed(Hit hit, double weight) {}

    /** Weighs {@code side}, in the order it was spoken; {@code warned} says that the other side warns. */
    static SideScore of(
            List<CallScript.Spoken> side, long nowMs, boolean warned, ScriptLimits limits) {
        boolean warns = warns(side, limits);
        List<Weighed> counted = counted(side, nowMs, limits);
        Set<Anchor> anchors = EnumSet.noneOf(Anchor.class);
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        double sum = 0;
        boolean transfer = false;
        for (Weighed each : counted) {
            sum += each.weight();
            stages.add(each.hit().stage());
            transfer |= each.hit().transferVerb();
            if (each.hit().anchor() != Anchor.NONE && !each.hit().weakAlone()) {
                anchors.add(each.hit().anchor());
            }
        }
        sum += transfer ? limits.transferBonus() : 0;
        sum -= Math.min(limits.legitCap(), legit(side, anchors.isEmpty()));
        double multiplier = 1 + limits.stageBonus() * Math.max(0, stages.size() - 1);
        double score =
                Math.max(0, sum) * multiplier * (warns || warned ? limits.advisoryFactor() : 1);
        List<Hit> hits = counted.stream().map(Weighed::hit).toList();
        return new SideScore(score, warns, hits, anchors);
    }

    /** In order of first appearance. */
    List<Stage> stages() {
        return hits.stream().map(Hit::stage).distinct().toList();
    }

    ScriptVerdict verdict(ScriptVerdict.Verdict verdict) {
        List<String> stages = stages().stream().map(Stage::name).toList();
        List<Hit> top =
                hits.stream()
                        .sorted(Comparator.comparingInt(Hit::weight).reversed())
                        .limit(TOP_HITS)
                        .toList();
        return new ScriptVerdict(
                score,
                stages,
                verdict,
                anchors.stream().map(Anchor::name).toList(),
                top,
                stages.size(),
                !anchors.isEmpty());
    }

    /** Each rule that counts, in order of first appearance, with the weight of its latest appearance. */
    private static List<Weighed> counted(
            List<CallScript.Spoken> side, long nowMs, ScriptLimits limits) {
        Map<String, Weighed> freshest = new LinkedHashMap<>();
        for (CallScript.Spoken spoken : side) {
            double left =
                    Math.pow(
                            0.5,
                            (double) Math.max(0, nowMs - spoken.endMs()) / limits.halfLifeMs());
            for (Hit hit : spoken.hits()) {
                Weighed again = new Weighed(hit, hit.weight() * left);
                freshest.merge(
                        hit.ruleId(),
                        again,
                        (old, late) -> late.weight() > old.weight() ? late : old);
            }
        }
        Set<Stage> spokenStages = EnumSet.noneOf(Stage.class);
        boolean strong = false;
        for (Weighed each : freshest.values()) {
            if (each.hit().needsStages().isEmpty()) {
                spokenStages.add(each.hit().stage());
            }
            strong |= !each.hit().weakAlone() && each.hit().weight() >= STRONG_WEIGHT;
        }
        List<Weighed> counted = new ArrayList<>(freshest.size());
        for (Weighed each : freshest.values()) {
            List<Stage> needs = each.hit().needsStages();
            if (needs.isEmpty() || needs.stream().anyMatch(spokenStages::contains)) {
                boolean half = each.hit().weakAlone() && !strong;
                counted.add(half ? new Weighed(each.hit(), each.weight() / 2) : each);
            }
        }
        return counted;
    }

    private static boolean warns(List<CallScript.Spoken> side, ScriptLimits limits) {
        return side.stream().anyMatch(CallScript.Spoken::advisory)
                && side.stream()
                        .noneMatch(spoken -> spoken.breaker() && followed(spoken, side, limits));
    }

    /** Whether an instruction (to hand over control or money) comes with the breaker or soon after it. */
    private static boolean followed(
            CallScript.Spoken breaker, List<CallScript.Spoken> side, ScriptLimits limits) {
        for (CallScript.Spoken spoken : side) {
            long later = spoken.beginMs() - breaker.beginMs();
            if (later >= 0 && later <= limits.breakerWindowMs() && instructs(spoken)) {
                return true;
            }
        }
        return false;
    }

    private static boolean instructs(CallScript.Spoken spoken) {
        for (Hit hit : spoken.hits()) {
            if (hit.stage() == Stage.STEER
                    || hit.stage() == Stage.TRANSFER
                    || hit.stage() == Stage.HARVEST) {
                return true;
            }
        }
        return false;
    }

    private static double legit(List<CallScript.Spoken> side, boolean noAnchor) {
        return side.stream()
                .mapToInt(spoken -> spoken.legit() + (noAnchor ? spoken.legitUnlessAnchor() : 0))
                .sum();
    }
}
