/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Binding;
import io.fuselink.events.BindingMode;
import io.fuselink.events.BindingOp;
import io.fuselink.events.CallEvent;
import io.fuselink.events.CallLeg;
import io.fuselink.events.CallPhase;
import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.FailClass;
import io.fuselink.events.Received;
import io.fuselink.events.Source;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.token.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alice calls Bob at six in the evening Beijing time, as every provider tells it. */
class AdapterTest {
    private static final Path SAMPLES = Path.of("src/test/resources/io/fuselink/events/adapter");
    private static final Path MAPPINGS = Path.of("..", "deploy", "conf", "mappings");
    private static final Map<String, String> LESSEE =
            Map.of("ent_id", "ent-7", "purpose", "EXPRESS", "pool_key", "FC100000012345");
    private static final Tokenizer TOKENS = Tokenizer.sandbox();
    private static final String ALICE = TOKENS.token("CN:M:13800138000");
    private static final String BOB = TOKENS.token("CN:M:13900139000");
    private static final String CAROL = TOKENS.token("CN:M:13700137000");
    private static final long DIALLED = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void theDocumentedSampleIsUnderstoodWholeAndKeepsItsNumbersToItself(Adapter adapter) {
        var received = sample(adapter);

        assertThat(received).isNotEmpty().extracting(Received::deadLetter).containsOnlyNulls();
        assertThat(received)
                .allSatisfy(
                        one -> {
                            var wire =
                                    new String(
                                            new JsonCodec().encode(one.event()),
                                            StandardCharsets.UTF_8);
                            assertThat(wire)
                                    .doesNotContain("13800138000")
                                    .doesNotContain("13900139000")
                                    .doesNotContain("13700137000")
                                    .doesNotContain("17012345678")
                                    .doesNotContain("700123456789012");
                        });
    }

    @Test
    void aliyunTellsTheCallWhileItRuns() {
        var phases =
                List.of(
                        calls(Adapter.ALIYUN_START_REPORT).get(0),
                        calls(Adapter.ALIYUN_RING_REPORT).get(0),
                        calls(Adapter.ALIYUN_PICK_UP_REPORT).get(0));
        var settled = events(Adapter.ALIYUN_SECRET_REPORT).get(0).cdr();

        assertThat(phases)
                .extracting(CallEvent::phase)
                .containsExactly(CallPhase.SETUP, CallPhase.RING, CallPhase.ANSWER);
        assertThat(phases)
                .allSatisfy(
                        call -> {
                            assertThat(call.fromTk()).isEqualTo(ALICE);
                            assertThat(call.toTk()).isEqualTo(BOB);
                            assertThat(call.xTk()).isEqualTo(settled.xTk());
                            assertThat(call.callId()).isEqualTo(settled.callId());
                            assertThat(call.subId()).isEqualTo(settled.subId());
                        });
        assertThat(events(Adapter.ALIYUN_PICK_UP_REPORT).get(0).header().eventTime())
                .isEqualTo(settled.answerTime());
    }

    @Test
    void huaweiShowsTheMiddleNumberAsCallerOfItsOwnLegButAliceStaysTheInitiator() {
        var calls = calls(Adapter.HUAWEI_CALL_EVENTS);

        assertThat(calls)
                .extracting(CallEvent::phase)
                .containsExactly(
                        CallPhase.SETUP,
                        CallPhase.SETUP,
                        CallPhase.RING,
                        CallPhase.ANSWER,
                        CallPhase.HANGUP);
        assertThat(calls).extracting(CallEvent::fromTk).containsOnly(ALICE);
        assertThat(calls.get(0).toTk()).isEqualTo(calls.get(0).xTk());
        assertThat(calls.subList(1, 5)).extracting(CallEvent::toTk).containsOnly(BOB);
        assertThat(calls.stream().filter(CallEvent::attempt)).hasSize(1);
    }

    @Test
    void huaweisTextWithoutAZoneIsUtcAndEightHoursOffWhenTakenForLocalTime() throws IOException {
        var utc = events(Adapter.HUAWEI_CALL_EVENTS).get(0);
        var mistaken =
                Adapter.HUAWEI_CALL_EVENTS
                        .open(TOKENS, ZoneId.of("Asia/Shanghai"), Map.of())
                        .read(pushes(Adapter.HUAWEI_CALL_EVENTS, 0), "push", 0)
                        .get(0)
                        .event();

        assertThat(utc.header().eventTime()).isEqualTo(DIALLED);
        assertThat(mistaken.header().eventTime()).isEqualTo(DIALLED - 8 * 3_600_000);
    }

    @Test
    void anEventOfACallWhoseBeginningWasNotSeenIsRefusedRatherThanLaidAtTheMiddleNumbersDoor()
            throws IOException {
        var huawei =
                Adapter.HUAWEI_CALL_EVENTS
                        .open(TOKENS, null, Map.of())
                        .read(pushes(Adapter.HUAWEI_CALL_EVENTS, 3), "push", 0);
        var sip = Adapter.SIP.open(TOKENS, null, Map.of()).read(pushes(Adapter.SIP, 3), "push", 0);

        assertThat(letter(huawei).detail()).contains("callin of this sessionId was not seen");
        assertThat(letter(sip).detail()).contains("INVITE of this Call-ID was not seen");
        assertThat(letter(sip).reason()).isEqualTo(DeadLetterReason.MISSING_FIELD);
    }

    @Test
    void tencentTellsAnAnsweredCallAndOneWithoutABinding() {
        var cdrs = events(Adapter.TENCENT_CALL_RECORD).stream().map(Event::cdr).toList();

        assertThat(cdrs.get(0).callTime()).isEqualTo(DIALLED);
        assertThat(cdrs.get(0).durationMs()).isEqualTo(60_000);
        assertThat(cdrs.get(0).failClass()).isEqualTo(FailClass.NONE);
        assertThat(cdrs.get(1).failClass()).isEqualTo(FailClass.NO_BIND);
        assertThat(cdrs.get(1).fromTk()).isEqualTo(CAROL);
        assertThat(cdrs.get(1).toTk()).isEqualTo(cdrs.get(1).xTk());
        assertThat(cdrs.get(1).answerTime()).isNull();
    }

    @Test
    void tencentsOtherDocumentedEndsAreToldApart() throws IOException {
        var noBinding = text(pushes(Adapter.TENCENT_CALL_RECORD, 1));

        assertThat(failure(noBinding.replace("\"12\"", "\"15\""))).isEqualTo(FailClass.NET);
        assertThat(failure(noBinding.replace("\"12\"", "\"17\""))).isEqualTo(FailClass.REJECT);
    }

    @Test
    void sipShowsOneNumberAndIsFromAnother() {
        var invite = calls(Adapter.SIP).get(0);
        var header = events(Adapter.SIP).get(0).header();

        assertThat(invite.fromTk()).isEqualTo(ALICE);
        assertThat(invite.toTk()).isEqualTo(BOB);
        assertThat(invite.redirectTk()).isEqualTo(CAROL);
        assertThat(invite.spoofShape()).isEqualTo(SpoofShape.INTL_SHORT_CODE);
        assertThat(invite.display()).isEqualTo("+86110");
        assertThat(invite.icid()).isEqualTo("1234bc9876e");
        assertThat(invite.cellTk()).isEqualTo(TOKENS.token("cell:460001234ABCDEF1"));
        assertThat(invite.leg()).isEqualTo(CallLeg.DIRECT);
        assertThat(invite.trunkType()).isEqualTo(TrunkType.IMS);
        assertThat(header.source()).isEqualTo(Source.CARRIER);
        assertThat(header.eventTime()).isEqualTo(DIALLED);
    }

    @Test
    void whoeverHangsUpTheInitiatorOfTheSipCallStaysTheSame() {
        var calls = calls(Adapter.SIP);

        assertThat(calls)
                .extracting(CallEvent::phase)
                .containsExactly(
                        CallPhase.SETUP, CallPhase.RING, CallPhase.ANSWER, CallPhase.HANGUP);
        assertThat(calls).extracting(CallEvent::fromTk).containsOnly(ALICE);
        assertThat(calls)
                .extracting(CallEvent::callId)
                .containsOnly("a84b4c76e66710@trunk.example");
    }

    @Test
    void aProbeMayWriteSipAsJson() {
        var probe =
                """
                {"time":"2026-01-05T18:00:00.250+08:00","start_line":"INVITE sip:13900139000@ims.example SIP/2.0",
                 "headers":{"From":"<sip:anonymous@anonymous.invalid>;tag=1","To":"<tel:13900139000>","Call-ID":"c1","CSeq":"1 INVITE",
                 "P-Asserted-Identity":["<sip:13800138000@ims.example>","<tel:+8613800138000>"],
                 "History-Info":["<sip:13700137000@ims.example>;index=1","<sip:13900139000@ims.example>;index=1.1"]}}
                """;

        var event = read(Adapter.SIP, probe).get(0).event();

        assertThat(event.header().eventTime()).isEqualTo(DIALLED + 250);
        assertThat(event.call().fromTk()).isEqualTo(ALICE);
        assertThat(event.call().redirectTk()).isEqualTo(CAROL);
        assertThat(event.call().spoofShape()).isEqualTo(SpoofShape.HIDDEN);
    }

    @Test
    void aCallThatScreeningRefusedIsBlocked() throws IOException {
        var reader = Adapter.SIP.open(TOKENS, null, Map.of());
        reader.read(pushes(Adapter.SIP, 0), "push", 0);

        var refused =
                text(pushes(Adapter.SIP, 1)).replace("SIP/2.0 180 Ringing", "SIP/2.0 608 Rejected");

        assertThat(reader.read(bytes(refused), "push", 0).get(0).event().call().phase())
                .isEqualTo(CallPhase.BLOCKED);
    }

    @Test
    void aMiddleNumbersLegsAreToldFromDirectCalls() throws IOException {
        var invite = text(pushes(Adapter.SIP, 0));
        var toX = invite.replace("+8613900139000", "700123456789012");
        var fromX = invite.replace("+86110", "700123456789012");

        assertThat(read(Adapter.SIP, toX).get(0).event().call().leg()).isEqualTo(CallLeg.A_TO_X);
        assertThat(read(Adapter.SIP, fromX).get(0).event().call().leg()).isEqualTo(CallLeg.X_TO_B);
        assertThat(read(Adapter.SIP, fromX).get(0).event().call().fromTk()).isEqualTo(ALICE);
    }

    @Test
    void aDomesticNumberOnAnInternationalTrunkGivesItselfAway() throws IOException {
        var file = folder.resolve("probe.txt");
        var invite = text(pushes(Adapter.SIP, 0)).replace("+86110", "+8613800138000");
        Files.writeString(file, invite);
        var mapping = Mapping.read(MAPPINGS.resolve("sip_international.yml"));

        var call = read(mapping, file).get(0).event().call();

        assertThat(call.spoofShape()).isEqualTo(SpoofShape.INTL_DOMESTIC);
        assertThat(call.trunkType()).isEqualTo(TrunkType.INTL);
        assertThat(call.trunkId()).isEqualTo("intl-1");
    }

    @Test
    void theLesseeOfAMappingIsTheOneOfEveryBinding() {
        var mapping = Mapping.read(MAPPINGS.resolve("aliyun_bindings.yml"));

        var bound = read(mapping, file(Adapter.ALIYUN_BIND));

        assertThat(bound)
                .extracting(received -> received.event().binding().entId())
                .containsExactly("example-lessee", "example-lessee", "example-lessee");
    }

    @Test
    void bindingsAreMadeChangedAndEnded() {
        var aliyun = events(Adapter.ALIYUN_BIND).stream().map(Event::binding).toList();
        var huawei = events(Adapter.HUAWEI_BIND).stream().map(Event::binding).toList();
        var gateway = events(Adapter.GATEWAY_BIND).stream().map(Event::binding).toList();

        assertThat(aliyun)
                .extracting(Binding::op)
                .containsExactly(BindingOp.BIND, BindingOp.UPDATE, BindingOp.UNBIND);
        assertThat(aliyun).extracting(Binding::aTk).containsOnly(ALICE);
        assertThat(aliyun.get(1).expireTime() - aliyun.get(0).expireTime()).isEqualTo(3_600_000);
        assertThat(aliyun.get(0).orderTk()).isEqualTo(TOKENS.token("order:order-1"));
        assertThat(huawei)
                .extracting(Binding::op)
                .containsExactly(BindingOp.BIND, BindingOp.UNBIND);
        assertThat(List.of(huawei.get(0), gateway.get(0)))
                .allSatisfy(
                        binding -> {
                            assertThat(binding.mode()).isEqualTo(BindingMode.AXB);
                            assertThat(binding.aTk()).isEqualTo(ALICE);
                            assertThat(binding.bTk()).isEqualTo(BOB);
                            assertThat(binding.entId()).isEqualTo("ent-7");
                            assertThat(binding.expireTime() - binding.bindTime())
                                    .isEqualTo(9_000_000);
                        });
    }

    @Test
    void whatNoPushSaysIsNamedAndCanBeGivenAsAConstant() throws IOException {
        var reader = Adapter.ALIYUN_BIND.open(TOKENS, null, Map.of());

        var letter = letter(reader.read(pushes(Adapter.ALIYUN_BIND, 0), "push", 0));

        assertThat(letter.reason()).isEqualTo(DeadLetterReason.MISSING_FIELD);
        assertThat(letter.detail()).isEqualTo("ent_id is missing");
    }

    @Test
    void everyUnusablePushNamesItsField() {
        assertThat(letter(read(Adapter.HUAWEI_CALL_EVENTS, "{\"eventType\":\"callin\"}")).detail())
                .isEqualTo("statusInfo is missing");
        assertThat(letter(read(Adapter.TENCENT_CALL_RECORD, "{\"callId\":\"c\"}")).detail())
                .isEqualTo("dstVirtualNum is missing");
        assertThat(letter(read(Adapter.GATEWAY_BIND, "{\"bindId\":\"b\"}")).detail())
                .isEqualTo("subts is missing");
        assertThat(letter(read(Adapter.HUAWEI_BIND, "{\"time\":\"x\"}")).detail())
                .isEqualTo("request is missing");
        assertThat(letter(read(Adapter.SIP, "OPTIONS sip:a@b SIP/2.0\nCall-ID: 1")).detail())
                .isEqualTo("the method is none of INVITE, CANCEL, BYE");
        assertThat(letter(read(Adapter.SIP, "INVITE tel:1 SIP/2.0\nCall-ID: 1")).detail())
                .isEqualTo("From is missing");
        assertThat(letter(read(Adapter.SIP, "\u0000")).reason())
                .isEqualTo(DeadLetterReason.MISSING_FIELD);
    }

    @Test
    void aDamagedPushInAFileSpoilsOnlyItself() throws IOException {
        var whole = Files.readString(SAMPLES.resolve("tencent-call-record.json"));
        var file = folder.resolve("pushes.json");
        Files.writeString(file, "{\"callId\": \n" + whole);

        var received = read(Adapter.TENCENT_CALL_RECORD, file);

        assertThat(received).hasSize(3);
        assertThat(received.get(0).deadLetter().reason()).isEqualTo(DeadLetterReason.NOT_DECODABLE);
        assertThat(received.get(0).deadLetter().position()).isEqualTo("pushes.json:1");
        assertThat(received.get(1).event()).isNotNull();
        assertThat(received.get(2).event()).isNotNull();
    }

    private static List<CallEvent> calls(Adapter adapter) {
        return events(adapter).stream().map(Event::call).toList();
    }

    private static List<Event> events(Adapter adapter) {
        return sample(adapter).stream().map(Received::event).toList();
    }

    private static List<Received> sample(Adapter adapter) {
        return read(adapter, file(adapter));
    }

    private static List<Received> read(Adapter adapter, Path file) {
        var constants = adapter.word().endsWith("-bind") ? LESSEE : Map.<String, String>of();
        return read(Mapping.of(adapter, null, constants), file);
    }

    private static List<Received> read(Mapping mapping, Path file) {
        var feed = mapping.adapter().feed();
        try (var received = MappedFile.read(file, feed, mapping, TOKENS)) {
            return received.toList();
        }
    }

    private static List<Received> read(Adapter adapter, String push) {
        return adapter.open(TOKENS, null, Map.of()).read(bytes(push), "push", 0);
    }

    private static Path file(Adapter adapter) {
        return SAMPLES.resolve(adapter.word() + (adapter == Adapter.SIP ? ".txt" : ".json"));
    }

    /** The push at this place in the sample. */
    private static byte[] pushes(Adapter adapter, int place) throws IOException {
        try (var lines = new Lines(file(adapter))) {
            var pushes = new Pushes(lines);
            for (var i = 0; i < place; i++) {
                pushes.next();
            }
            return pushes.next().bytes();
        }
    }

    private static FailClass failure(String push) {
        return read(Adapter.TENCENT_CALL_RECORD, push).get(0).event().cdr().failClass();
    }

    private static DeadLetter letter(List<Received> received) {
        assertThat(received).hasSize(1);
        assertThat(received.get(0).event()).isNull();
        return received.get(0).deadLetter();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
