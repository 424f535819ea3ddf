/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.jobs.state.LeaseMemory.Common;
import io.fuselink.jobs.state.LeaseMemory.Earlier;
import io.fuselink.jobs.state.LeaseMemory.Kind;
import io.fuselink.jobs.state.LeaseMemory.Seen;
import io.fuselink.jobs.state.LeaseMemory.Shared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.junit.jupiter.api.Test;

/** What is remembered in pieces is what would be remembered as a whole. */
class LeaseMemoryTest {
    private static final long TEN_MINUTES = 10 * MINUTE;

    private final FakeValue<LeaseDay> days = new FakeValue<>();
    private final FakeMap<Long, Earlier> earlier = new FakeMap<>();
    private final FakeMap<Integer, List<Seen>> seen = new FakeMap<>();
    private final FakeMap<Integer, List<Shared>> shared = new FakeMap<>();
    private final FakeMap<String, Long> told = new FakeMap<>();
    private final LeaseMemory lease = new LeaseMemory(days, earlier, seen, shared, told);

    @Test
    void theCountsOfADayAreThoseOfAPlainList() throws Exception {
        var dice = new Random(11);
        var all = new ArrayList<Heard>();
        var at = NOON;
        for (var n = 0; n < 6_000; n++) {
            at += quietOrBusy(dice);
            var heard = new Heard(at, dice.nextInt(40), dice.nextBoolean());
            all.add(heard);
            hear(heard);

            var now = start(at);
            var day = all.stream().filter(h -> start(h.at) > now - DAY).toList();
            assertThat(lease.day().of(c -> c.bound)).isEqualTo(day.size());
            assertThat(lease.day().of(c -> c.unused))
                    .isEqualTo((int) day.stream().filter(Heard::unused).count());
            assertThat(lease.day().parties)
                    .isEqualTo(
                            (int)
                                    day.stream()
                                            .filter(h -> start(h.at) == now)
                                            .map(Heard::party)
                                            .distinct()
                                            .count());
            assertThat(lease.day().usual()).isEqualTo(usual(day, now));
            assertThat(earlier.held).hasSizeLessThan(144);
        }
    }

    /** Seconds, minutes, and now and then most of a day or more than one. */
    private static long quietOrBusy(Random dice) {
        return switch (dice.nextInt(100)) {
            case 0 -> dice.nextInt((int) (2 * DAY));
            case 1, 2, 3, 4, 5 -> dice.nextInt((int) (3 * HOUR));
            default -> dice.nextInt((int) (2 * MINUTE));
        };
    }

    private static double usual(List<Heard> day, long now) {
        var before = day.stream().filter(h -> start(h.at) < now).toList();
        return before.isEmpty()
                ? 0
                : before.size()
                        / Math.max(1.0, (now - start(before.get(0).at)) / (double) TEN_MINUTES);
    }

    @Test
    void aPairIsCountedForADayAndThenAnew() throws Exception {
        var dice = new Random(12);
        var first = new HashMap<Integer, Long>();
        var times = new HashMap<Integer, Integer>();
        var at = NOON;
        for (var n = 0; n < 20_000; n++) {
            at += dice.nextInt((int) MINUTE);
            var pair = dice.nextInt(500);
            if (first.getOrDefault(pair, 0L) <= at - DAY) {
                first.put(pair, at);
                times.put(pair, 0);
            }
            lease.hear(at);
            assertThat(lease.again(Kind.PAIR, Hashes.of("pair-" + pair)))
                    .isEqualTo(times.merge(pair, 1, Integer::sum));
            lease.keep();
        }
    }

    @Test
    void ofAFullSetTheOneLongestUnheardOfIsForgotten() throws Exception {
        lease.hear(NOON);
        for (var n = 0; n < LeaseMemory.MOST_IN_SET; n++) {
            lease.again(Kind.PAIR, n * (long) LeaseMemory.SETS);
        }
        lease.again(Kind.PAIR, 0);
        lease.again(Kind.PAIR, -LeaseMemory.SETS);

        assertThat(lease.again(Kind.PAIR, 0)).as("heard of again meanwhile").isEqualTo(3);
        assertThat(lease.again(Kind.PAIR, LeaseMemory.SETS)).as("forgotten").isEqualTo(1);
    }

    @Test
    void ofAMillionStrangersAThousandOrSoAreRemembered() throws Exception {
        for (var n = 0; n < 50_000; n++) {
            lease.hear(NOON + n);
            for (var kind : Kind.values()) {
                lease.again(kind, Hashes.of("stranger-" + n));
            }
            lease.keep();
        }

        assertThat(seen.held).hasSize(Kind.values().length * LeaseMemory.SETS);
        assertThat(seen.held.values()).allMatch(set -> set.size() == LeaseMemory.MOST_IN_SET);
    }

    @Test
    void aBindingMeetsOneSetOfEachKindAndNoEarlierTime() throws Exception {
        for (var n = 0; n < 2_000; n++) {
            hear(new Heard(NOON + n * MINUTE, n % 40, false));
        }
        var now = NOON + 2_000 * MINUTE;
        hear(new Heard(now, 1, false));
        forgetWhatWasTouched();
        hear(new Heard(now + 1, 7, false));

        assertThat(seen.touched).hasSize(1);
        assertThat(earlier.touched).isEmpty();
        assertThat(told.touched).isEmpty();

        forgetWhatWasTouched();
        hear(new Heard(start(now) + TEN_MINUTES, 7, false));
        assertThat(earlier.touched).as("the one that is over, and the one a day ago").hasSize(2);
    }

    @Test
    void whatWasToldIsToldAgainAfterADayAndIsNotHoarded() throws Exception {
        for (var n = 0; n < 1_000; n++) {
            lease.hear(NOON + n * HOUR);
            assertThat(lease.tellOnce("fact")).isEqualTo(n % 24 == 0);
            assertThat(lease.tellOnce("pair-" + n)).isTrue();
            assertThat(lease.nameOnce()).isEqualTo(n % 24 == 0);
            lease.keep();
            assertThat(told.held).hasSizeLessThan(50);
        }
    }

    @Test
    void whoWasNotHeardOfIsForgottenAltogether() throws Exception {
        hear(new Heard(NOON, 1, true));
        hear(new Heard(NOON + HOUR, 1, true));
        lease.tellOnce("fact");
        parties(Common.DEVICE, "tablet", "clerk");

        lease.forget(NOON + DAY, DAY);
        assertThat(days.held).isNotNull();

        lease.forget(NOON + HOUR + DAY, DAY);
        assertThat(days.held).isNull();
        assertThat(earlier.held).isEmpty();
        assertThat(seen.held).isEmpty();
        assertThat(shared.held).isEmpty();
        assertThat(told.held).isEmpty();
    }

    @Test
    void thePartiesOfADeviceAreThoseOfThisTenMinutesAndOfAnAddressThoseOfTheDay() throws Exception {
        var clerks = List.of("ann", "ben", "ann", "cid", "ben");
        var devices = new ArrayList<Integer>();
        var addresses = new ArrayList<Integer>();
        for (var n = 0; n < clerks.size(); n++) {
            lease.hear(start(NOON) + n * 3 * MINUTE);
            devices.add(parties(Common.DEVICE, "tablet", clerks.get(n)));
            addresses.add(parties(Common.ADDRESS, "tower", clerks.get(n)));
            lease.keep();
        }

        assertThat(devices).containsExactly(1, 2, 2, 3, 1);
        assertThat(addresses).containsExactly(1, 2, 2, 3, 3);
        lease.hear(NOON + DAY + HOUR);
        assertThat(parties(Common.ADDRESS, "tower", "cid")).isEqualTo(1);
    }

    @Test
    void threeClerksOfOneTabletAreNeverTakenForMoreHoweverBusyTheLease() throws Exception {
        for (var n = 0; n < 100_000; n++) {
            lease.hear(start(NOON) + n);
            parties(Common.DEVICE, "device-" + n, "stranger-" + n);
            if (n % 1_000 == 0) {
                assertThat(parties(Common.DEVICE, "tablet", "clerk-" + n % 3))
                        .isLessThanOrEqualTo(3);
            }
            lease.keep();
        }
        assertThat(shared.held).hasSizeLessThanOrEqualTo(LeaseMemory.SETS);
        assertThat(shared.held.values()).allMatch(set -> set.size() <= LeaseMemory.MOST_IN_SET);
    }

    @Test
    void everyBindingAtAnAddressIsCountedThoughItsPartiesAreNotBeyondWhatSaysEnough()
            throws Exception {
        Shared address = null;
        for (var n = 0; n < 1_000; n++) {
            lease.hear(NOON + n * SECOND);
            address =
                    lease.share(
                            Common.ADDRESS, Hashes.of("warehouse"), Hashes.of("buyer-" + n % 200));
            lease.keep();
        }

        assertThat(address.times()).isEqualTo(1_000);
        assertThat(address.parties()).hasSize(LeaseMemory.MOST_PARTIES).doesNotHaveDuplicates();
    }

    @Test
    void aDeviceKnowsHowEvenlyItBinds() throws Exception {
        Shared even = null;
        Shared uneven = null;
        for (var n = 0; n < 10; n++) {
            lease.hear(start(NOON) + n * n * SECOND);
            uneven = lease.share(Common.DEVICE, 1, n);
        }
        for (var n = 0; n < 10; n++) {
            lease.hear(start(NOON) + 100 * SECOND + n * 9 * SECOND);
            even = lease.share(Common.DEVICE, 2, n);
        }

        assertThat(even.meanGap()).isEqualTo(9);
        assertThat(even.gapVariation()).isZero();
        assertThat(uneven.meanGap()).isEqualTo(9);
        assertThat(uneven.gapVariation()).as("gaps of 1, 3, … 17 s").isBetween(0.57, 0.58);
    }

    private int parties(Common kind, String what, String party) throws Exception {
        return lease.share(kind, Hashes.of(what), Hashes.of(party)).parties().size();
    }

    private record Heard(long at, int party, boolean unused) {}

    private void hear(Heard heard) throws Exception {
        lease.hear(heard.at);
        lease.day().bind(heard.at);
        lease.day().now.unused += heard.unused ? 1 : 0;
        if (lease.again(Kind.PARTY, Hashes.of("party-" + heard.party)) == 1) {
            lease.day().parties++;
        }
        lease.keep();
    }

    private void forgetWhatWasTouched() {
        seen.touched.clear();
        earlier.touched.clear();
        told.touched.clear();
    }

    private static long start(long at) {
        return Math.floorDiv(at, TEN_MINUTES) * TEN_MINUTES;
    }

    private static final class FakeValue<T> implements ValueState<T> {
        private T held;

        @Override
        public T value() {
            return held;
        }

        @Override
        public void update(T value) {
            held = value;
        }

        @Override
        public void clear() {
            held = null;
        }
    }

    /** Knows which of its keys were read or written. */
    private static final class FakeMap<K, V> implements MapState<K, V> {
        private final Map<K, V> held = new HashMap<>();
        private final HashSet<K> touched = new HashSet<>();

        @Override
        public V get(K key) {
            touched.add(key);
            return held.get(key);
        }

        @Override
        public void put(K key, V value) {
            touched.add(key);
            held.put(key, value);
        }

        @Override
        public void putAll(Map<K, V> values) {
            values.forEach(this::put);
        }

        @Override
        public void remove(K key) {
            touched.add(key);
            held.remove(key);
        }

        @Override
        public boolean contains(K key) {
            touched.add(key);
            return held.containsKey(key);
        }

        @Override
        public Iterable<Map.Entry<K, V>> entries() {
            return touchingAll().entrySet();
        }

        @Override
        public Iterable<K> keys() {
            return touchingAll().keySet();
        }

        @Override
        public Iterable<V> values() {
            return touchingAll().values();
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return touchingAll().entrySet().iterator();
        }

        private Map<K, V> touchingAll() {
            touched.addAll(held.keySet());
            return held;
        }

        @Override
        public boolean isEmpty() {
            return held.isEmpty();
        }

        @Override
        public void clear() {
            held.clear();
        }
    }
}
