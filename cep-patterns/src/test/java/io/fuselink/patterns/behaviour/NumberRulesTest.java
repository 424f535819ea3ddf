/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.behaviour;

import static io.fuselink.patterns.behaviour.Caller.aNumber;
import static io.fuselink.patterns.behaviour.Caller.whoBursts;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.DeviceClass;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PolicyVersion;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Subject;
import io.fuselink.patterns.Limits;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NumberRulesTest {
    @Test
    void anOrdinaryNumberSaysNothing() {
        assertThat(aNumber().codes()).isEmpty();
    }

    @Test
    void fortyStrangersInAnHourOfWhomNobodyCallsBackAreABurst() {
        assertThat(whoBursts(40).codes()).containsExactly(SignalCode.S01_STRANGER_BURST);
        assertThat(whoBursts(39).codes()).isEmpty();
    }

    @Test
    void aBurstThatNobodyAnswersIsNotExcusedByUnknownCallbacks() {
        assertThat(whoBursts(60).answered(0).callbacks(Double.NaN).codes())
                .containsExactly(SignalCode.S01_STRANGER_BURST);
    }

    @Test
    void aBurstIsToldWithItsHourItsLimitItsCallAndWhatItShares() {
        var burst = whoBursts(60).behind("dev9", "trunk2", "lease4").signals().get(0);

        assertThat(burst.subject()).isEqualTo(Subject.number("caller", 3));
        assertThat(burst.windowStart()).isEqualTo(Told.TWO_PM);
        assertThat(burst.value()).isEqualTo(60);
        assertThat(burst.limit()).isEqualTo(40);
        assertThat(burst.eventIds()).containsExactly("call-9");
        assertThat(burst.linkKeys()).containsExactly("DEVICE:dev9", "TRUNK:trunk2", "LEASE:lease4");
    }

    @Test
    void theLawyerWhoCallsOneLineAllMorningIsLeftAlone() {
        var lawyer = aNumber().calling(60, 3).strangers(0.95).callbacks(0).provinces(1);

        assertThat(lawyer.codes()).isEmpty();
        assertThat(lawyer.atNight(0.9).devices(5).codes()).isEmpty();
    }

    @Test
    void theCourierInsideHisBindingsIsLeftAlone() {
        assertThat(whoBursts(120).bound(0.9, PurposeClass.EXPRESS).codes()).isEmpty();
    }

    @Test
    void bindingsOfAnyOtherUseOrTooFewOfThemExcuseNothing() {
        assertThat(whoBursts(120).bound(0.9, PurposeClass.RECRUIT).codes())
                .containsExactly(SignalCode.S01_STRANGER_BURST);
        assertThat(whoBursts(120).bound(0.5, PurposeClass.EXPRESS).codes())
                .containsExactly(SignalCode.S01_STRANGER_BURST);
    }

    @Test
    void whoSeeksHelpOnOfficialLinesIsLeftAlone() {
        assertThat(whoBursts(45).toOfficialLines(0.6).codes()).isEmpty();
    }

    @Test
    void theHospitalsServiceLineIsNoPerson() {
        assertThat(whoBursts(200).of(NumberClass.LANDLINE).codes()).isEmpty();
        assertThat(whoBursts(200).of(NumberClass.CALLCENTRE_95).codes()).isEmpty();
    }

    @Test
    void aShopThatIsCalledBackIsNoBurst() {
        assertThat(whoBursts(80).callbacks(0.2).codes()).isEmpty();
    }

    @Property
    void thePrefixOfAVirtualOperatorNeverMatters(
            @ForAll @IntRange(max = 200) int calls,
            @ForAll @IntRange(max = 40) int age,
            @ForAll @IntRange(min = 1, max = 31) int provinces,
            @ForAll @IntRange(max = 6) int devices) {
        var number = whoBursts(calls).ageDays(age).provinces(provinces).devices(devices);

        assertThat(number.of(NumberClass.MVNO).codes())
                .isEqualTo(number.of(NumberClass.MOBILE).codes());
    }

    @Test
    void aMachineThatDialsThirtyNewNumbersInTenMinutesIsAScan() {
        var scan = aNumber().calling(30, 30).lastTenMinutes(30);

        assertThat(scan.codes()).isEmpty();
        assertThat(scan.evenlySpaced().codes())
                .containsExactly(SignalCode.S02_NUMBER_SCAN, SignalCode.MACHINE_PACE);
    }

    @Test
    void aCardOfThreeDaysThatCallsSixtyPeopleInFiveProvincesIsANewCardBurst() {
        assertThat(aNumber().calling(60, 60).ageDays(3).provinces(5).codes())
                .containsExactly(SignalCode.S08_NEW_CARD_BURST);
        assertThat(aNumber().calling(60, 60).ageDays(8).provinces(5).codes()).isEmpty();
        assertThat(aNumber().calling(60, 60).ageDays(3).provinces(2).codes()).isEmpty();
    }

    @Test
    void fourDevicesMatterOnlyWithABurst() {
        assertThat(aNumber().devices(4).codes()).isEmpty();
        assertThat(aNumber().devices(4).calling(20, 20).codes())
                .containsExactly(SignalCode.S10_DEVICE_CHANGES);
    }

    @Test
    void aYoungNumberThatCallsIntoNineProvincesSpreads() {
        assertThat(aNumber().calling(18, 18).ageDays(20).provinces(9).codes())
                .containsExactly(SignalCode.S11_PROVINCE_SPREAD);
        assertThat(aNumber().calling(18, 18).ageDays(400).provinces(9).codes()).isEmpty();
    }

    @Test
    void twentyPeopleAtNightAreToldButNotOne() {
        assertThat(aNumber().calling(22, 20).atNight(0.7).codes())
                .containsExactly(SignalCode.S12_NIGHT_CALLS);
        assertThat(aNumber().calling(22, 1).atNight(0.7).codes()).isEmpty();
    }

    @Test
    void callsThroughHarvestedMiddleNumbersAreTold() {
        assertThat(aNumber().unbound(3, 3).codes()).containsExactly(SignalCode.S14_UNBOUND_CALLS);
        assertThat(aNumber().unbound(5, 2).codes()).containsExactly(SignalCode.S14_UNBOUND_CALLS);
        assertThat(aNumber().unbound(4, 2).codes()).isEmpty();
    }

    @Test
    void whoGoesThroughThemAndIsNeverAnsweredIsLookingForOnesThatWork() {
        assertThat(aNumber().calling(5, 4).answered(0).unbound(5, 4).codes())
                .containsExactly(SignalCode.S14_UNBOUND_CALLS, SignalCode.UNBOUND_IN_VAIN);
        assertThat(aNumber().calling(5, 4).answered(1).unbound(5, 4).codes())
                .containsExactly(SignalCode.S14_UNBOUND_CALLS);
        assertThat(aNumber().calling(9, 7).answered(0).codes())
                .as("whom nobody answers does nothing wrong")
                .isEmpty();
    }

    @Test
    void theCustomerWhoRedialsHisExpiredMiddleNumberIsLeftAlone() {
        assertThat(aNumber().unbound(9, 1).codes()).isEmpty();
    }

    @Test
    void beingACourierDoesNotExcuseCallsWithoutABinding() {
        assertThat(whoBursts(60).bound(0.9, PurposeClass.FOOD).unbound(6, 4).codes())
                .containsExactly(SignalCode.S14_UNBOUND_CALLS);
    }

    @Test
    void threeSpoofedCallsAreToldWhateverTheClass() {
        assertThat(aNumber().of(NumberClass.INTERNATIONAL).spoofed(3).codes())
                .containsExactly(SignalCode.S22_SPOOF_SHAPE);
        assertThat(aNumber().spoofed(2).codes()).isEmpty();
    }

    @Test
    void aPolicyMovesALimitAndSignsWhatItMakes() {
        var policy =
                Limits.of(
                        new PolicyVersion(
                                12, 10_000, 0, "duty", Map.of("s01_attempts_1h", 30.0), null));

        var signals = NumberRules.evaluate(whoBursts(35).snapshot(), NumberTraits.UNKNOWN, policy);

        assertThat(signals).singleElement().satisfies(s -> assertThat(s.limit()).isEqualTo(30));
        assertThat(signals.get(0).policyVersion()).isEqualTo(12);
    }

    @Test
    void whoFindsEveryThirdNumberVacantIsScanning() {
        var scan = aNumber().calling(35, 35).lastTenMinutes(31).strangers(1).callbacks(0.2);

        assertThat(scan.findingVacant(0.3).codes()).containsExactly(SignalCode.S02_NUMBER_SCAN);
        assertThat(scan.findingVacant(0.2).codes()).isEmpty();
    }

    @Test
    void aCardLongAsleepThatDialsWithoutAPauseFromOneCellIsInARack() {
        var card = aNumber().calling(25, 24).asleepFor(10, 0.1).every(50).fromOneCell().received(0);

        assertThat(card.codes()).containsExactly(SignalCode.S06_IMPROVISED_RACK);
        assertThat(card.received(3).codes()).isEmpty();
        assertThat(card.received(0).every(90).codes()).isEmpty();
        assertThat(card.every(50).asleepFor(2, 0.1).codes()).isEmpty();
    }

    @Test
    void aSleeperThatWakesInANewDeviceAndCallsStrangersIsTold() {
        var sleeper = aNumber().calling(25, 22).strangers(0.8).asleepFor(45, 0.2).inNewDevice();

        assertThat(sleeper.codes()).containsExactly(SignalCode.S07_SLEEPER_WAKES);
    }

    @Test
    void whoComesHomeFromALongJourneyIsLeftAlone() {
        var home = aNumber().calling(25, 22).strangers(0.8).asleepFor(45, 0.2);

        assertThat(home.codes()).isEmpty();
        assertThat(home.awayFromHome().strangers(0.3).codes()).isEmpty();
        assertThat(home.strangers(0.8).asleepFor(45, 3).codes()).isEmpty();
        assertThat(home.asleepFor(20, 0.2).codes()).isEmpty();
    }

    @Test
    void nobodyFliesFasterThanAnAirlinerOrTalksInTwoPlaces() {
        assertThat(aNumber().fastest(900).codes()).containsExactly(SignalCode.S09_POSITION_JUMP);
        assertThat(aNumber().fastest(350).codes()).isEmpty();
        assertThat(aNumber().inTwoPlaces().codes()).containsExactly(SignalCode.S09_POSITION_JUMP);
    }

    @Test
    void noCourierServesThirtyOrdersAnHour() {
        var courier = aNumber().calling(31, 30).bound(1, PurposeClass.EXPRESS);

        assertThat(courier.serving(30).codes()).containsExactly(SignalCode.S13_BUSY_HANDS);
        assertThat(courier.serving(22).codes()).isEmpty();
    }

    @Test
    void aMachineDialsEvenlyAndALiftIsNoMachineOfThatKind() {
        var robot = aNumber().calling(30, 29).evenlySpaced().callbacks(0.2);

        assertThat(robot.codes()).containsExactly(SignalCode.MACHINE_PACE);
        assertThat(robot.in(DeviceClass.MODULE).codes()).isEmpty();
    }

    @Test
    void whoIsCalledBackInVainIsGone() {
        assertThat(aNumber().calledBack(3, 3).codes()).containsExactly(SignalCode.CALLBACKS_FAIL);
        assertThat(aNumber().calledBack(4, 3).codes()).isEmpty();
        assertThat(aNumber().calledBack(0, 2).codes()).isEmpty();
    }

    @Test
    void whoHangsUpOnMostAndKeepsAFewForLongShowsBothTails() {
        var groomer = aNumber().calling(25, 24).strangers(0.95).callbacks(0.2);

        assertThat(groomer.hangingUpOn(0.6, 2).codes()).containsExactly(SignalCode.BOTH_TAILS);
        assertThat(groomer.hangingUpOn(0.6, 1).codes()).isEmpty();
        assertThat(groomer.hangingUpOn(0.3, 4).codes()).isEmpty();
    }

    @Test
    void anImeiThatIsNobodysSaysNothingOfDevices() {
        var hopper = aNumber().calling(25, 20).devices(5);

        assertThat(hopper.codes()).containsExactly(SignalCode.S10_DEVICE_CHANGES);
        assertThat(hopper.in(DeviceClass.DEFAULT_OR_INVALID).codes()).isEmpty();
    }
}
