/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.events.Feed;
import java.util.HashSet;
import java.util.function.ToLongFunction;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class FeedFaultsTest {
    private static final CityPlan PLAN =
            new CityPlan(60, 1, 11).withCast(Persona.COURIER).withFaults(FeedFaults.NONE);

    private static City with(FeedFaults faults) {
        return City.of(PLAN.withFaults(faults));
    }

    @Test
    void withoutFaultsEverythingArrivesOnceInTimeAndReadable() {
        var ids = new HashSet<String>();
        for (var record : with(FeedFaults.NONE)) {
            assertThat(record.isGarbage()).isFalse();
            assertThat(ids.add(record.event().header().eventId())).isTrue();
            assertThat(record.ingestTime()).isEqualTo(record.event().header().ingestTime());
        }
        var tally = with(FeedFaults.NONE).truth().faults();
        assertThat(tally.duplicates()).isEmpty();
        assertThat(tally.garbage()).isEmpty();
        assertThat(tally.heldUp()).isEmpty();
        assertThat(tally.shuffled()).isEmpty();
        assertThat(tally.lost()).isEmpty();
        assertThat(tally.wrongClock()).isEmpty();
    }

    @Test
    void aShareOfAFeedIsSentTwice() {
        var city = with(FeedFaults.NONE.withDuplicated(Feed.BINDINGS, 0.1));

        var bindings = city.truth().records().get("bindings");
        var copies = city.truth().faults().duplicates().get("bindings");
        assertThat(copies * 11 / 1.0).isBetween(bindings - 11.0, bindings + 11.0);
        assertThat(city.truth().faults().duplicates()).containsOnlyKeys("bindings");
    }

    @Test
    void aShareOfAFeedIsGarbage() {
        var city = with(FeedFaults.NONE.withGarbage(Feed.CALLS, 0.05));

        var garbage = count(city, record -> record.isGarbage() ? 1 : 0);
        assertThat(garbage).isPositive().isEqualTo(city.truth().faults().garbage().get("calls"));
    }

    @Test
    void lateAndShuffledRecordsComeAfterTheirIngestTime() {
        var city = with(FeedFaults.NONE.withLate(Feed.CDRS, 0.1).withShuffled(Feed.CALLS, 0.2));

        var tally = city.truth().faults();
        assertThat(count(city, record -> delay(record) >= 60_000 ? 1 : 0))
                .isPositive()
                .isEqualTo(tally.heldUp().get("cdrs"));
        assertThat(count(city, record -> delay(record) > 0 && delay(record) < 60_000 ? 1 : 0))
                .isPositive()
                .isEqualTo(tally.shuffled().get("calls"));
    }

    @Test
    void aSilentFeedLosesWhatHappensMeanwhile() {
        var silence = new FeedFaults.Silence(0.4, 0.6);
        var city = with(FeedFaults.NONE.withSilent(Feed.BINDINGS, silence));

        for (var record : city) {
            if (record.feed() == Feed.BINDINGS) {
                assertThat(record.event().header().eventTime())
                        .matches(at -> at < PLAN.at(0.4) || at >= PLAN.at(0.6));
            }
        }
        var all = with(FeedFaults.NONE).truth().records().get("bindings");
        var lost = city.truth().faults().lost().get("bindings");
        assertThat(lost).isPositive();
        assertThat(city.truth().records().get("bindings") + lost).isEqualTo(all);
    }

    @Test
    void onlyTheSlowCarriersClockIsWrong() {
        var city = with(FeedFaults.NONE.withClockSkew(-90_000));

        var behind = 0L;
        for (var record : city) {
            var header = record.event().header();
            if (header.ingestTime() - header.eventTime() >= 90_000 && record.feed() != Feed.CDRS) {
                assertThat(header.provider()).isEqualTo(Parties.SLOW);
                behind++;
            }
        }
        var tally = city.truth().faults().wrongClock();
        assertThat(behind).isPositive();
        assertThat(
                        tally.entrySet().stream()
                                .filter(t -> !t.getKey().equals(Feed.CDRS.wireName()))
                                .mapToLong(t -> t.getValue())
                                .sum())
                .isEqualTo(behind);
    }

    @Test
    void aShareBeyondOneIsRefusedByName() {
        assertThatThrownBy(() -> FeedFaults.NONE.withLate(Feed.CALLS, 1.5))
                .hasMessage("late of calls: 1.5 is not between 0 and 1");
        assertThatThrownBy(() -> new FeedFaults.Silence(0.6, 0.4)).hasMessageStartingWith("silent");
    }

    private static long delay(WireRecord record) {
        return record.ingestTime() - record.event().header().ingestTime();
    }

    private static long count(City city, ToLongFunction<WireRecord> what) {
        return StreamSupport.stream(city.spliterator(), false).mapToLong(what).sum();
    }
}
