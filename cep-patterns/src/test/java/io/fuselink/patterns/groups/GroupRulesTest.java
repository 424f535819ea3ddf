/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.groups;

import static io.fuselink.patterns.groups.Group.behindOne;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Family;
import io.fuselink.events.GroupKind;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import org.junit.jupiter.api.Test;

class GroupRulesTest {
    private static Group rotator() {
        return behindOne(GroupKind.TRUNK).with(20, 11).with(5, 13).ofVirtualOperators();
    }

    @Test
    void twentyFivePoliteNumbersOnOneTrunkAreAPoolInTwoFamilies() {
        var signals = rotator().signals();

        assertThat(signals)
                .extracting(Signal::code)
                .containsExactly("POOL_BUSY", "POOL_SHARED_INGRESS");
        assertThat(signals)
                .extracting(Signal::family)
                .containsExactly(Family.BEHAVIOUR, Family.DEVICE);
    }

    @Test
    void aPoolIsToldWithItsTenMinutesItsMembersAndItsDoor() {
        var busy = rotator().signals().get(0);

        assertThat(busy.subject()).isEqualTo(Subject.of(SubjectType.TRUNK, "door-1"));
        assertThat(busy.windowStart()).isEqualTo(Told.TWO_PM + 20 * Told.MINUTE);
        assertThat(busy.value()).isEqualTo(285);
        assertThat(busy.members()).hasSize(25);
        assertThat(busy.linkKeys()).containsExactly("TRUNK:door-1");
    }

    @Test
    void oneImpoliteMemberDoesNotHideTheOthers() {
        assertThat(rotator().with(1, 60).codes())
                .containsExactly(SignalCode.POOL_BUSY, SignalCode.POOL_SHARED_INGRESS);
    }

    @Test
    void theOperatorOfTheNumbersDoesNotMatter() {
        assertThat(behindOne(GroupKind.TRUNK).with(25, 11).codes())
                .isEqualTo(behindOne(GroupKind.TRUNK).with(25, 11).ofVirtualOperators().codes())
                .isNotEmpty();
    }

    @Test
    void fortyCouriersOfOneLeaseAreLeftAlone() {
        assertThat(
                        behindOne(GroupKind.LEASE)
                                .with(40, 12)
                                .bound(0.95, PurposeClass.EXPRESS)
                                .codes())
                .isEmpty();
    }

    @Test
    void couriersWhoseBindingFeedIsSilentAreLeftAloneToo() {
        assertThat(
                        behindOne(GroupKind.LEASE)
                                .with(40, 12)
                                .bound(Double.NaN, PurposeClass.EXPRESS)
                                .codes())
                .isEmpty();
    }

    @Test
    void aBoundLeaseOfAnyUseIsNoPool() {
        assertThat(behindOne(GroupKind.LEASE).with(40, 12).bound(0.9, PurposeClass.ECOM).codes())
                .isEmpty();
    }

    @Test
    void aSwitchboardWithOneBusyLineIsLeftAlone() {
        assertThat(behindOne(GroupKind.TRUNK).with(29, 3).with(1, 200).codes()).isEmpty();
        assertThat(behindOne(GroupKind.TRUNK).with(1, 400).with(1, 1).codes()).isEmpty();
    }

    @Test
    void fiveThousandSubscribersOfOneExchangeAreLeftAlone() {
        assertThat(behindOne(GroupKind.TRUNK).with(5_000, 2).distinct(0.8).receiving(8).codes())
                .isEmpty();
    }

    @Test
    void anOfficeThatIsCalledAsMuchAsItCallsIsNotBusyWithStrangers() {
        assertThat(behindOne(GroupKind.TRUNK).with(30, 8).receiving(1).codes())
                .doesNotContain(SignalCode.POOL_BUSY);
    }

    @Test
    void peopleUnderOneCellShareNothing() {
        assertThat(behindOne(GroupKind.CELL).with(60, 8).codes()).isEmpty();
    }

    @Test
    void callingTheSameFewPeopleIsNoPool() {
        assertThat(rotator().distinct(0.2).codes()).doesNotContain(SignalCode.POOL_BUSY);
    }

    @Test
    void twelveNumbersInOneDeviceThatIsNeverCalledAreAGoip() {
        var signals = behindOne(GroupKind.DEVICE).with(12, 9).signals();

        assertThat(signals)
                .extracting(Signal::code)
                .containsExactly("S04_STATIC_GOIP", "S04_ONE_WAY_TRAFFIC");
        assertThat(signals)
                .extracting(Signal::family)
                .containsExactly(Family.DEVICE, Family.BEHAVIOUR);
        assertThat(signals.get(0).members()).hasSize(12);
    }

    @Test
    void aRepairShopsTesterAndAPhoneThatIsCalledAreNoGoip() {
        assertThat(behindOne(GroupKind.DEVICE).with(12, 1).codes()).isEmpty();
        assertThat(behindOne(GroupKind.DEVICE).with(12, 9).receiving(0.2).codes()).isEmpty();
        assertThat(behindOne(GroupKind.DEVICE).with(7, 9).codes()).isEmpty();
    }
}
