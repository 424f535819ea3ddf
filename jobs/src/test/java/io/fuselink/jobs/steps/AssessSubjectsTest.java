/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Assessment;
import io.fuselink.events.Event;
import io.fuselink.events.Family;
import io.fuselink.events.Feed;
import io.fuselink.events.Finding;
import io.fuselink.events.Ids;
import io.fuselink.events.Instruction;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Proof;
import io.fuselink.events.ProofKind;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.RuleState;
import io.fuselink.events.Subject;
import io.fuselink.jobs.ACall;
import io.fuselink.jobs.AFinding;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the findings about one number amount to, and whom a registered purpose protects. */
class AssessSubjectsTest {
    private static final Subject NUMBER = Subject.number("number", 1);
    private static final int APPROVED_PER_HOUR = 200;

    private StepHarness<Matter, Assessment> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new AssessSubjects(), Matter.class, Matter::subjectKey);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void oneFamilyIsShownAndTwoOpenAnEpisode() throws Exception {
        found(burst(NOON), script(NOON + MINUTE));

        assertThat(step.told()).extracting(Assessment::level).containsExactly(1, 3);
        assertThat(step.told()).extracting(Assessment::families).containsExactly("B", "BC");
        assertThat(step.told().get(0).episodeId()).isNull();
        assertThat(last().episodeId()).isEqualTo(Ids.episode(NUMBER, NOON + MINUTE));
        assertThat(last().detectors()).containsExactly("stranger-burst", "script-suspicious");
    }

    @Test
    void theReasonNamesTheLimitAndTheSmallestChange() throws Exception {
        found(burst(NOON));

        assertThat(last().reasons())
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.value()).isEqualTo(50);
                            assertThat(reason.limit()).isEqualTo(40);
                            assertThat(reason.smallestChange()).isEqualTo(10);
                        });
    }

    @Test
    void whatIsAlreadyKnownIsNotSaidAgain() throws Exception {
        found(burst(NOON), burst(NOON + HOUR), burst(NOON + HOUR));

        assertThat(step.told()).hasSize(1);
        assertThat(step.counted("finding.stranger-burst")).isEqualTo(2);
    }

    @Test
    void anEpisodeLastsWhileItIsNotQuietForSixHours() throws Exception {
        found(
                burst(NOON),
                script(NOON),
                reports(NOON + 6 * HOUR),
                device(NOON + 12 * HOUR + MINUTE));

        var episodes = step.told().stream().filter(a -> a.level() >= 2).toList();
        assertThat(episodes)
                .extracting(Assessment::episodeStart)
                .containsExactly(NOON, NOON, NOON + 12 * HOUR + MINUTE);
        assertThat(episodes.get(1).episodeId()).isEqualTo(episodes.get(0).episodeId());
        assertThat(episodes.get(2).episodeId()).isNotEqualTo(episodes.get(0).episodeId());
    }

    @Test
    void findingsCountForADay() throws Exception {
        found(burst(NOON), script(NOON + DAY));

        assertThat(last().level()).isEqualTo(1);
        assertThat(last().families()).isEqualTo("C");
    }

    @Test
    void anOfficialLineIsNeverTakenAboveATag() throws Exception {
        var hotline =
                ACall.of("c1", NUMBER.tk(), "customer")
                        .setUpFrom(NumberClass.CALLCENTRE_95, NOON - HOUR);
        assertThat(Routing.byOfficialLine(hotline)).isTrue();
        step.tell(Routing.officialLine(hotline));
        found(burst(NOON), script(NOON));

        assertThat(last().rawLevel()).isGreaterThan(1);
        assertThat(last().level()).isEqualTo(1);
        assertThat(last().suppressedBy()).contains("official");
    }

    @Test
    void theNextHolderOfANumberInheritsNothing() throws Exception {
        var opened = Told.opened(NUMBER.tk(), 2, NOON + HOUR);
        assertThat(Routing.changesHolder(opened)).isTrue();
        step.tell(Routing.holderMatter(opened));
        found(burst(NOON), script(NOON), reports(NOON + 2 * HOUR));

        var before = step.told().get(step.told().size() - 2);
        assertThat(before.epoch()).isEqualTo(1);
        assertThat(before.level()).isGreaterThanOrEqualTo(2);
        assertThat(last().epoch()).isEqualTo(2);
        assertThat(last().families()).isEqualTo("R");
        assertThat(last().episodeId()).isNotEqualTo(before.episodeId());
    }

    @Test
    void aHospitalInsideItsApprovedLimitIsSpared() throws Exception {
        step.tell(registered(NOON - DAY, NOON + DAY));
        found(burst(NOON));

        assertThat(last().level()).isZero();
        assertThat(last().rawLevel()).isEqualTo(1);
        assertThat(last().suppressedBy()).contains("200").contains("HEALTH");
        assertThat(last().protectedSubject()).isTrue();
    }

    @Test
    void aHospitalBeyondItsLimitIsShown() throws Exception {
        step.tell(registered(NOON - DAY, NOON + DAY));
        found(AFinding.about(NUMBER, "stranger-burst", Family.BEHAVIOUR, 2, NOON, 201));

        assertThat(last().level()).isEqualTo(1);
    }

    @Test
    void aRegisteredNumberIsNeverTakenAboveATag() throws Exception {
        step.tell(registered(NOON - DAY, NOON + DAY));
        found(burst(NOON), script(NOON + MINUTE));

        assertThat(last().rawLevel()).isEqualTo(3);
        assertThat(last().level()).isEqualTo(1);
        assertThat(last().episodeId()).isNull();
        assertThat(last().suppressedBy()).contains("two approvers");
    }

    @Test
    void anEndedPurposeProtectsNobody() throws Exception {
        step.tell(registered(NOON - DAY, NOON));
        found(burst(NOON), script(NOON + MINUTE));

        assertThat(last().level()).isEqualTo(3);
        assertThat(last().protectedSubject()).isFalse();
    }

    @Test
    void aDetectorInShadowIsCountedAndDoesNotCount() throws Exception {
        step.policy(
                Told.policy(
                        1,
                        NOON,
                        Map.of(),
                        Map.of(
                                "script-suspicious", RuleState.SHADOW,
                                "static-goip", RuleState.OFF)));
        found(script(NOON - MINUTE), burst(NOON), script(NOON + MINUTE), device(NOON + MINUTE));

        assertThat(step.told()).extracting(Assessment::families).containsExactly("C", "BC");
        assertThat(step.counted("detector.SHADOW.script-suspicious")).isEqualTo(1);
        assertThat(step.counted("detector.OFF.static-goip")).isEqualTo(1);
        assertThat(step.counted("finding.script-suspicious")).isEqualTo(1);
    }

    @Test
    void anAuthorityReachesFourAndNamesTheCase() throws Exception {
        found(AFinding.about(NUMBER, "police-push", Family.AUTHORITY, 4, NOON, 1));

        assertThat(last().level()).isEqualTo(4);
        assertThat(last().caseId()).isEqualTo("case-7");
    }

    @Test
    void purposesAreAccountedFor() throws Exception {
        var purpose = registered(NOON, NOON + DAY);
        step.tell(purpose, purpose).until(NOON + HOUR).tell(purpose);

        assertThat(step.accounted(Outcome.PROCESSED, Feed.PURPOSES)).isEqualTo(1);
        assertThat(step.accounted(Outcome.DUPLICATE, Feed.PURPOSES)).isEqualTo(1);
        assertThat(step.accounted(Outcome.LATE, Feed.PURPOSES)).isEqualTo(1);
    }

    @Test
    void anEpisodeSurvivesARestart() throws Exception {
        step.tell(matters(burst(NOON), script(NOON))).until(NOON).restart();
        found(reports(NOON + HOUR));

        assertThat(last().families()).isEqualTo("BCR");
        assertThat(last().episodeId()).isEqualTo(Ids.episode(NUMBER, NOON));
    }

    @Test
    void aDayAfterTheLastFindingAndTheLastPurposeNothingIsRemembered() throws Exception {
        step.tell(registered(NOON, NOON + 3 * DAY));
        found(burst(NOON), script(NOON));
        step.until(NOON + 2 * DAY);

        assertThat(step.remembered()).isPositive();

        step.until(NOON + 3 * DAY);

        assertThat(step.remembered()).as("the decision must end with the tenure").isPositive();

        step.until(NOON + 62 * DAY);

        assertThat(step.remembered()).isZero();
    }

    @Test
    void anAuthorityThatLiftsAccusesNobodyAnyMore() throws Exception {
        found(AFinding.about(NUMBER, "police-push", Family.AUTHORITY, 4, NOON, 1));
        var lift = Told.push("lift", Instruction.LIFT, "case-7", NOON + 31 * HOUR, NUMBER.tk());
        var orders = new ArrayList<Event>();
        Routing.throughMiddleNumbers(lift, new ListCollector<>(orders));
        step.tell(orders.stream().map(Routing::orderMatter).toList()).until(NOON + 32 * HOUR);

        assertThat(last().level()).isZero();
        assertThat(last().caseId()).isNull();
    }

    @Test
    void everyDecisionAboutAHolderEndsWithTheTenure() throws Exception {
        found(burst(NOON), script(NOON));
        step.tell(Routing.holderMatter(Told.opened(NUMBER.tk(), 2, NOON + 31 * HOUR)))
                .until(NOON + 32 * HOUR);

        assertThat(step.told(SideOutputs.BREAKER_NEWS))
                .extracting(BreakerNews::bundleId)
                .containsExactly(BreakerNews.bundleOf(last()));
        assertThat(step.told(SideOutputs.PROOFS))
                .extracting(Proof::kind)
                .containsExactly(ProofKind.REISSUE);
    }

    @Test
    void aPaymentIsToldAtOnceWhenTheCallerIsDangerousAndLaterWhenItTurnsOutToBe() throws Exception {
        step.tell(Routing.transferMatter(transfer("early", NOON))).until(NOON);

        assertThat(step.told(SideOutputs.BREAKER_NEWS)).isEmpty();

        step.tell(matters(burst(NOON + MINUTE), script(NOON + MINUTE))).until(NOON + 2 * MINUTE);

        assertThat(step.told(SideOutputs.BREAKER_NEWS)).hasSize(1);

        step.tell(Routing.transferMatter(transfer("late", NOON + 3 * MINUTE)))
                .until(NOON + 3 * MINUTE);

        assertThat(step.told(SideOutputs.BREAKER_NEWS))
                .extracting(BreakerNews::at)
                .containsExactly(NOON + MINUTE, NOON + 3 * MINUTE);
    }

    private static RiskyTransfer transfer(String id, long at) {
        return new RiskyTransfer("victim", "account", "bank", NUMBER.tk(), id, at, at, "mule", 0);
    }

    private void found(Finding... findings) throws Exception {
        step.tell(matters(findings)).until(NOON + 30 * HOUR);
    }

    private static List<Matter> matters(Finding... findings) {
        return List.of(findings).stream().map(Routing::matter).toList();
    }

    private Assessment last() {
        return step.told().get(step.told().size() - 1);
    }

    private static Finding burst(long at) {
        return AFinding.about(NUMBER, "stranger-burst", Family.BEHAVIOUR, 2, at, 50);
    }

    private static Finding script(long at) {
        return AFinding.about(NUMBER, "script-suspicious", Family.CONTENT, 3, at, 50);
    }

    private static Finding reports(long at) {
        return AFinding.about(NUMBER, "reports-converge", Family.REPORTS, 2, at, 50);
    }

    private static Finding device(long at) {
        return AFinding.about(NUMBER, "static-goip", Family.DEVICE, 3, at, 50);
    }

    private static Matter registered(long from, long until) {
        Event purpose =
                Told.purpose("p1", "number", PurposeClass.HEALTH, APPROVED_PER_HOUR, from, until);
        return Routing.purposeMatter(purpose);
    }
}
