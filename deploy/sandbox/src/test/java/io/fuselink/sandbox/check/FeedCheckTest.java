/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Feed;
import io.fuselink.events.adapter.Adapter;
import io.fuselink.events.adapter.MappedFile;
import io.fuselink.events.adapter.Mapping;
import io.fuselink.events.token.Tokenizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Four damaged feeds of one carrier, with one fault of each kind, and the samples of providers with none. */
class FeedCheckTest {
    private static final Path DAMAGED = Path.of("src/test/resources/io/fuselink/sandbox/check");
    private static final Path SAMPLES =
            Path.of("../../events/src/test/resources/io/fuselink/events/adapter");
    private static final List<Feed> FEEDS =
            List.of(Feed.BINDINGS, Feed.CALLS, Feed.CDRS, Feed.TRANSCRIPTS);
    private static final Map<String, String> LESSEE =
            Map.of("ent_id", "ent-7", "purpose", "EXPRESS", "pool_key", "FC100000012345");

    private static final CheckReport REPORT = damaged(true);

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsFound(Fault fault) {
        assertThat(REPORT.faults()).containsKey(fault);
        assertThat(REPORT.clean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DUPLICATE_ID_DIFFERENT_CONTENT, 1, damaged-calls.jsonl:11, an event_id of before",
        "CALL_WITHOUT_SETUP, 1, damaged-calls.jsonl:5, ANSWER without SETUP",
        "CALL_SET_UP_TWICE, 1, damaged-calls.jsonl:8, a second SETUP",
        "CALL_PHASES_OUT_OF_ORDER, 1, damaged-calls.jsonl:10, 60.0 s too early",
        "BINDING_NOT_ENDED, 1, damaged-bindings.jsonl:2, expire_time was 21 min before",
        "UNBIND_WITHOUT_BIND, 1, damaged-bindings.jsonl:3, UNBIND without BIND",
        "BINDINGS_OVERLAP, 1, damaged-bindings.jsonl:5, begins before the one of damaged-bindings.jsonl:4 ends",
        "X_UNIT_MISMATCH, 1, damaged-calls.jsonl:13, another x_unit than before",
        "CALL_OF_UNKNOWN_BINDING, 1, damaged-calls.jsonl:12, sub_id is no binding's",
        "CDR_CONTRADICTS_CALL, 1, damaged-cdrs.jsonl:1, 'not answered, but ANSWER was sent'",
        "CDR_CONTRADICTS_ITSELF, 1, damaged-cdrs.jsonl:2, answered without answer_time",
        "SEGMENT_OF_UNKNOWN_CALL, 1, damaged-transcripts.jsonl:3, call_id is no call's",
        "SEGMENT_MISSING, 1, damaged-transcripts.jsonl:2, seg_no 1 is missing",
        "CLOCK_SKEW, 1, damaged-calls.jsonl:17, 'provider slow-1, calls: event_time is 5 min before'",
        "TIME_ZONE, 1, damaged-calls.jsonl:14, 'provider utc-as-local, calls: event_time is 8 h 0 min before'",
        "TOKEN_KEY_MIX, 3, damaged-bindings.jsonl:1, '02 1×, 03 1×'"
    })
    void andNamedWithItsPlace(Fault fault, long count, String position, String detail) {
        var found = REPORT.faults().get(fault);

        assertThat(found.count()).isEqualTo(count);
        assertThat(found.places().get(0).position()).isEqualTo(position);
        assertThat(found.places().get(0).detail()).contains(detail);
    }

    @Test
    void theSameFactToldTwiceInTheSameWordsIsCountedAndNoFault() {
        var calls = REPORT.tallies().get(1);

        assertThat(calls.records()).isEqualTo(20);
        assertThat(calls.understoodRecords()).isEqualTo(20);
        assertThat(calls.repeatedRecords()).isEqualTo(1);
    }

    @Test
    void whoeverListensFromTheMiddleDoesNotMissWhatWasBefore() {
        assertThat(damaged(false).faults())
                .doesNotContainKeys(
                        Fault.CALL_WITHOUT_SETUP,
                        Fault.UNBIND_WITHOUT_BIND,
                        Fault.SEGMENT_OF_UNKNOWN_CALL,
                        Fault.CALL_OF_UNKNOWN_BINDING)
                .containsKeys(Fault.CALL_SET_UP_TWICE, Fault.BINDINGS_OVERLAP);
    }

    @Test
    void allThatOneProviderSendsFitsTogether() {
        var aliyun =
                samples(
                        Adapter.ALIYUN_BIND,
                        Adapter.ALIYUN_START_REPORT,
                        Adapter.ALIYUN_RING_REPORT,
                        Adapter.ALIYUN_PICK_UP_REPORT,
                        Adapter.ALIYUN_SECRET_REPORT);
        var huawei =
                samples(Adapter.HUAWEI_BIND, Adapter.HUAWEI_CALL_EVENTS, Adapter.HUAWEI_FEE_LIST);

        assertThat(aliyun.faults()).isEmpty();
        assertThat(aliyun.clean()).isTrue();
        assertThat(huawei.faults()).isEmpty();
        assertThat(huawei.clean()).isTrue();
        assertThat(huawei.tallies()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Adapter.class,
            names = {"TENCENT_CALL_RECORD", "GATEWAY_BIND", "SIP"})
    void theOtherSamplesAreCleanToo(Adapter adapter) {
        var report = samples(adapter);

        assertThat(report.faults()).isEmpty();
        assertThat(report.clean()).isTrue();
    }

    @Test
    void aBookThatIsFullJudgesTheEldestFirst() {
        var judged = new ArrayList<String>();
        var book = new Youngest<String>(2, judged::add);

        book.open(1, () -> "first");
        book.open(2, () -> "second");
        book.open(1, () -> "again");
        book.open(3, () -> "third");

        assertThat(judged).containsExactly("first");
        assertThat(book.left()).isEqualTo(1);
        book.close();
        assertThat(judged).containsExactly("first", "second", "third");
    }

    @Test
    void idsAreRememberedInMillionsAndTheEldestForgotten() {
        var ids = new SeenIds();
        var many = 5_000_000;
        for (long id = 1; id <= many; id++) {
            ids.note(id * 0x9E3779B97F4A7C15L, (int) id);
        }

        assertThat(ids.note(many * 0x9E3779B97F4A7C15L, 0)).isEqualTo(many);
        assertThat(ids.contains((many - 2_000_000L) * 0x9E3779B97F4A7C15L)).isTrue();
        assertThat(ids.contains(0x9E3779B97F4A7C15L)).isFalse();
    }

    private static CheckReport damaged(boolean fromTheBeginning) {
        var check = new FeedCheck(null, true, fromTheBeginning);
        for (var feed : FEEDS) {
            var file = DAMAGED.resolve("damaged-" + feed.wireName() + ".jsonl");
            add(check, feed, file, null);
        }
        return check.finish();
    }

    private static CheckReport samples(Adapter... adapters) {
        var check = new FeedCheck(null, true, true);
        for (var adapter : adapters) {
            var file =
                    SAMPLES.resolve(adapter.word() + (adapter == Adapter.SIP ? ".txt" : ".json"));
            var constants = adapter.feed() == Feed.BINDINGS ? LESSEE : Map.<String, String>of();
            add(check, adapter.feed(), file, Mapping.of(adapter, null, constants));
        }
        return check.finish();
    }

    private static void add(FeedCheck check, Feed feed, Path file, Mapping mapping) {
        var tally = check.source(file.toString(), feed);
        try (var records = MappedFile.placed(file, feed, mapping, Tokenizer.sandbox())) {
            records.forEach(placed -> check.add(tally, placed));
        }
    }
}
