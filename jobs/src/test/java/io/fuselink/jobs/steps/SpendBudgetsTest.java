/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Appeal;
import io.fuselink.events.Assessment;
import io.fuselink.events.Decision;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Page;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.events.Verb;
import io.fuselink.jobs.AnAssessment;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The breaker's own breaker: what cries too often, or wrongly, is shown and no longer acts. */
class SpendBudgetsTest {
    private StepHarness<BudgetNews, Assessment> step;

    @BeforeEach
    void allowThreeAnHour() throws Exception {
        step = StepHarness.of(new SpendBudgets(), BudgetNews.class, SpendBudgets::key);
        step.policy(
                Told.policy(
                        1,
                        NOON - 10 * DAY,
                        Map.of(Limit.BUDGET_ACTIONABLE_1H.wireName(), 3.0),
                        Map.of()));
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void beyondItsBudgetADetectorIsHeldBackAndOnePageGoesOut() throws Exception {
        for (var i = 0; i < 5; i++) {
            asks("eager", NOON + i * MINUTE);
        }
        step.until(NOON + 30 * MINUTE);

        assertThat(step.told())
                .extracting(Assessment::allowed)
                .containsExactly(true, true, true, false, false);
        assertThat(step.told().get(3).heldBy()).contains("rule:eager");
        assertThat(pages("BUDGET_SPENT"))
                .singleElement()
                .satisfies(
                        page -> {
                            assertThat(page.message()).contains("eager");
                            assertThat(page.detector()).isEqualTo("eager");
                            assertThat(page.at()).isEqualTo(NOON + 3 * MINUTE);
                        });
    }

    @Test
    void whatWasHeldBackIsOfferedAgainWhenThereIsRoom() throws Exception {
        for (var i = 0; i < 5; i++) {
            asks("eager", NOON + i * MINUTE);
        }
        step.until(NOON + HOUR);

        var again = step.told().subList(5, 7);
        assertThat(again).allMatch(Assessment::allowed);
        assertThat(again).extracting(Assessment::at).containsOnly(NOON + HOUR);
        assertThat(again.get(0).heldBy()).as("it stays on record").contains("rule:eager");
        assertThat(step.counted("budget.offered-again")).isEqualTo(2);
    }

    @Test
    void everyDetectorSpendsItsOwn() throws Exception {
        for (var i = 0; i < 3; i++) {
            asks("eager", NOON + i * MINUTE);
            asks("quiet", NOON + i * MINUTE);
        }
        step.until(NOON + 30 * MINUTE);

        assertThat(step.told()).hasSize(6).allMatch(Assessment::allowed);
    }

    @Test
    void anEpisodeThatActsAlreadySpendsNothingMore() throws Exception {
        for (var i = 0; i < 5; i++) {
            tell(AnAssessment.of(3, "one-number", NOON + i * MINUTE, "eager", null));
        }
        step.until(NOON + 30 * MINUTE);

        assertThat(step.told()).hasSize(5).allMatch(Assessment::allowed);
    }

    @Test
    void aProvinceHasABudgetOfItsOwnWhicheverRuleSpeaks() throws Exception {
        step.policy(
                Told.policy(2, NOON, Map.of(Limit.BUDGET_PROVINCE_1H.wireName(), 2.0), Map.of()));
        for (var i = 0; i < 3; i++) {
            tell(ofProvince("44", "n" + i, NOON + i, "rule-" + i));
        }
        tell(ofProvince("11", "other", NOON + 3, "rule-0"));
        step.until(NOON + MINUTE);

        assertThat(step.told()).allMatch(Assessment::allowed);
        assertThat(step.told())
                .as("beyond it numbers are tagged, and nothing more")
                .extracting(Assessment::tagsOnly)
                .containsExactly(false, false, true, false);
        assertThat(pages("BUDGET_SPENT")).extracting(Page::scope).containsExactly("province:44");
    }

    @Test
    void aRangeHasABudgetOfItsOwnInsideItsProvince() throws Exception {
        step.policy(Told.policy(2, NOON, Map.of(Limit.BUDGET_RANGE_1H.wireName(), 1.0), Map.of()));
        tell(ofProvince("44", "n1", NOON, "rule-1"));
        tell(ofProvince("44", "n2", NOON + 1, "rule-2"));
        step.until(NOON + MINUTE);

        assertThat(pages("BUDGET_SPENT"))
                .extracting(Page::scope)
                .containsExactly("range:MOBILE/44");
    }

    @Test
    void theWholeHasABudgetOfAnHourToo() throws Exception {
        step.policy(Told.policy(2, NOON, Map.of(Limit.BUDGET_ALL_1H.wireName(), 2.0), Map.of()));
        for (var i = 0; i < 3; i++) {
            asks("rule-" + i, NOON + i * 20 * MINUTE);
        }
        step.until(NOON + 45 * MINUTE);

        assertThat(step.told())
                .extracting(Assessment::tagsOnly)
                .containsExactly(false, false, true);
    }

    /** Two percent of 400 numbers are eight. */
    @Test
    void ofAnEnterprisesNumbersOnlyAShareIsActedOnInADay() throws Exception {
        step.policy(generous());
        for (var i = 0; i < 400; i++) {
            step.tell(BudgetNews.lookedAt(looked("n" + i, "44", "pool-1")));
        }
        for (var i = 0; i < 10; i++) {
            tell(about("n" + i, NOON + i * MINUTE).homeIn("44").ofLease("pool-1").told());
        }
        step.until(NOON + 20 * MINUTE);

        assertThat(step.told().stream().filter(a -> !a.tagsOnly())).hasSize(8);
        assertThat(pages("BUDGET_SPENT"))
                .singleElement()
                .satisfies(page -> assertThat(page.scope()).contains("pool-1"))
                .satisfies(page -> assertThat(page.limit()).isEqualTo(8));
    }

    @Test
    void whoPlacesForgedCallsByTheHundredCannotSpendWhatStandsAgainstOthers() throws Exception {
        step.policy(Told.policy(2, NOON, Map.of(Limit.BUDGET_ALL_10M.wireName(), 2.0), Map.of()));
        for (var i = 0; i < 3; i++) {
            var call = Subject.of(SubjectType.CALL, "call-" + i);
            tell(AnAssessment.about(call, 2, NOON + i).by("forged-call").told());
        }
        asks("eager", NOON + MINUTE);
        step.until(NOON + 2 * MINUTE);

        assertThat(step.told())
                .hasSize(4)
                .allMatch(Assessment::allowed)
                .noneMatch(Assessment::tagsOnly);
    }

    @Test
    void theWholeHasABudgetOfTenMinutes() throws Exception {
        step.policy(Told.policy(2, NOON, Map.of(Limit.BUDGET_ALL_10M.wireName(), 2.0), Map.of()));
        for (var i = 0; i < 3; i++) {
            asks("rule-" + i, NOON + i * MINUTE);
        }
        asks("rule-3", NOON + 11 * MINUTE);
        step.until(NOON + 12 * MINUTE);

        assertThat(step.told())
                .extracting(Assessment::tagsOnly)
                .containsExactly(false, false, true, false);
    }

    /** Tags are told to people too: a rule that cries all the time must not tag a city. */
    @Test
    void tagsSpendTheirRulesBudgetAndBeyondItNothingIsLeft() throws Exception {
        step.policy(
                Told.policy(
                        2,
                        NOON,
                        Map.of(
                                Limit.BUDGET_ACTIONABLE_1H.wireName(), 3.0,
                                Limit.BUDGET_ALL_10M.wireName(), 1.0),
                        Map.of()));
        for (var i = 0; i < 5; i++) {
            asks("eager", NOON + i);
        }
        step.until(NOON + MINUTE);

        assertThat(step.told())
                .extracting(Assessment::allowed, Assessment::tagsOnly)
                .containsExactly(
                        tuple(true, false),
                        tuple(true, true),
                        tuple(true, true),
                        tuple(false, false),
                        tuple(false, false));
        assertThat(step.counted("budget.tagged")).isEqualTo(2);
    }

    @Test
    void whatWasOnlyTaggedActsOnceThereIsRoom() throws Exception {
        step.policy(Told.policy(2, NOON, Map.of(Limit.BUDGET_ALL_10M.wireName(), 1.0), Map.of()));
        asks("rule-1", NOON);
        var tagged = asks("rule-2", NOON + 1);
        step.until(NOON + HOUR);

        assertThat(step.told().stream().filter(a -> a.id().equals(tagged.id())))
                .extracting(Assessment::tagsOnly, Assessment::at)
                .containsExactly(tuple(true, NOON + 1), tuple(false, NOON + HOUR));
    }

    @Test
    void aLeaseCannotBeTaggedAndIsHeldBack() throws Exception {
        step.policy(Told.policy(2, NOON, Map.of(Limit.BUDGET_ALL_10M.wireName(), 1.0), Map.of()));
        asks("rule-1", NOON);
        tell(AnAssessment.about(Subject.of(SubjectType.LEASE, "pool"), 2, NOON + 1).told());
        step.until(NOON + MINUTE);

        assertThat(step.told()).extracting(Assessment::allowed).containsExactly(true, false);
    }

    @Test
    void threeTimesTheUsualOfTheHourIsASurgeAndNumbersAreOnlyTagged() throws Exception {
        step.policy(
                Told.policy(
                        2,
                        NOON - 9 * DAY,
                        Map.of(
                                Limit.BUDGET_ACTIONABLE_1H.wireName(), 1_000.0,
                                Limit.BUDGET_SURGE_FROM.wireName(), 5.0),
                        Map.of()));
        for (var day = 4; day >= 1; day--) {
            for (var i = 0; i < 4; i++) {
                asks("rule", NOON - day * DAY + i * MINUTE);
            }
        }
        for (var i = 0; i < 14; i++) {
            asks("rule", NOON + i * MINUTE);
        }
        tell(AnAssessment.of(4, "ordered", NOON + 20 * MINUTE, "police-push", "case-1"));
        step.until(NOON + 30 * MINUTE);

        var today = step.told().stream().filter(a -> a.at() >= NOON).toList();
        assertThat(today.subList(0, 12)).noneMatch(Assessment::tagsOnly);
        assertThat(today.subList(12, 14)).allMatch(Assessment::tagsOnly);
        assertThat(today.get(14).tagsOnly()).as("an authority is always obeyed").isFalse();
        assertThat(pages("SURGE")).hasSize(1);
    }

    @Test
    void aRuleThatIsTooOftenWrongIsDisarmedAndSaysSo() throws Exception {
        step.policy(generous());
        for (var i = 0; i < 12; i++) {
            var asked = asks("careless", NOON + i * MINUTE);
            decides(asked, i < 6 ? Verb.CONFIRM_WRONG : Verb.CONFIRM_FRAUD, NOON + i * MINUTE + 1);
        }
        step.until(NOON + 15 * MINUTE);

        assertThat(pages("RULE_DISARMED"))
                .singleElement()
                .satisfies(page -> assertThat(page.message()).contains("careless", "SHADOW"));

        asks("careless", NOON + 20 * MINUTE);
        asks("careful", NOON + 20 * MINUTE);
        step.until(NOON + 21 * MINUTE);

        var told = step.told();
        assertThat(told.subList(told.size() - 2, told.size()))
                .extracting(a -> a.detectors().get(0), Assessment::allowed)
                .containsExactlyInAnyOrder(tuple("careless", false), tuple("careful", true));

        asks("careless", NOON + 26 * HOUR);
        step.until(NOON + 26 * HOUR + MINUTE);

        assertThat(step.told().get(step.told().size() - 1).allowed()).isTrue();
    }

    @Test
    void aRuleThatIsMostlyRightIsNot() throws Exception {
        step.policy(generous());
        for (var i = 0; i < 20; i++) {
            var asked = asks("careful", NOON + i * MINUTE);
            decides(asked, i == 3 ? Verb.CONFIRM_WRONG : Verb.CONFIRM_FRAUD, NOON + i * MINUTE + 1);
        }
        step.until(NOON + 30 * MINUTE);

        assertThat(pages("RULE_DISARMED")).isEmpty();
    }

    @Test
    void tooManyAppealsUpheldLeaveOnlyTagsForAnHour() throws Exception {
        step.policy(generous());
        for (var i = 0; i < 10; i++) {
            var asked = asks("rule-" + i, NOON + i * MINUTE);
            step.tell(BudgetNews.said(appeal(asked, NOON + i * MINUTE + 1)));
            decides(asked, i < 3 ? Verb.CONFIRM_WRONG : Verb.CONFIRM_FRAUD, NOON + i * MINUTE + 2);
        }
        asks("rule-11", NOON + 12 * MINUTE);
        step.until(NOON + 15 * MINUTE);

        assertThat(pages("APPEALS_UPHELD")).hasSize(1);
        assertThat(step.told().get(step.told().size() - 1).tagsOnly()).isTrue();
    }

    @Test
    void aProvinceThatIsHitFarMoreOftenThanAllIsPagedAndOnlyTaggedForAnHour() throws Exception {
        step.policy(generous());
        for (var i = 0; i < 2_000; i++) {
            step.tell(BudgetNews.lookedAt(looked("n" + i, i % 10 == 0 ? "44" : "11")));
        }
        for (var i = 0; i < 8; i++) {
            tell(ofProvince("44", "n" + i, NOON + i, "rule"));
        }
        step.until(NOON + HOUR);

        assertThat(pages("UNFAIR")).extracting(Page::scope).containsExactly("province:44");

        tell(ofProvince("44", "n8", NOON + HOUR + MINUTE, "rule"));
        tell(ofProvince("11", "n1", NOON + HOUR + 2 * MINUTE, "rule"));
        tell(ofProvince("44", "n9", NOON + 3 * HOUR, "rule"));
        step.until(NOON + 3 * HOUR);

        assertThat(step.told().stream().filter(a -> a.episodeStart() > NOON + HOUR))
                .filteredOn(a -> a.heldBy() == null || a.tagsOnly())
                .extracting(Assessment::subjectTk, Assessment::tagsOnly)
                .containsExactly(tuple("n8", true), tuple("n1", false), tuple("n9", false));
    }

    @Test
    void whatDoesNotActOrComesFromAnAuthoritySpendsNothing() throws Exception {
        for (var i = 0; i < 5; i++) {
            var at = NOON + i * MINUTE;
            tell(AnAssessment.of(1, "shown-" + i, at, "eager", null));
            tell(AnAssessment.of(4, "ordered-" + i, at, "eager", "case-" + i));
        }
        asks("eager", NOON + 6 * MINUTE);
        step.until(NOON + HOUR);

        assertThat(step.told()).hasSize(11).allMatch(Assessment::allowed);
        assertThat(step.told(SideOutputs.PAGES)).isEmpty();
    }

    @Test
    void whatComesTooLateIsShownButDoesNotAct() throws Exception {
        step.until(NOON + HOUR);
        asks("eager", NOON + MINUTE);

        assertThat(step.told()).extracting(Assessment::allowed).containsExactly(false);
        assertThat(step.counted("budget-news.LATE")).isEqualTo(1);
    }

    @Test
    void aRestartForgetsNeitherWhatWasSpentNorWhatIsHeld() throws Exception {
        for (var i = 0; i < 4; i++) {
            asks("eager", NOON + i * MINUTE);
        }
        step.until(NOON + 10 * MINUTE).restart();
        asks("eager", NOON + 20 * MINUTE);
        step.until(NOON + HOUR);

        assertThat(step.told())
                .extracting(Assessment::allowed)
                .containsExactly(true, true, true, false, false, true, true);
    }

    private static io.fuselink.events.PolicyVersion generous() {
        return Told.policy(
                2,
                NOON - 9 * DAY,
                Map.of(Limit.BUDGET_ACTIONABLE_1H.wireName(), 1_000.0),
                Map.of());
    }

    private Assessment asks(String detector, long at) throws Exception {
        var assessment = AnAssessment.of(3, "number-" + detector + at, at, detector, null);
        tell(assessment);
        return assessment;
    }

    private void tell(Assessment assessment) throws Exception {
        step.tell(BudgetNews.asking(assessment));
    }

    private void decides(Assessment about, Verb verb, long at) throws Exception {
        var id = "decision-" + about.id();
        var decision =
                new Decision(id, BreakerNews.bundleOf(about), null, verb, "officer", "seen", at);
        step.tell(BudgetNews.said(Told.event(id, at, decision)));
    }

    private static io.fuselink.events.Event appeal(Assessment about, long at) {
        var id = "appeal-" + about.id();
        return Told.event(
                id,
                at,
                new Appeal(
                        id,
                        BreakerNews.bundleOf(about),
                        null,
                        about.subjectTk(),
                        "hotline",
                        at,
                        null));
    }

    private static Particulars looked(String number, String province) {
        return looked(number, province, null);
    }

    private static Particulars looked(String number, String province, String lease) {
        return new Particulars(
                number, 1, NumberClass.MOBILE, province, List.of(), null, null, null, NOON, lease);
    }

    private static Assessment ofProvince(String province, String number, long at, String rule) {
        return about(number, at).homeIn(province).by(rule).told();
    }

    private static AnAssessment about(String number, long at) {
        return AnAssessment.about(Subject.number(number, 1), 3, at);
    }

    private List<Page> pages(String kind) {
        return step.told(SideOutputs.PAGES).stream().filter(p -> p.kind().equals(kind)).toList();
    }
}
