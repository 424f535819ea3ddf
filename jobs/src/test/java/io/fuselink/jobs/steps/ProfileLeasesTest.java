/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Signal;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lessees and platforms answer for, and the busy lessees it leaves alone. */
class ProfileLeasesTest {
    private StepHarness<LeaseNote, LeaseNote> step;
    private int bindings;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new ProfileLeases(), LeaseNote.class, LeaseNote::leaseKey);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void threeSellersWhoBindSixtyInTenMinutesAreABurst() throws Exception {
        burst(60, 3);

        assertThat(codes()).contains("S13_BIND_BURST");
        assertThat(step.told(SideOutputs.SIGNALS).get(0).subjectType())
                .isEqualTo(SubjectType.LEASE);
    }

    @Test
    void thirtyRidersWhoBindSixtyAtNoonAreNone() throws Exception {
        burst(60, 30);

        assertThat(codes()).isEmpty();
    }

    @Test
    void fortyNineAreNotFifty() throws Exception {
        burst(49, 3);

        assertThat(codes()).isEmpty();
    }

    @Test
    void aLeaseThatIsAlwaysThisBusyIsNotBursting() throws Exception {
        for (var slot = 0; slot < 6; slot++) {
            for (var n = 0; n < 40; n++) {
                bind(
                        NOON + slot * 10 * MINUTE + n * 13 * SECOND,
                        "seller-" + n % 3,
                        "b-" + slot + n);
            }
        }
        for (var n = 0; n < 80; n++) {
            bind(NOON + HOUR + n * 7 * SECOND + n * n % 900, "seller-" + n % 3, "c-" + n);
        }
        step.until(NOON + 2 * HOUR);

        assertThat(codes()).doesNotContain("S13_BIND_BURST");
    }

    @Test
    void aScriptTakesNumbersLikeClockwork() throws Exception {
        for (var n = 0; n < 60; n++) {
            bind(NOON + n * 9 * SECOND, "bot-" + n, "b-" + n);
        }
        step.until(NOON + HOUR);

        assertThat(codes()).containsExactly("S13_SCRIPTED_BINDS");
    }

    @Test
    void theSameTwoBoundSixTimesADayAreToldOnce() throws Exception {
        for (var n = 0; n < 9; n++) {
            bind(NOON + n * HOUR, "seller", "buyer");
        }
        step.until(NOON + 10 * HOUR);

        assertThat(codes()).containsOnly("S13_PAIR_REBOUND");
        assertThat(step.told(SideOutputs.SIGNALS))
                .extracting(Signal::subjectType, Signal::at)
                .containsExactly(
                        tuple(SubjectType.LEASE, NOON + 5 * HOUR),
                        tuple(SubjectType.NUMBER, NOON + 5 * HOUR));
        assertThat(step.told(SideOutputs.SIGNALS).get(1).subjectTk()).isEqualTo("buyer");
    }

    @Test
    void aLeaseWhoseErrandsAreOverAfterOneCallRunsNone() throws Exception {
        for (var n = 0; n < 60; n++) {
            hasty("seller-" + n % 3, NOON + n * MINUTE);
        }
        step.until(NOON + 2 * HOUR);

        assertThat(step.told(SideOutputs.SIGNALS))
                .filteredOn(s -> s.code().equals("HASTY_BINDINGS"))
                .extracting(Signal::subjectTk)
                .containsExactlyInAnyOrder("seller-0", "seller-1", "seller-2", "pool-1");
    }

    @Test
    void aCourierWhoIsQuickNowAndThenIsNotHasty() throws Exception {
        for (var n = 0; n < 60; n++) {
            if (n % 3 == 0) {
                hasty("courier", NOON + n * 4 * MINUTE);
            } else {
                bind(NOON + n * 4 * MINUTE, "courier", "customer-" + n);
            }
        }
        step.until(NOON + 5 * HOUR);

        assertThat(codes()).doesNotContain("HASTY_BINDINGS");
    }

    @Test
    void tenSellersWhoBindWithOneDeviceLikeClockworkAreAScript() throws Exception {
        for (var n = 0; n < 10; n++) {
            withDevice("seller-" + n, NOON + n * 9 * SECOND);
        }
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.SIGNALS))
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.code()).isEqualTo("S13_ONE_DEVICE_BINDS");
                            assertThat(signal.subjectType()).isEqualTo(SubjectType.LEASE);
                            assertThat(signal.value()).isEqualTo(10);
                        });
    }

    @Test
    void aDispatcherWhoBindsForTenClerksAtNoonIsNone() throws Exception {
        dispatched(10);
        for (var n = 0; n < 50; n++) {
            bind(NOON + HOUR + n * 3 * MINUTE, "clerk-" + n % 10, "customer-" + n);
        }
        ended(LeaseNote.Kind.UNUSED, 20, NOON + 5 * HOUR);
        step.until(NOON + 12 * HOUR);

        assertThat(codes()).isEmpty();
    }

    @Test
    void aListThatADispatcherSendsAtOnceIsNoClock() throws Exception {
        for (var n = 0; n < 20; n++) {
            withDevice("clerk-" + n, NOON + n * 50);
        }
        step.until(NOON + HOUR);

        assertThat(codes()).isEmpty();
    }

    @Test
    void aDeviceThatBoundForTenIsToldLaterWhenNothingComesOfTheBindings() throws Exception {
        dispatched(10);
        for (var n = 0; n < 50; n++) {
            bind(NOON + HOUR + n * 3 * MINUTE, "seller-" + n % 10, "buyer-" + n);
        }
        step.until(NOON + 5 * HOUR);
        assertThat(codes()).isEmpty();

        ended(LeaseNote.Kind.UNUSED, 40, NOON + 5 * HOUR);
        step.until(NOON + 12 * HOUR);

        assertThat(codes()).containsExactly("S13_BINDS_WITHOUT_CALL", "S13_ONE_DEVICE_BINDS");
        assertThat(step.told(SideOutputs.SIGNALS).get(1).value()).isEqualTo(10);
    }

    @Test
    void whatADeviceDidYesterdayIsNotHeldAgainstToday() throws Exception {
        dispatched(10);
        for (var n = 0; n < 60; n++) {
            bind(NOON + DAY + n * 3 * MINUTE, "clerk-" + n % 10, "customer-" + n);
        }
        ended(LeaseNote.Kind.UNUSED, 50, NOON + DAY + 5 * HOUR);
        step.until(NOON + DAY + 12 * HOUR);

        assertThat(codes()).containsExactly("S13_BINDS_WITHOUT_CALL");
    }

    @Test
    void aTabletThatThreeOfAShiftShareIsNone() throws Exception {
        for (var n = 0; n < 30; n++) {
            withDevice("clerk-" + n % 3, NOON + n * 15 * SECOND);
        }
        step.until(NOON + HOUR);

        assertThat(codes()).isEmpty();
    }

    @Test
    void aTabletThatGoesFromHandToHandAllDayIsNone() throws Exception {
        for (var n = 0; n < 24; n++) {
            withDevice("clerk-" + n, NOON + n * 2 * MINUTE);
        }
        step.until(NOON + 2 * HOUR);

        assertThat(codes()).isEmpty();
    }

    @Test
    void aSellerWhoIsTheBuyerTooIsToldWhenTheBindingsEndWithoutACall() throws Exception {
        orders(60, 3);
        assertThat(codes()).isEmpty();

        ended(LeaseNote.Kind.UNUSED, 36, NOON + 6 * HOUR);
        step.until(NOON + 12 * HOUR);

        assertThat(codes()).containsExactly("S13_BINDS_WITHOUT_CALL", "S13_SELF_ORDERS");
        assertThat(step.told(SideOutputs.SIGNALS))
                .extracting(Signal::subjectType)
                .containsOnly(SubjectType.LEASE);
    }

    @Test
    void aSellerWhoIsTheBuyerTooIsToldWhenTheBindingsEndWithTheirFirstCall() throws Exception {
        orders(60, 3);

        ended(LeaseNote.Kind.HASTY, 30, NOON + 6 * HOUR);
        step.until(NOON + 12 * HOUR);

        assertThat(codes()).containsOnlyOnce("S13_SELF_ORDERS");
    }

    @Test
    void whoOnceOrdersFromTheOwnShopIsNot() throws Exception {
        orders(60, 2);
        ended(LeaseNote.Kind.UNUSED, 36, NOON + 6 * HOUR);
        step.until(NOON + 12 * HOUR);

        assertThat(codes()).containsExactly("S13_BINDS_WITHOUT_CALL");
    }

    @Test
    void theLeaderOfAGroupBuyingWhoOrdersForTheNeighboursIsNot() throws Exception {
        orders(60, 45);
        ended(LeaseNote.Kind.UNUSED, 20, NOON + 6 * HOUR);
        ended(LeaseNote.Kind.HASTY, 20, NOON + 7 * HOUR);
        step.until(NOON + 12 * HOUR);

        assertThat(codes()).isEmpty();
    }

    @Test
    void thirtyWhoAllHaveItSentToOneRoomAndAreNeverCalledAreTold() throws Exception {
        served(60, 30, "warehouse", 40);

        assertThat(codes()).containsExactly("S13_BINDS_WITHOUT_CALL", "S13_ONE_ADDRESS");
        assertThat(step.told(SideOutputs.SIGNALS))
                .extracting(Signal::subjectType)
                .containsOnly(SubjectType.LEASE);
    }

    @Test
    void aTowerWhoseThirtyCustomersAreCalledFromBelowIsLeftAlone() throws Exception {
        served(60, 30, "tower", 30);

        assertThat(codes()).isEmpty();
    }

    @Test
    void aParcelLockerOnALongRoundIsNotToldThoughNobodyIsCalled() throws Exception {
        served(200, 30, "locker", 150);

        assertThat(codes()).containsExactly("S13_BINDS_WITHOUT_CALL");
    }

    @Test
    void thirtyHiredBuyersWhoOrderAgainAndAgainAreTold() throws Exception {
        for (var n = 0; n < 1_000; n++) {
            serve(n, "b-" + n % 30, "warehouse", NOON + n * MINUTE);
        }
        ended(LeaseNote.Kind.UNUSED, 700, NOON + 18 * HOUR);
        step.until(NOON + DAY);

        assertThat(step.told(SideOutputs.SIGNALS))
                .filteredOn(s -> s.code().equals("S13_ONE_ADDRESS"))
                .singleElement()
                .satisfies(s -> assertThat(s.value()).isEqualTo(30));
    }

    @Test
    void aBusyLeaseIsToldTooThoughMorePartiesThanAreRememberedShareTheAddress() throws Exception {
        for (var n = 0; n < 1_000; n++) {
            serve(n, "b-" + n, n % 4 == 0 ? "warehouse" : "home-" + n, NOON + n * MINUTE);
        }
        ended(LeaseNote.Kind.UNUSED, 700, NOON + 18 * HOUR);
        step.until(NOON + DAY);

        assertThat(codes()).containsExactly("S13_BINDS_WITHOUT_CALL", "S13_ONE_ADDRESS");
    }

    @Test
    void yesterdaysParcelLockerDoesNotMeetAQuietDay() throws Exception {
        served(200, 30, "locker", 150);
        assertThat(codes()).containsExactly("S13_BINDS_WITHOUT_CALL");
        for (var n = 0; n < 60; n++) {
            serve(n, "c-" + n, "street-" + n, NOON + DAY + 2 * HOUR + n * 3 * MINUTE);
        }

        // Four hours; in the first two, yesterday's last deliveries turn a day old.
        ended(LeaseNote.Kind.UNUSED, 240, NOON + DAY + 5 * HOUR + MINUTE, MINUTE);
        step.until(NOON + DAY + 12 * HOUR);

        assertThat(codes()).doesNotContain("S13_ONE_ADDRESS");
    }

    @Test
    void nineteenAtOneAddressAreNotTwenty() throws Exception {
        served(60, 19, "warehouse", 40);

        assertThat(codes()).containsExactly("S13_BINDS_WITHOUT_CALL");
    }

    private void withDevice(String seller, long at) throws Exception {
        told(
                ABinding.of("sub-" + bindings++, seller, "b-" + bindings, "x", at, at + HOUR)
                        .withDevices("tablet", null),
                at);
    }

    /** A shop's orders, of which the last few come from the shop's own telephone. */
    private void orders(int count, int own) throws Exception {
        for (var n = 0; n < count; n++) {
            var at = NOON + n * 3 * MINUTE;
            var buyer = n < count - own ? "phone-" + n : "phone-of-shop";
            told(
                    ABinding.of("sub-" + n, "shop", "buyer-" + n, "x", at, at + HOUR)
                            .withDevices("phone-of-shop", buyer),
                    at);
        }
        step.until(NOON + 4 * HOUR);
    }

    /** Deliveries, the last of them to one address, of which so many end without a call. */
    private void served(int count, int together, String address, int unused) throws Exception {
        for (var n = 0; n < count; n++) {
            var where = n < count - together ? "home-" + n : address;
            serve(n, "b-" + n, where, NOON + n * 2 * MINUTE);
        }
        ended(LeaseNote.Kind.UNUSED, unused, NOON + 10 * HOUR);
        step.until(NOON + 12 * HOUR);
    }

    private void serve(int n, String buyer, String address, long at) throws Exception {
        told(
                ABinding.of("sub-" + n, "courier-" + n % 7, buyer, "x", at, at + HOUR)
                        .servedAt(address),
                at);
    }

    /** So many bindings end like this, one after the other. */
    private void ended(LeaseNote.Kind how, int count, long from) throws Exception {
        ended(how, count, from, SECOND);
    }

    private void ended(LeaseNote.Kind how, int count, long from, long every) throws Exception {
        for (var n = 0; n < count; n++) {
            var at = from + n * every;
            var over = ABinding.of("over-" + n, "courier-" + n, "b-" + n, "x", NOON, NOON + HOUR);
            step.tell(LeaseNote.of(how, over.bound(at).binding(), "platform-one", at));
        }
    }

    /** One device binds for so many within two minutes, at a human pace. */
    private void dispatched(int clerks) throws Exception {
        for (var n = 0; n < clerks; n++) {
            withDevice("clerk-" + n, NOON + n * n * SECOND);
        }
    }

    @Test
    void anOrderBoundAgainAndAgainCollectsMoreThanItNeeds() throws Exception {
        for (var n = 0; n < 4; n++) {
            var b = ABinding.of("sub-" + n, "shop", "customer-" + n, "x", NOON, NOON + HOUR);
            told(b.withOrder("order-1"), NOON + n * MINUTE);
        }
        step.until(NOON + HOUR);

        assertThat(codes()).containsExactly("ORDER_REBOUND");
    }

    @Test
    void aNumberOutsideThe700BlockConcernsThePlatformOnly() throws Exception {
        var legacy =
                ABinding.of("sub-1", "courier", "customer", "x", NOON, NOON + HOUR)
                        .ofClass(NumberClass.MVNO);
        told(legacy, NOON);
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.SIGNALS))
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.code()).isEqualTo("S24_NON700_MIDDLE_NUMBER");
                            assertThat(signal.subjectType()).isEqualTo(SubjectType.PLATFORM);
                        });
    }

    @Test
    void aPilotBeginsInEachProvinceOnItsOwnDay() throws Exception {
        step.policy(
                Told.policy(
                        1,
                        NOON - HOUR,
                        Map.of("non700_from", 20_990_101.0, "non700_from.44", 20_260_101.0),
                        Map.of()));
        told(legacyIn("sub-1", "44"));
        told(legacyIn("sub-2", "11"));
        told(legacyIn("sub-3", null));
        step.until(NOON + HOUR);

        assertThat(step.told(SideOutputs.SIGNALS))
                .singleElement()
                .satisfies(s -> assertThat(s.bindingId()).isEqualTo("sub-1"));
    }

    private static LeaseNote legacyIn(String binding, String province) {
        return new LeaseNote(
                LeaseNote.Kind.BOUND,
                "pool-" + binding,
                "platform-one",
                binding,
                "courier",
                "customer",
                null,
                NumberClass.MOBILE,
                PurposeClass.ECOM,
                HOUR,
                true,
                NOON,
                province,
                0,
                false,
                0);
    }

    private void told(LeaseNote note) throws Exception {
        step.tell(note);
    }

    @Test
    void bindingsThatOutliveTheirPurposeOrNameNoConsentAreTold() throws Exception {
        told(
                ABinding.of("sub-1", "courier", "customer", "x", NOON, NOON + 73 * HOUR)
                        .forPurpose(PurposeClass.EXPRESS)
                        .withOrder("o"),
                NOON);
        told(ABinding.of("sub-2", "landlord", "tenant", "x", NOON, NOON + 73 * HOUR), NOON + 1);
        step.until(NOON + HOUR);
        assertThat(codes()).containsExactly("LONG_BINDING");

        for (var n = 0; n < 50; n++) {
            told(
                    ABinding.of("sub-n" + n, "shop-" + n, "c-" + n, "x", NOON, NOON + 9 * HOUR)
                            .withoutConsent(),
                    NOON + HOUR + 10 * MINUTE * n / 3);
        }
        step.until(NOON + 6 * HOUR);
        assertThat(codes()).containsExactly("LONG_BINDING", "NO_CONSENT");
    }

    @Test
    void eachLeaseIsNamedOnceADayForItsOwner() throws Exception {
        for (var n = 0; n < 5; n++) {
            bind(NOON + n * HOUR, "a-" + n, "b-" + n);
        }
        step.until(NOON + 6 * HOUR);

        assertThat(step.told()).hasSize(1);
    }

    @Test
    void twoDaysAfterTheLastBindingNothingIsRemembered() throws Exception {
        for (var n = 0; n < 9; n++) {
            bind(NOON + n * 5 * MINUTE, "a", "b");
        }
        step.until(NOON + 2 * DAY);
        assertThat(step.remembered())
                .as("the day, the ten minutes before, the pair, what was told, and the alarm")
                .isEqualTo(5);

        step.until(NOON + 2 * DAY + 2 * HOUR);
        assertThat(step.remembered()).isZero();
    }

    /** So many bindings within nine minutes, unevenly, by so many sellers. */
    private void burst(int count, int sellers) throws Exception {
        var dice = new Random(7);
        for (var n = 0; n < count; n++) {
            bind(NOON + dice.nextInt(9 * 60) * SECOND, "seller-" + n % sellers, "buyer-" + n);
        }
        step.until(NOON + HOUR);
    }

    private void bind(long at, String a, String b) throws Exception {
        told(ABinding.of("sub-" + bindings++, a, b, "x", at, at + HOUR), at);
    }

    /** A stranger is bound, called, and unbound within a minute. */
    private void hasty(String a, long at) throws Exception {
        var binding =
                ABinding.of("sub-" + bindings++, a, "stranger-" + bindings, "x", at, at + HOUR);
        told(binding, at);
        step.tell(
                LeaseNote.of(
                        LeaseNote.Kind.HASTY,
                        binding.bound(at).binding(),
                        "platform-one",
                        at + MINUTE));
    }

    private void told(ABinding binding, long at) throws Exception {
        step.tell(
                LeaseNote.of(
                        LeaseNote.Kind.BOUND, binding.bound(at).binding(), "platform-one", at));
    }

    private List<String> codes() {
        return step.told(SideOutputs.SIGNALS).stream().map(Signal::code).toList();
    }
}
