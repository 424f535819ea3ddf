/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.ActionType;
import io.fuselink.events.Feed;
import io.fuselink.events.LegState;
import io.fuselink.events.Page;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The golden scenarios, told to the whole topology all in one day: as a stream and as a batch, by one
 * task and by two, which must all come to the same. What a scenario asks for is read off the batch.
 */
class GoldenScenariosITCase {
    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir static Path folder;

    private static Tellings tellings;
    private static Outcome outcome;

    @BeforeAll
    static void tellAllStories() throws Exception {
        tellings = Tellings.of(Stories.ALL, folder);
        outcome = tellings.outcome();
    }

    @Test
    void streamAndBatchAndAnyParallelismComeToTheSame() {
        tellings.areTheSame();
        assertThat(outcome.ids()).hasSizeGreaterThan(30);
    }

    @Test
    void g01ALawyerWhoRingsOneLandlineTwentyTimesFromAnotherProvinceIsLeftAlone() {
        nothingIsSaidOf(Stories.LAWYER);
    }

    @Test
    void g02ACourierWith120CallsInsideBindingsIsLeftAlone() {
        nothingIsSaidOf(Stories.COURIER);
    }

    @Test
    void g03ADriverWhoCallsSixtyStrangersEachInsideARideIsLeftAlone() {
        nothingIsSaidOf(Stories.DRIVER);
    }

    @Test
    void g04TwelveCardsInOneDeviceThatNobodyCallsAreProposedForABlockThatAPersonDecides() {
        var goip = outcome.of(Stories.STATIC_GOIP);

        assertThat(goip.level(SubjectType.DEVICE)).isEqualTo(3);
        assertThat(goip.everyStateOf(ActionType.BLOCK))
                .contains(LegState.PENDING_HUMAN)
                .doesNotContain(LegState.AUTO_APPROVED, LegState.APPROVED, LegState.ISSUED);
    }

    @Test
    void g05SixCardsThatDriveTogetherAreOneCampaignAndABlockIsProposedThatAPersonDecides() {
        var vehicle = outcome.of(Stories.VEHICLE_GOIP);
        var campaigns =
                vehicle.assessments().stream()
                        .filter(a -> a.subjectType() == SubjectType.CAMPAIGN)
                        .toList();

        assertThat(campaigns)
                .extracting(a -> a.subjectTk())
                .containsOnly(campaigns.get(0).subjectTk());
        assertThat(campaigns).anyMatch(a -> a.level() == 3 && a.members().size() == 6);
        assertThat(vehicle.everyStateOf(ActionType.BLOCK))
                .contains(LegState.PENDING_HUMAN)
                .doesNotContain(LegState.AUTO_APPROVED, LegState.APPROVED, LegState.ISSUED);
    }

    @Test
    void g06APoolThatTakesTurnsIsThrottledAsAPoolAndNoneOfItsPoliteNumbersIsBlocked() {
        var pool = outcome.of(Stories.ROTATION);

        assertThat(pool.level(SubjectType.TRUNK)).isEqualTo(2);
        assertThat(pool.level(SubjectType.NUMBER)).isLessThan(2);
        assertThat(pool.targets()).containsExactly(Stories.ROTATION.the("trunk"));
        assertThat(pool.everyStateOf(ActionType.BLOCK)).isEmpty();
    }

    @Test
    void g07AVictimHandedFromOneImpostorToTheNextIsWarnedAndOnlyTheImpostorIsActedAgainst() {
        var relay = outcome.of(Stories.RELAY);

        assertThat(relay.levelOf(Stories.RELAY.the("officer"))).isGreaterThanOrEqualTo(2);
        assertThat(relay.level(SubjectType.VICTIM)).isEqualTo(1);
        assertThat(relay.newest())
                .filteredOn(leg -> leg.targetTk().equals(Stories.RELAY.the("victim")))
                .allMatch(leg -> leg.action() == ActionType.WARN);
    }

    @Test
    void g08ASafeAccountCallAndThenATransferAskForABlockAndForStoppingThePayment() {
        var call = outcome.of(Stories.SAFE_ACCOUNT);

        assertThat(call.levelOf(Stories.SAFE_ACCOUNT.the("officer"))).isEqualTo(3);
        assertThat(call.everyStateOf(ActionType.HOLD_SUGGEST)).contains(LegState.ISSUED);
        assertThat(call.everyStateOf(ActionType.FREEZE_REQUEST))
                .as("a request, which an officer passes on: nothing here freezes money")
                .containsOnly(LegState.PROPOSED, LegState.PENDING_HUMAN, LegState.EXPIRED);
        assertThat(call.newest())
                .filteredOn(leg -> leg.action() == ActionType.FREEZE_REQUEST)
                .isNotEmpty()
                .allMatch(leg -> leg.targetTk().equals(Stories.SAFE_ACCOUNT.the("mule")));
    }

    @Test
    void g09ThePoliceWhoWarnOfSafeAccountsAreLeftAlone() {
        nothingIsSaidOf(Stories.POLICE_WARNING);
    }

    @Test
    void g10WhoWarnsInTheirNameAndAsksForATransferIsFound() {
        var crook = outcome.of(Stories.FALSE_WARNING);

        assertThat(crook.detectors()).contains("script-suspicious");
        assertThat(crook.levelOf(Stories.FALSE_WARNING.the("crook"))).isEqualTo(1);
    }

    @Test
    void g11A700NumberOnTheScreenThatNoBindingStandsBehindIsTagged() {
        var crook = outcome.of(Stories.SHOWN_700);

        assertThat(crook.detectors()).containsExactly("spoofed-700");
        assertThat(crook.levelOf(Stories.SHOWN_700.the("crook"))).isEqualTo(1);
        assertThat(crook.legs()).as("nobody is acted against for it").isEmpty();
    }

    @Test
    void g12A110FromAbroadIsBlockedAsACallAndNotAsANumber() {
        var crook = outcome.of(Stories.FALSE_110);

        assertThat(crook.everyStateOf(ActionType.BLOCK)).contains(LegState.ISSUED);
        assertThat(crook.legs())
                .allMatch(leg -> leg.targetType() == TargetType.CALL_LEG)
                .allMatch(leg -> leg.targetTk().equals(Stories.FALSE_110.the("call-0")));
        assertThat(crook.level(SubjectType.NUMBER)).isZero();
    }

    @Test
    void g13ACdrThatComesAgainTenHoursLaterAsksForNothingTwice() {
        var crook = outcome.of(Stories.LATE_RETRY);

        assertThat(crook.levelOf(Stories.LATE_RETRY.the("crook"))).isEqualTo(2);
        assertThat(crook.bundles())
                .extracting(b -> b.bundleId())
                .containsOnly(crook.bundles().get(0).bundleId());
        assertThat(crook.newest())
                .extracting(leg -> leg.action() + leg.party())
                .doesNotHaveDuplicates();
    }

    @Test
    void g14ThreeNumbersOfOneHouseholdAreOneReporter() {
        var salesman = outcome.of(Stories.HOUSEHOLD);

        assertThat(salesman.detectors()).doesNotContain("reports-converge");
        assertThat(salesman.levelOf(Stories.HOUSEHOLD.the("salesman"))).isZero();
    }

    @Test
    void g15AHospitalInsideItsApprovedHourlyLimitIsLeftAlone() {
        var hospital = outcome.of(Stories.HOSPITAL);

        assertThat(hospital.levelOf(Stories.HOSPITAL.the("desk"))).isZero();
        assertThat(hospital.legs()).isEmpty();
    }

    @Test
    void g17WhoAppealsAndIsVerifiedIsReleasedWithinTenMinutesAndEveryStepIsOnRecord() {
        var neighbour = outcome.of(Stories.APPEAL);
        var throttle = neighbour.newest(ActionType.THROTTLE);

        assertThat(neighbour.levelOf(Stories.APPEAL.the("neighbour"))).isEqualTo(2);
        assertThat(throttle.state()).isEqualTo(LegState.LIFTED);
        assertThat(throttle.closedAt() - throttle.effectiveAt()).isPositive();
        assertThat(throttle.closedAt()).isLessThanOrEqualTo(Story.minute(Stories.VERIFIED + 10));
        assertThat(neighbour.newest()).allMatch(leg -> leg.state().closed());
        assertThat(neighbour.versions(throttle))
                .as("no version is missing")
                .containsExactlyElementsOf(upTo(throttle.version()));
    }

    @Test
    void g18OfSixCardsOfOneDocumentAtMostFiveAreLinkedAndNoneAboveThrottling() {
        var cards = outcome.of(Stories.ONE_DOCUMENT);

        assertThat(cards.levelOf(Stories.ONE_DOCUMENT.the("card-0"))).isEqualTo(2);
        var linked = cards.assessments().stream().filter(a -> a.linkedFrom() != null).toList();
        assertThat(linked).isNotEmpty().allMatch(a -> a.level() <= 2);
        assertThat(linked.stream().map(a -> a.subjectTk()).distinct()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void g19OneCallThatTwoPlatformsTellInTheirOwnTimeZonesIsOneCall() {
        var told = Stories.TIME_ZONES.events().stream().filter(e -> e.feed() == Feed.CDRS).toList();
        var crook = TwoPlatforms.CROOK;

        assertThat(told)
                .hasSize(2)
                .extracting(e -> e.cdr().callTime())
                .containsOnly(Story.minute(0));
        assertThat(outcome.levelOf(crook)).isEqualTo(2);
        assertThat(outcome.bundles())
                .filteredOn(b -> b.subjectTk().equals(crook))
                .extracting(b -> b.bundleId())
                .hasSizeGreaterThan(1)
                .containsOnly(TwoPlatforms.BUNDLE);
    }

    @Test
    void g20AMiddleNumberOutsideThe700BlockIsATagOnThePlatformAndConcernsNobodyElse() {
        var legacy = outcome.of(Stories.LEGACY_NUMBER);
        var platform =
                outcome.assessments().stream()
                        .filter(a -> a.subjectTk().equals(Story.PLATFORM))
                        .toList();

        assertThat(platform).isNotEmpty().allMatch(a -> a.level() == 1);
        assertThat(platform.get(0).detectors()).containsExactly("non700-middle-number");
        assertThat(legacy.assessments()).isEmpty();
        assertThat(outcome.legs()).noneMatch(leg -> leg.targetTk().equals(Story.PLATFORM));
    }

    @Test
    void g21ALimitEndsOnTimeThoughItsExecutorWasDownAndIsHeardOfLater() {
        var crook = outcome.of(Stories.EXECUTOR_DOWN);
        var throttle = crook.newest(ActionType.THROTTLE);

        assertThat(throttle.state()).isEqualTo(LegState.EXPIRED);
        assertThat(throttle.closedAt()).isEqualTo(throttle.expiresAt());
        assertThat(crook.everyStateOf(ActionType.THROTTLE)).doesNotContain(LegState.FAILED);
        assertThat(crook.legs())
                .filteredOn(leg -> leg.action() == ActionType.THROTTLE)
                .extracting(leg -> leg.legId())
                .as("and nobody is limited anew")
                .containsOnly(throttle.legId());
    }

    @Test
    void aRecycledNumberInheritsNoRiskAndItsFormerHoldersHistoryStands() {
        var number = Stories.RECYCLED.the("number");
        var story = outcome.of(Stories.RECYCLED);

        assertThat(story.levelOf(number)).isEqualTo(2);
        assertThat(story.assessments())
                .filteredOn(a -> a.subjectTk().equals(number))
                .isNotEmpty()
                .allMatch(a -> a.epoch() == 1);
        assertThat(story.bundles()).isNotEmpty().allMatch(b -> b.epoch() == 1);
        assertThat(story.newest().filter(leg -> leg.targetTk().equals(number)))
                .as("everything about the former holder is taken back")
                .isNotEmpty()
                .allMatch(leg -> leg.epoch() == 1)
                .allMatch(leg -> leg.liftAskedAt() > 0 || leg.state().closed());
        assertThat(story.legs())
                .filteredOn(leg -> leg.targetTk().equals(number))
                .filteredOn(leg -> leg.state() == LegState.ISSUED)
                .allMatch(leg -> leg.issuedAt() < Story.minute(240));
    }

    @Test
    void anAuthorityThatNamesAMiddleNumberHasOnlyThePairBehindItActedOn() {
        var order = outcome.of(Stories.ORDER_AT_MIDDLE_NUMBER);

        assertThat(order.assessments()).as("nobody is accused").noneMatch(a -> a.level() > 0);
        assertThat(outcome.pages())
                .extracting(Page::kind)
                .contains("NARROWED_TO_PAIR", "WHOLE_MIDDLE_NUMBER");
        assertThat(outcome.legs())
                .filteredOn(leg -> leg.legalBasis().contains("第二十条"))
                .filteredOn(leg -> leg.action() != ActionType.FREEZE_REQUEST)
                .isNotEmpty()
                .allMatch(
                        leg ->
                                leg.targetTk()
                                        .equals(Stories.ORDER_AT_MIDDLE_NUMBER.the("order-0")));
    }

    private static List<Integer> upTo(int version) {
        return IntStream.rangeClosed(1, version).boxed().toList();
    }

    private static void nothingIsSaidOf(Story story) {
        var left = outcome.of(story);

        assertThat(left.assessments()).as("level above 0").noneMatch(a -> a.level() > 0);
        assertThat(left.legs()).isEmpty();
    }
}
