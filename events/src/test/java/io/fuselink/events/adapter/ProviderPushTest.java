/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Cdr;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.FailClass;
import io.fuselink.events.Ids;
import io.fuselink.events.Initiator;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Received;
import io.fuselink.events.ReleaseDirection;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.token.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One call, A to B through X at six in the evening Beijing time, as two platforms tell it. */
class ProviderPushTest {
    private static final Tokenizer TOKENS = Tokenizer.sandbox();
    private static final String ALICE = TOKENS.token("CN:M:13800138000");
    private static final String BOB = TOKENS.token("CN:M:13900139000");
    private static final String STRANGER = TOKENS.token("CN:M:13700137000");
    private static final long DIALLED = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final long TEN_HOURS = 36_000_000L;

    private final AliyunSecretReport aliyun = new AliyunSecretReport(TOKENS);
    private final HuaweiFeeList huawei = new HuaweiFeeList(TOKENS);

    @Test
    void aliyunTellsWhoCalledWhomThroughWhat() throws Exception {
        var event = events(aliyun.read(fixture("aliyun-secret-report.json"), "push", 0)).get(0);
        var cdr = event.cdr();

        assertThat(cdr.fromTk()).isEqualTo(ALICE);
        assertThat(cdr.toTk()).isEqualTo(BOB);
        assertThat(cdr.xTk()).isEqualTo(TOKENS.token("CN:NP:700123456789012"));
        assertThat(cdr.xUnit()).isEqualTo("70012345678");
        assertThat(cdr.displayClass()).isEqualTo(NumberClass.NUMBER_PROTECTION);
        assertThat(cdr.initiator()).isEqualTo(Initiator.A);
        assertThat(cdr.answered()).isTrue();
        assertThat(cdr.durationMs()).isEqualTo(60_000);
        assertThat(cdr.releaseDir()).isEqualTo(ReleaseDirection.CALLER);
        assertThat(cdr.causeQ850()).isEqualTo(16);
        assertThat(cdr.failClass()).isEqualTo(FailClass.NONE);
        assertThat(cdr.poolKey()).isEqualTo("FC100000012345");
        assertThat(cdr.recordRefHash()).isNotNull().doesNotContain("example");
        assertThat(event.header().provider()).isEqualTo("aliyun");
        assertThat(event.ts()).isEqualTo(cdr.releaseTime());
    }

    @Test
    void aCallToAMiddleNumberWithoutABindingIsAStrangersAndReachedTheMiddleNumberOnly()
            throws Exception {
        var told =
                List.of(
                        events(aliyun.read(fixture("aliyun-secret-report.json"), "push", 0)).get(1),
                        events(huawei.read(fixture("huawei-fee-list.json"), "push", 0)).get(1));

        assertThat(told)
                .extracting(Event::cdr)
                .allSatisfy(
                        cdr -> {
                            assertThat(cdr.fromTk()).isEqualTo(STRANGER);
                            assertThat(cdr.toTk()).isEqualTo(cdr.xTk());
                            assertThat(cdr.answered()).isFalse();
                            assertThat(cdr.answerTime()).isNull();
                            assertThat(cdr.failClass()).isEqualTo(FailClass.NO_BIND);
                        });
    }

    @Test
    void providersInDifferentTimeZonesAgreeAboutOneCall() throws Exception {
        var local = events(aliyun.read(fixture("aliyun-secret-report.json"), "push", 0)).get(0);
        var utc = events(huawei.read(fixture("huawei-fee-list.json"), "push", 0)).get(0);

        assertThat(local.cdr().callTime()).isEqualTo(DIALLED);
        assertThat(utc.cdr())
                .extracting(
                        Cdr::callTime,
                        Cdr::outTime,
                        Cdr::ringTime,
                        Cdr::answerTime,
                        Cdr::releaseTime,
                        Cdr::fromTk,
                        Cdr::toTk)
                .containsExactly(
                        local.cdr().callTime(),
                        local.cdr().outTime(),
                        local.cdr().ringTime(),
                        local.cdr().answerTime(),
                        local.cdr().releaseTime(),
                        local.cdr().fromTk(),
                        local.cdr().toTk());
    }

    @Test
    void aPushRepeatedTenHoursLaterIsTheSameEventAndSettlesWhenItComes() throws Exception {
        for (var name : List.of("aliyun", "huawei")) {
            var prompt = events(push(name, DIALLED + 120_000)).get(0);
            var late = events(push(name, DIALLED + TEN_HOURS)).get(0);

            assertThat(late.header().eventId()).isEqualTo(prompt.header().eventId());
            assertThat(late.cdr()).isEqualTo(prompt.cdr());
            assertThat(late.ts()).isEqualTo(DIALLED + TEN_HOURS);
        }
    }

    @Test
    void aWrongTimeZoneShowsAsACallFromTheFuture() throws Exception {
        var mistaken = new HuaweiFeeList(TOKENS, ZoneId.of("America/New_York"), "huawei");

        var letter =
                mistaken.read(fixture("huawei-fee-list.json"), "push", DIALLED + 60_000)
                        .get(0)
                        .deadLetter();

        assertThat(letter.reason()).isEqualTo(DeadLetterReason.FROM_THE_FUTURE);
    }

    @Test
    void noNumberLeavesTheAdapter() throws Exception {
        for (var event : events(push("aliyun", 0))) {
            assertThat(new String(new JsonCodec().encode(event), StandardCharsets.UTF_8))
                    .doesNotContain("13800138000", "13900139000", "13700137000", "700123456789012")
                    .doesNotContain("https");
        }
    }

    @Test
    void aBadItemSpoilsOnlyItself() throws Exception {
        var push =
                text("aliyun-secret-report.json")
                        .replace("\"phone_no\": \"13700137000\"", "\"phone_no\": \"137****7000\"");

        var received = aliyun.read(push.getBytes(StandardCharsets.UTF_8), "aliyun.jsonl:3", 0);

        assertThat(received.get(0).event()).isNotNull();
        var letter = received.get(1).deadLetter();
        assertThat(letter.reason()).isEqualTo(DeadLetterReason.NOT_JOINABLE);
        assertThat(letter.detail()).contains("from_tk").doesNotContain("7000");
        assertThat(letter.position()).isEqualTo("aliyun.jsonl:3#1");
        assertThat(letter.sha256())
                .isEqualTo(Ids.fingerprint(push.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void pushesThatAreNoneAreDeadLetters() {
        assertThat(
                        reasonOf(
                                aliyun.read(
                                        bytes(
                                                "{\"call_type\":2,\"phone_no\":\"13800138000\","
                                                        + "\"secret_no\":\"700123456789012\"}"),
                                        "p",
                                        0)))
                .isEqualTo(DeadLetterReason.OUT_OF_RANGE);
        assertThat(reasonOf(aliyun.read(bytes("{\"phone_no\":"), "p", 0)))
                .isEqualTo(DeadLetterReason.NOT_DECODABLE);
        assertThat(reasonOf(aliyun.read(bytes("7"), "p", 0)))
                .isEqualTo(DeadLetterReason.MISSING_FIELD);
        assertThat(reasonOf(huawei.read(bytes("{\"feeLst\":{}}"), "p", 0)))
                .isEqualTo(DeadLetterReason.MISSING_FIELD);
        assertThat(
                        reasonOf(
                                huawei.read(
                                        bytes("{\"feeLst\":[" + "{},".repeat(50) + "{}]}"),
                                        "p",
                                        0)))
                .isEqualTo(DeadLetterReason.OUT_OF_RANGE);
    }

    private List<Received> push(String provider, long arrivedAt) throws IOException {
        return provider.equals("aliyun")
                ? aliyun.read(fixture("aliyun-secret-report.json"), "push", arrivedAt)
                : huawei.read(fixture("huawei-fee-list.json"), "push", arrivedAt);
    }

    private static List<Event> events(List<Received> received) {
        assertThat(received).allSatisfy(one -> assertThat(one.deadLetter()).isNull());
        return received.stream().map(Received::event).toList();
    }

    private static DeadLetterReason reasonOf(List<Received> received) {
        return received.get(0).deadLetter().reason();
    }

    private static String text(String name) throws IOException {
        return new String(fixture(name), StandardCharsets.UTF_8);
    }

    private static byte[] fixture(String name) throws IOException {
        try (var in = ProviderPushTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
