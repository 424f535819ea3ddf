/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.AFinding;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far which evidence reaches. */
class LevelRulesTest {

    /** Each letter is one finding of that family; all with the same cap. */
    @ParameterizedTest(name = "{0} with cap {1} reaches {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    B,    3, 1, frequency alone
                    BBBB, 4, 1, much frequency alone
                    C,    3, 1, one script alone
                    CC,   4, 1, one family however often
                    D,    3, 1, one device alone
                    R,    3, 1, a report alone
                    F,    3, 1, funds alone
                    BF,   3, 2, two soft families
                    BC,   3, 3, behaviour and words
                    BD,   3, 3, behaviour and a device
                    BR,   3, 3, behaviour and reports
                    BC,   2, 2, never above the detectors' cap
                    BC,   1, 1, never above the detectors' cap
                    BCRDF,4, 3, all families but no authority
                    A,    4, 4, an authority
                    BA,   4, 4, an authority in company
                    """)
    void familiesDecide(String letters, int cap, int level, String story) {
        assertThat(LevelRules.level(SubjectType.NUMBER, findings(letters, cap)))
                .as(story)
                .isEqualTo(level);
    }

    @Test
    void nothingFoundIsLevelZero() {
        assertThat(LevelRules.level(SubjectType.NUMBER, List.of())).isZero();
    }

    @Test
    void convergingReportsReachATagAlone() {
        var reports = List.of(AFinding.of("reports-converge", Family.REPORTS, 2));

        assertThat(LevelRules.level(SubjectType.NUMBER, reports)).isEqualTo(2);
    }

    @Test
    void whoSellsIsTaggedHoweverBusyAndHoweverOftenReportedForIt() {
        var seller =
                List.of(
                        AFinding.of("number-model", Family.BEHAVIOUR, 2),
                        AFinding.of("marketing-reports", Family.REPORTS, 1));

        assertThat(LevelRules.level(SubjectType.NUMBER, seller)).isEqualTo(1);
    }

    @Test
    void aVoiceTakenForAnotherBearsOthersOutAndTakesNobodysTelephoneAway() {
        var voice = AFinding.of("shared-voice", Family.DEVICE, 1);
        var busy = AFinding.of("stranger-burst", Family.BEHAVIOUR, 2);
        var words = AFinding.of("isolate-and-steer", Family.CONTENT, 3);

        assertThat(LevelRules.level(SubjectType.NUMBER, List.of(voice))).isEqualTo(1);
        assertThat(LevelRules.level(SubjectType.NUMBER, List.of(voice, busy))).isEqualTo(2);
        assertThat(LevelRules.level(SubjectType.NUMBER, List.of(voice, words))).isEqualTo(2);
        assertThat(LevelRules.level(SubjectType.NUMBER, List.of(voice, words, busy))).isEqualTo(3);
    }

    @Test
    void aScoreThatNeedsBothDeedsAndWordsAddsNoFamilyToEither() {
        var mixed = AFinding.of("number-model", Family.CONTENT, 2);
        var deeds = AFinding.of("stranger-burst", Family.BEHAVIOUR, 3);
        var words = AFinding.of("script-suspicious", Family.CONTENT, 3);

        assertThat(LevelRules.letters(List.of(mixed))).isEqualTo("C");
        assertThat(LevelRules.level(SubjectType.NUMBER, List.of(mixed, deeds))).isEqualTo(1);
        assertThat(LevelRules.level(SubjectType.NUMBER, List.of(mixed, words))).isEqualTo(1);
        assertThat(LevelRules.level(SubjectType.NUMBER, List.of(mixed, deeds, words))).isEqualTo(3);
    }

    @Test
    void thePatternsOwnEvidenceCountsAsFamilies() {
        var pattern = AFinding.of("relay", Family.BEHAVIOUR, 3);
        var words = AFinding.of("script", Family.CONTENT, 3).evidence();
        var mixed =
                new Finding(
                        pattern.id(),
                        pattern.detector(),
                        1,
                        pattern.subjectType(),
                        pattern.subjectTk(),
                        1,
                        Family.BEHAVIOUR,
                        3,
                        0.7,
                        1,
                        NOON,
                        NOON,
                        words,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        0,
                        null,
                        null,
                        null);

        assertThat(LevelRules.level(SubjectType.NUMBER, List.of(mixed))).isEqualTo(3);
        assertThat(LevelRules.letters(List.of(mixed))).isEqualTo("BC");
    }

    @Property(tries = 200)
    void aVictimIsNeverActedAgainst(@ForAll @Size(min = 1, max = 6) List<Family> families) {
        var victim = Subject.of(SubjectType.VICTIM, "victim");
        var findings = new ArrayList<Finding>();
        for (var family : families) {
            findings.add(AFinding.about(victim, "detector-" + family, family, 4, NOON, 50));
        }

        assertThat(LevelRules.level(SubjectType.VICTIM, findings)).isEqualTo(1);
    }

    @Property(tries = 200)
    void oneFamilyNeverReachesThreeAndOnlyAuthorityReachesFour(
            @ForAll @Size(min = 1, max = 6) List<Family> families,
            @ForAll @IntRange(min = 0, max = 4) int cap) {
        var findings = families.stream().map(f -> AFinding.of("detector-" + f, f, cap)).toList();
        var level = LevelRules.level(SubjectType.NUMBER, findings);

        assertThat(level).isLessThanOrEqualTo(cap);
        if (!families.contains(Family.AUTHORITY)) {
            assertThat(level)
                    .isLessThanOrEqualTo(families.stream().distinct().count() == 1 ? 2 : 3);
        }
    }

    private static List<Finding> findings(String letters, int cap) {
        return letters.chars()
                .mapToObj(letter -> AFinding.of("detector", family((char) letter), cap))
                .toList();
    }

    private static Family family(char letter) {
        return List.of(Family.values()).stream()
                .filter(f -> f.letter() == letter)
                .findFirst()
                .orElseThrow();
    }
}
