/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.events.CallEvent;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.events.token.Tokenizer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CityTest {
    private static final CityPlan SMALL = new CityPlan(60, 1, 11);

    private final WireCodec codec = WireCodec.accepting(Tokenizer.sandbox());

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        var city = City.of(SMALL);

        assertThat(bytesOf(city)).isEqualTo(bytesOf(city)).isEqualTo(bytesOf(City.of(SMALL)));
        assertThat(bytesOf(City.of(new CityPlan(60, 1, 12)))).isNotEqualTo(bytesOf(city));
        assertThat(new JsonCodec().encodeOutput(city.truth()))
                .isEqualTo(new JsonCodec().encodeOutput(City.of(SMALL).truth()));
    }

    @Test
    void aParcelIsTheRecordPackedForABroker() {
        var parcels = City.of(SMALL).parcels();
        for (var record : City.of(SMALL)) {
            var parcel = parcels.next();
            assertThat(parcel.feed()).isEqualTo(record.feed());
            assertThat(parcel.key()).isEqualTo(record.key());
            assertThat(parcel.value()).isEqualTo(record.toTopic());
            assertThat(parcel.ingestTime()).isEqualTo(record.ingestTime());
        }
        assertThat(parcels.hasNext()).isFalse();
    }

    @Test
    void threeHundredPeopleKeepTheGatewaysBusyButNotFlooded() {
        var records = Played.STANDARD.truth.records();

        assertThat(records.values().stream().mapToLong(Long::longValue).sum())
                .isBetween(20_000L, 60_000L);
        assertThat(records.keySet())
                .contains(
                        "calls",
                        "cdrs",
                        "bindings",
                        "transcripts",
                        "reports",
                        "cases",
                        "purposes",
                        "owners",
                        "sightings");
    }

    @Test
    void recordsComeInTheOrderOfTheirArrivalAndLiveOnesSoon() {
        var last = SMALL.startMs();
        for (var record : City.of(SMALL)) {
            assertThat(record.ingestTime()).isGreaterThanOrEqualTo(last);
            last = record.ingestTime();
            if (!record.isGarbage() && record.feed().latenessMs() > 0) {
                var header = record.event().header();
                assertThat(header.ingestTime() - header.eventTime())
                        .isBetween(1L, record.feed().latenessMs());
            }
        }
        assertThat(last).isLessThan(SMALL.endMs() + 30 * Played.MINUTE_MS);
    }

    @Test
    void everyEventIsReadBackFromTopicAndFileAndEveryGarbageIsADeadLetter() {
        for (var record : City.of(SMALL)) {
            for (var bytes : List.of(record.toTopic(), record.toLine())) {
                var received = codec.decode(record.feed(), bytes, "0@0", record.ingestTime());
                assertThat(received.event()).isEqualTo(record.event());
                assertThat(received.deadLetter() != null).isEqualTo(record.isGarbage());
            }
        }
    }

    @Test
    void theTruthCountsWhatIsInTheStream() {
        var records = new HashMap<String, Long>();
        var copies = new HashMap<String, Long>();
        var garbage = new HashMap<String, Long>();
        var heldUp = new HashMap<String, Long>();
        var seen = new HashSet<String>();
        for (var record : City.of(CityPlan.standard(7))) {
            var feed = record.feed().wireName();
            records.merge(feed, 1L, Long::sum);
            if (record.isGarbage()) {
                garbage.merge(feed, 1L, Long::sum);
            } else if (!seen.add(record.event().header().eventId())) {
                copies.merge(feed, 1L, Long::sum);
            } else if (record.ingestTime() > record.event().header().ingestTime()) {
                heldUp.merge(feed, 1L, Long::sum);
            }
        }

        var truth = Played.STANDARD.truth;
        assertThat(truth.records()).containsExactlyInAnyOrderEntriesOf(records);
        assertThat(truth.faults().duplicates())
                .containsExactlyInAnyOrderEntriesOf(copies)
                .containsOnlyKeys("calls", "cdrs", "bindings", "transcripts");
        assertThat(truth.faults().garbage())
                .containsExactlyInAnyOrderEntriesOf(garbage)
                .containsKeys("calls", "cdrs", "bindings", "transcripts");
        assertThat(truth.faults().heldUp())
                .containsExactlyInAnyOrderEntriesOf(heldUp)
                .containsOnlyKeys("calls");
    }

    @Test
    void everyCallIsOneAttemptWithOneCdr() {
        var attempts =
                Played.STANDARD.of(Feed.CALLS).stream()
                        .map(Event::call)
                        .filter(CallEvent::attempt)
                        .map(CallEvent::icid)
                        .toList();
        var settled =
                Played.STANDARD.of(Feed.CDRS).stream()
                        .map(e -> e.cdr().icid())
                        .collect(Collectors.toSet());

        assertThat(attempts).doesNotHaveDuplicates();
        assertThat(settled).isEqualTo(Set.copyOf(attempts));
    }

    @Test
    void aPlanThatMakesNoCityIsRefusedByName() {
        assertThatThrownBy(() -> new CityPlan(10, 3, 1)).hasMessageStartingWith("people: 10");
        assertThatThrownBy(() -> new CityPlan(300, Double.NaN, 1)).hasMessageStartingWith("hours:");
        assertThatThrownBy(() -> new CityPlan(300, 3, 1, (Instant) null))
                .hasMessageStartingWith("start:");
    }

    static String bytesOf(City city) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var record : city) {
                digest.update(record.toTopic());
                digest.update(record.toLine());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
