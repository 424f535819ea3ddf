/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.Family;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/patterns.md} from the code it describes. */
final class PatternReference {
    private final StringBuilder page = new StringBuilder();

    static String write() {
        var reference = new PatternReference();
        reference.line("# Signals, patterns and limits");
        reference.line("");
        reference.line(
                "Generated from `cep-patterns` by `PatternReferenceTest`; do not edit. Renew it with"
                        + " `mvn -pl cep-patterns test -Dfuselink.regenerate`.");
        reference.patterns();
        reference.conclusions();
        reference.signals();
        reference.limits();
        return reference.page.toString();
    }

    private void patterns() {
        section(
                "Patterns",
                "Ordered patterns over the signals about one subject. The level is the highest a"
                        + " finding may reach, before the rules on evidence families.");
        row(
                "Detector",
                "v",
                "Keyed by",
                "Reads",
                "Family",
                "Level",
                "Says",
                "Stages",
                "Within",
                "After a match",
                "Leaves alone");
        rule(11);
        for (var pattern : FraudPatterns.all()) {
            row(
                    code(pattern.id()),
                    pattern.version(),
                    subjects(pattern),
                    reads(pattern),
                    letter(pattern.family()),
                    pattern.levelCap(),
                    pattern.sentence(),
                    stages(pattern),
                    within(pattern.pattern().getWindowSize().orElseThrow()),
                    code(
                            pattern.pattern()
                                    .getAfterMatchSkipStrategy()
                                    .toString()
                                    .replace("{}", "")),
                    pattern.leavesAlone());
        }
    }

    private void conclusions() {
        section("Signals that conclude alone", "All others need a pattern, or company.");
        row("Detector", "v", "Signal", "Family", "Level");
        rule(5);
        for (var conclusion : Conclusions.all()) {
            row(
                    code(conclusion.detector()),
                    conclusion.version(),
                    code(conclusion.code().name()),
                    letter(conclusion.code().family()),
                    conclusion.levelCap());
        }
    }

    private void signals() {
        section(
                "Signals",
                "In the order in which signals of one instant are read. Families: B behaviour,"
                        + " C content, R reports, D device and identity, F funds, A authority.");
        row("Code", "Signature", "Family", "Says");
        rule(4);
        for (var signal : SignalCode.values()) {
            row(
                    code(signal.name()),
                    signal.signature(),
                    letter(signal.family()),
                    signal.sentence());
        }
    }

    private void limits() {
        section(
                "Limits",
                "A policy changes them by name while the job runs. The defaults are priors, not"
                        + " measurements: calibrate them.");
        row("Name", "Default", "Unit", "Says", "Source");
        rule(5);
        for (var limit : Limit.values()) {
            row(
                    code(limit.wireName()),
                    number(limit.defaultValue()),
                    limit.unit(),
                    limit.sentence(),
                    limit.source());
        }
    }

    private void section(String title, String sentence) {
        line("");
        line("## " + title);
        line("");
        line(sentence);
        line("");
    }

    private void row(Object... cells) {
        line("| " + String.join(" | ", Stream.of(cells).map(String::valueOf).toList()) + " |");
    }

    private void rule(int cells) {
        line("|" + "---|".repeat(cells));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String stages(FraudPattern pattern) {
        var names = new ArrayList<String>();
        for (var stage = pattern.pattern(); stage != null; stage = stage.getPrevious()) {
            names.add(stage.getName());
        }
        Collections.reverse(names);
        return String.join(" → ", names);
    }

    private static String subjects(FraudPattern pattern) {
        return pattern.subjectTypes().stream()
                .sorted()
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String reads(FraudPattern pattern) {
        return pattern.reads().stream()
                .sorted()
                .map(signal -> code(signal.name()))
                .collect(Collectors.joining(", "));
    }

    private static String within(Duration window) {
        return window.toHours() > 0 ? window.toHours() + " h" : window.toMinutes() + " min";
    }

    private static String letter(Family family) {
        return String.valueOf(family.letter());
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
