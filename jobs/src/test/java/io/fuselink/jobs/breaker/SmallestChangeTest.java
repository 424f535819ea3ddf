/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Change;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.AFinding;
import io.fuselink.jobs.Told;
import io.fuselink.patterns.Conclusion;
import io.fuselink.patterns.Conclusions;
import io.fuselink.patterns.Detectors;
import io.fuselink.patterns.Findings;
import io.fuselink.patterns.FraudPattern;
import io.fuselink.patterns.FraudPatterns;
import io.fuselink.patterns.SignalCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would have avoided a decision is computed, and it would have. */
class SmallestChangeTest {
    private static final Subject NUMBER = Subject.number("number", 1);

    @Test
    void theNearestFactThatDecidesIsNamedWithTheNearestValueThatDoesNotPass() {
        var findings =
                List.of(found("burst", Family.BEHAVIOUR, 60), found("goip", Family.DEVICE, 44));

        var changes = SmallestChange.of(SubjectType.NUMBER, findings);

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).detector()).isEqualTo("goip");
        assertThat(changes.get(0).changeTo()).isEqualTo(39);
        assertThat(changes.get(0).levelThen()).isEqualTo(1);
    }

    @Test
    void anAuthoritysWordIsNoValueThatCouldHaveBeenAnother() {
        assertThat(
                        SmallestChange.of(
                                SubjectType.NUMBER,
                                List.of(AFinding.of("police-push", Family.AUTHORITY, 4))))
                .isEmpty();
    }

    static Stream<Conclusion> rules() {
        return Conclusions.all().stream().filter(c -> c.code().family() != Family.AUTHORITY);
    }

    /** Each rule in company that takes it to its cap: the stated change, and no smaller one, undoes it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void changingTheInputByTheStatedAmountFlipsTheDecision(Conclusion rule) {
        var signal = signal(rule.code(), 50, 40);
        var finding = Conclusions.of(signal).orElseThrow();
        var findings = List.of(finding, found("other", other(rule.code().family()), 400));
        var level = LevelRules.level(SubjectType.NUMBER, findings);

        var changes = SmallestChange.of(SubjectType.NUMBER, findings);

        var changed = changed(findings, changes);
        var levelThen = LevelRules.level(SubjectType.NUMBER, changed);
        assertThat(levelThen).isLessThan(level);
        assertThat(levelThen).isEqualTo(changes.get(changes.size() - 1).levelThen());
    }

    static Stream<FraudPattern> patterns() {
        return FraudPatterns.all().stream();
    }

    /** Each ordered pattern with all it reads, in the same company: one fact less and it is not made. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    void aPatternFallsWithTheStatedFactOfItsStory(FraudPattern pattern) {
        var story =
                pattern.reads().stream()
                        .map(code -> signal(code, 50, 40))
                        .sorted(byCode())
                        .toList();
        var finding = Findings.of(pattern, pattern.levelCap(), NUMBER, story);
        var findings = List.of(finding, found("other", other(pattern.family()), 400));
        var level = LevelRules.level(SubjectType.NUMBER, findings);

        var changes = SmallestChange.of(SubjectType.NUMBER, findings);

        var levelThen = LevelRules.level(SubjectType.NUMBER, changed(findings, changes));
        assertThat(changes).isNotEmpty();
        assertThat(levelThen).isLessThan(level);
        assertThat(levelThen).isEqualTo(changes.get(changes.size() - 1).levelThen());
    }

    private static Comparator<io.fuselink.events.Signal> byCode() {
        return Comparator.comparing(io.fuselink.events.Signal::code);
    }

    /** What can speak at all: every rule that concludes alone, every pattern, the models and who orders. */
    @Test
    void noDetectorIsLeftOut() {
        var flipped =
                Stream.concat(rules().map(Conclusion::detector), patterns().map(FraudPattern::id));

        assertThat(Detectors.known())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        flipped,
                                        Stream.of(
                                                Detectors.NUMBER_MODEL,
                                                Detectors.TEXT_MODEL,
                                                "police-push"))
                                .toList());
    }

    @Property(tries = 300)
    void theChangeAlwaysLowersTheLevelAndIsNeverEmptyWithoutAnAuthority(
            @ForAll @Size(min = 1, max = 6) List<Family> families,
            @ForAll @Size(value = 6) List<@IntRange(min = 40, max = 400) Integer> values,
            @ForAll @IntRange(min = 1, max = 4) int cap) {
        var findings = new ArrayList<Finding>();
        for (var i = 0; i < families.size(); i++) {
            findings.add(
                    AFinding.about(
                            NUMBER, "d" + i, families.get(i), cap, Told.NOON, values.get(i)));
        }
        var level = LevelRules.level(SubjectType.NUMBER, findings);
        var changes = SmallestChange.of(SubjectType.NUMBER, findings);

        if (!changes.isEmpty()) {
            assertThat(LevelRules.level(SubjectType.NUMBER, changed(findings, changes)))
                    .isLessThan(level);
        } else {
            assertThat(families).contains(Family.AUTHORITY);
        }
    }

    @Test
    void aValueThatPassedByStayingUnderItsLimitHadToReachIt() {
        assertThat(SmallestChange.justInside(2, 5)).isEqualTo(6);
        assertThat(SmallestChange.justInside(0.03, 0.05)).isGreaterThan(0.05);
        assertThat(SmallestChange.justInside(0.9, 0.8)).isLessThan(0.8);
        assertThat(SmallestChange.justInside(3, 3)).isEqualTo(2);
    }

    /** The findings that would have been made had the values been those. */
    private static List<Finding> changed(List<Finding> findings, List<Change> changes) {
        return findings.stream()
                .filter(
                        f ->
                                f.evidence().stream()
                                        .noneMatch(
                                                e ->
                                                        changes.stream()
                                                                .anyMatch(
                                                                        c ->
                                                                                c.detector()
                                                                                                .equals(
                                                                                                        f
                                                                                                                .detector())
                                                                                        && c.code()
                                                                                                .equals(
                                                                                                        e
                                                                                                                .code())
                                                                                        && c
                                                                                                        .changeTo()
                                                                                                < c
                                                                                                        .limit())))
                .toList();
    }

    private static io.fuselink.events.Signal signal(SignalCode code, double value, double limit) {
        return io.fuselink.events.Signal.of(
                code.name(),
                code.family(),
                NUMBER,
                value,
                limit,
                Told.NOON,
                Told.NOON,
                0,
                List.of("e1"));
    }

    private static Family other(Family family) {
        return family == Family.CONTENT ? Family.DEVICE : Family.CONTENT;
    }

    private static Finding found(String detector, Family family, double value) {
        return AFinding.about(NUMBER, detector, family, 3, Told.NOON, value);
    }
}
