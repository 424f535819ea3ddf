/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.events.CallEvent;
import io.fuselink.events.Feed;
import io.fuselink.events.numbering.NumberClassifier;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class LargeCityTest {
    private static final int TEN_MILLION = 10_000_000;
    private static final long BEGINNING = 100_000;

    @Test
    void tenMillionNumbersBeginAtOnceAndInOrderOnASmallHeap() {
        var before = heldBytes();
        var records = City.of(CityPlan.busy(TEN_MILLION, 2L * TEN_MILLION, 3)).iterator();
        var last = 0L;
        for (var i = 0; i < BEGINNING; i++) {
            var record = records.next();
            assertThat(record.ingestTime()).isGreaterThanOrEqualTo(last);
            last = record.ingestTime();
        }

        // A number that waits for its first turn takes no room at all.
        assertThat(heldBytes() - before).isLessThan(TEN_MILLION * 20L);
        assertThat(records.hasNext()).isTrue();
    }

    @Test
    void theCrowdOfTenMillionHasTenMillionNumbers() {
        var world = world(CityPlan.standard(3));
        var crowd = new Crowd(world, TEN_MILLION, null);
        var everyThousandth = IntStream.range(0, 10_000).map(i -> i * 1_000);

        assertThat(everyThousandth.mapToObj(crowd::tk)).doesNotHaveDuplicates();
        assertThat(crowd.get(TEN_MILLION - 1)).isEqualTo(crowd.get(TEN_MILLION - 1));
        assertThat(crowd.get(1).imei()).isNotEqualTo(crowd.get(TEN_MILLION - 1).imei());
    }

    @Test
    void everybodyOfACrowdEntersOnceAndInOrder() {
        var world = world(CityPlan.standard(3));
        var crowd = new Crowd(world, 1_001, null);

        assertThat(IntStream.range(0, 1_001).mapToObj(crowd::newcomer))
                .doesNotHaveDuplicates()
                .allMatch(place -> place >= 0 && place < 1_001);
        assertThat(IntStream.range(0, 1_001).mapToObj(crowd::newcomerEnters)).isSorted();
    }

    @Test
    void theBookReadsItsNumbersAsTheNumberPlanDoes() {
        var book = new NumberBook(5);
        var classifier = new NumberClassifier();
        var phones =
                IntStream.range(0, 500)
                        .boxed()
                        .flatMap(
                                i ->
                                        Stream.of(
                                                book.mobile(),
                                                book.virtual(),
                                                book.visitor(),
                                                book.outsider(),
                                                book.middleNumber(i % 3, i * 37)));

        assertThat(phones)
                .allSatisfy(
                        phone -> {
                            var read = classifier.ofCanonical(phone.canonical());
                            assertThat(phone.canonical()).isEqualTo(read.canonical());
                            assertThat(phone.numberClass()).isEqualTo(read.numberClass());
                            assertThat(phone.display()).isEqualTo(read.display());
                            assertThat(phone.unit()).isEqualTo(read.unit());
                        });
    }

    @Test
    void aBusyPlanMakesItsEventsAboutItsNumbersInTheMixOfAWorkingDay() {
        var numbers = new HashSet<String>();
        var mix = new EnumMap<Feed, Long>(Feed.class);
        var events = 20_000L;
        first(events, City.of(CityPlan.busy(2_000, events, 3)))
                .forEach(
                        record -> {
                            mix.merge(record.feed(), 1L, Long::sum);
                            if (record.event().body() instanceof CallEvent call) {
                                numbers.add(call.fromTk());
                                numbers.add(call.toTk());
                                numbers.add(call.xTk());
                            }
                        });
        numbers.remove(null);

        assertThat(mix.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(events);
        assertThat(mix.get(Feed.CALLS) / (double) events).isBetween(0.6, 0.75);
        assertThat(mix.get(Feed.BINDINGS) / (double) events).isBetween(0.12, 0.18);
        assertThat(mix.get(Feed.CDRS) / (double) events).isBetween(0.1, 0.18);
        assertThat(mix).containsKeys(Feed.TRANSCRIPTS, Feed.SIGHTINGS);
        assertThat(numbers).hasSizeBetween(1_900, 2_000);
    }

    @Test
    void aBusyPlanForFewNumbersLastsADayAtAHigherTempo() {
        var plan = CityPlan.busy(100, 1_000_000, 3);

        assertThat(plan.hours()).isEqualTo(24);
        assertThat(plan.tempo()).isGreaterThan(1);
        assertThatThrownBy(() -> CityPlan.busy(99, 1, 3)).hasMessageStartingWith("numbers: 99");
        assertThatThrownBy(() -> CityPlan.busy(100, 0, 3)).hasMessageStartingWith("events: 0");
    }

    private static World world(CityPlan plan) {
        return new World(plan, new Outbox<>(plan, Parcel::of));
    }

    private static Stream<WireRecord> first(long count, Iterable<WireRecord> records) {
        Iterator<WireRecord> iterator = records.iterator();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, 0), false)
                .limit(count);
    }

    private static long heldBytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
