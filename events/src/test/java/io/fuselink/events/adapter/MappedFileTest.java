/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.events.Channel;
import io.fuselink.events.ConsentBasis;
import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Received;
import io.fuselink.events.Source;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.token.Tokenizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedFileTest {
    private static final Tokenizer TOKENS = Tokenizer.sandbox();
    private static final Path MAPPINGS = Path.of("..", "deploy", "conf", "mappings");
    private static final String CALLS_HEADER =
            "event_id,event_time,call_id,phase,leg,initiator,from_tk,to_tk,display,trunk_type\n";
    private static final String CALL =
            "e1,2026-01-05T10:00:00Z,c1,SETUP,DIRECT,UNKNOWN,13800138000,+852 6123 4567,+86110,INTL\n";

    @TempDir Path directory;

    @Test
    void canonicalColumnsNeedNoMapping() throws Exception {
        var event = events(read(file("calls.csv", CALLS_HEADER + CALL), Feed.CALLS, null)).get(0);
        var call = event.call();

        assertThat(call.fromTk()).isEqualTo(TOKENS.token("CN:M:13800138000"));
        assertThat(call.fromClass()).isEqualTo(NumberClass.MOBILE);
        assertThat(call.toTk()).isEqualTo(TOKENS.token("INT:852:61234567"));
        assertThat(call.toClass()).isEqualTo(NumberClass.INTERNATIONAL);
        assertThat(call.displayClass()).isEqualTo(NumberClass.MALFORMED);
        assertThat(call.spoofShape()).isEqualTo(SpoofShape.INTL_SHORT_CODE);
        assertThat(call.display()).isEqualTo("+86110");
        assertThat(event.header().ingestTime())
                .isEqualTo(event.header().eventTime())
                .isEqualTo(Instant.parse("2026-01-05T10:00:00Z").toEpochMilli());
        assertThat(event.header().source()).isEqualTo(Source.JOINT_CENTRE);
        assertThat(event.header().provider()).isEqualTo("file");
    }

    @Test
    void withoutADisplayTheCallersNumberIsWhatWasShown() throws Exception {
        var line = CALL.replace("+86110,INTL", ",INTL").replace("13800138000", "+8613800138000");

        var call =
                events(read(file("calls.csv", CALLS_HEADER + line), Feed.CALLS, null))
                        .get(0)
                        .call();

        assertThat(call.spoofShape()).isEqualTo(SpoofShape.INTL_DOMESTIC);
        assertThat(call.displayClass()).isEqualTo(NumberClass.MOBILE);
        assertThat(call.display()).isEqualTo("138******00");
    }

    @Test
    void aRecordedFeedReadsBackAsItWas() throws Exception {
        var recorded =
                events(read(file("calls.csv", CALLS_HEADER + CALL), Feed.CALLS, null)).get(0);
        var line = new String(new JsonCodec().encode(recorded), StandardCharsets.UTF_8) + "\n";

        assertThat(events(read(file("calls.jsonl", line), Feed.CALLS, null)))
                .containsExactly(recorded);
    }

    @Test
    void aMiddleNumberInABindingFillsItsUnitAndExtension() throws Exception {
        var text =
                "event_time\top\tsub_id\tmode\ta_tk\tx_tk\tpool_key\tent_id\tpurpose\tbind_time\texpire_time\n"
                        + "1767225600000\tBIND\tb1\tAXE\t13800138000\t700123456789012转77\tk\te\tFOOD\t1767225600000\t0\n";

        var binding =
                events(read(file("bindings.tsv", text), Feed.BINDINGS, null)).get(0).binding();

        assertThat(binding.xClass()).isEqualTo(NumberClass.NUMBER_PROTECTION);
        assertThat(binding.xUnit()).isEqualTo("70012345678");
        assertThat(binding.ext()).isEqualTo("77");
    }

    @Test
    void theDevicesAndTheAddressOfABindingBecomeTokensAndOneDeviceIsOneToken() throws Exception {
        var text =
                "event_time,op,sub_id,mode,a_tk,b_tk,x_tk,pool_key,ent_id,purpose,bind_time,expire_time,a_device_tk,b_device_tk,b_address_tk\n"
                        + "1767225600000,BIND,b1,AXB,13800138000,13900139000,700123456789012,k,e,FOOD,1767225600000,0,dev-7,dev-7,1 Long Street\n";

        var binding =
                events(read(file("bindings.csv", text), Feed.BINDINGS, null)).get(0).binding();

        assertThat(binding.aDeviceTk()).isEqualTo(TOKENS.token("device:dev-7"));
        assertThat(binding.bDeviceTk()).isEqualTo(binding.aDeviceTk());
        assertThat(binding.bAddressTk()).isEqualTo(TOKENS.token("address:1 Long Street"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "000000000000000",
                "0",
                "-",
                "－－",
                "00:00:00:00:00:00",
                "unknown",
                "NULL",
                "N/A",
                "自提",
                "无",
                "9774D56D682E549C"
            })
    void aDeviceOrAddressThatStandsForNoneIsAbsent(String none) throws Exception {
        var csv =
                "event_time,op,sub_id,mode,a_tk,b_tk,x_tk,pool_key,ent_id,purpose,order_tk,bind_time,expire_time,a_device_tk,b_device_tk,b_address_tk\n"
                        + "1767225600000,BIND,b1,AXB,13800138000,13900139000,700123456789012,k,e,FOOD,0,1767225600000,0,"
                        + "%1$s,%1$s,%1$s\n".formatted(none);
        var json =
                ("{\"event_time\":1767225600000,\"op\":\"BIND\",\"sub_id\":\"b1\",\"mode\":\"AXB\","
                                + "\"a_tk\":\"13800138000\",\"b_tk\":\"13900139000\",\"x_tk\":\"700123456789012\","
                                + "\"pool_key\":\"k\",\"ent_id\":\"e\",\"purpose\":\"FOOD\",\"order_tk\":\"0\","
                                + "\"bind_time\":1767225600000,\"expire_time\":0,"
                                + "\"a_device_tk\":\"%1$s\",\"b_device_tk\":\"%1$s\",\"b_address_tk\":\" %1$s \"}\n")
                        .formatted(none);

        for (var file : List.of(file("bindings.csv", csv), file("bindings.jsonl", json))) {
            var binding = events(read(file, Feed.BINDINGS, null)).get(0).binding();
            assertThat(binding.aDeviceTk()).isNull();
            assertThat(binding.bDeviceTk()).isNull();
            assertThat(binding.bAddressTk()).isNull();
            assertThat(binding.orderTk())
                    .as("other ids are tokenised as they stand")
                    .isEqualTo(TOKENS.token("order:0"));
        }
    }

    @Test
    void numbersInAPolicePushAndAPurposeBecomeTokens() throws Exception {
        var push =
                "{\"event_time\":5,\"push_id\":\"p1\",\"authority_code\":\"a\",\"authority_name\":\"n\","
                        + "\"instruction\":\"BLOCK\",\"targets\":[{\"type\":\"NUMBER\",\"tk\":\"13800138000\"},"
                        + "{\"type\":\"LEASE\",\"tk\":\"pool-7\"}],\"case_id\":\"c\",\"legal_basis\":\"l\","
                        + "\"issued_at\":5,\"expires_at\":6,\"officer_seal_ref\":\"s\"}";
        var purpose =
                "subject_type,scope,purpose,hourly_limit,approved_by,approved_at,expires_at,evidence_ref,event_time\n"
                        + "NUMBER,01062345678,HEALTH,80,centre,5,6,paper,5\n";

        var targets =
                events(read(file("cases.jsonl", push), Feed.CASES, null)).get(0).push().targets();
        var scope =
                events(read(file("purposes.csv", purpose), Feed.PURPOSES, null))
                        .get(0)
                        .purpose()
                        .scope();

        assertThat(targets.get(0).tk()).isEqualTo(TOKENS.token("CN:M:13800138000"));
        assertThat(targets.get(1).tk()).isEqualTo("pool-7");
        assertThat(scope).isEqualTo(TOKENS.token("CN:F:010-62345678"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "epoch-s, UTC, 1767225600",
        "epoch-ms, UTC, 1767225600000",
        "iso, UTC, 2026-01-01T08:00:00+08:00",
        "iso, Asia/Shanghai, 2026-01-01T08:00:00",
        "iso, UTC, 1767225600000",
        "yyyyMMddHHmmss, Asia/Shanghai, 20260101080000",
        "yyyy/MM/dd HH:mm, Asia/Shanghai, 2026/01/01 08:00",
    })
    void partiesWriteOneMomentInManyWays(String format, String zone, String written)
            throws Exception {
        var mapping =
                Mapping.read(
                        file(
                                "m.yml",
                                "columns: {event_time: t}\nconstants: {deployment: d, tick: 1}\ntime: {format: "
                                        + format
                                        + ", zone: "
                                        + zone
                                        + "}\n"));

        var event = events(read(file("clock.csv", "t\n" + written), Feed.CLOCK, mapping)).get(0);

        assertThat(event.header().eventTime()).isEqualTo(1_767_225_600_000L);
    }

    @Test
    void everyBadLineIsALetterAtItsPlace() throws Exception {
        var text =
                CALLS_HEADER
                        + CALL
                        + CALL.replace("13800138000", "138****8000")
                        + CALL.replace("SETUP", "DIALLED")
                        + "\n"
                        + "too,few\n"
                        + CALL.replace("e1", "\"e1")
                        + CALL.replace("e1", "e2")
                        + "e3,2026-01-05T10:00:00Z,c1,SET";

        var received = read(file("calls.csv", text), Feed.CALLS, null);

        assertThat(events(received)).hasSize(2);
        assertThat(letters(received))
                .extracting(DeadLetter::position)
                .containsExactly(
                        "calls.csv:3", "calls.csv:4", "calls.csv:6", "calls.csv:7", "calls.csv:9");
        assertThat(letters(received))
                .extracting(DeadLetter::reason)
                .containsExactly(
                        DeadLetterReason.NOT_JOINABLE,
                        DeadLetterReason.UNKNOWN_ENUM,
                        DeadLetterReason.NOT_DECODABLE,
                        DeadLetterReason.NOT_DECODABLE,
                        DeadLetterReason.NOT_DECODABLE);
        assertThat(letters(received))
                .allSatisfy(letter -> assertThat(letter.detail()).doesNotContain("138"));
        assertThat(letters(received).get(0).at())
                .isEqualTo(Instant.parse("2026-01-05T10:00:00Z").toEpochMilli());
    }

    @Test
    void aFileCutOffInTheMiddleEndsInALetter() throws Exception {
        var text = (CALL.strip() + "\n").repeat(500);
        var whole = gzip(CALLS_HEADER + text);
        var file =
                Files.write(
                        directory.resolve("calls.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        var received = read(file, Feed.CALLS, null);

        var last = received.get(received.size() - 1).deadLetter();
        assertThat(last.reason()).isEqualTo(DeadLetterReason.NOT_DECODABLE);
        assertThat(last.detail()).contains("cut off");
        assertThat(letters(received)).hasSize(1);
    }

    @Test
    void oneLineTwiceIsOneEvent() throws Exception {
        var text = CALLS_HEADER.replace("event_id,", "") + CALL.replace("e1,", "").repeat(2);

        var events = events(read(file("calls.csv", text), Feed.CALLS, null));

        assertThat(events.get(0).header().eventId()).isEqualTo(events.get(1).header().eventId());
    }

    @Test
    void canonicalJsonIsHeldToItsTypes() throws Exception {
        var received =
                read(
                        file(
                                "clock.jsonl",
                                "{\"deployment\":\"d\",\"tick\":\"1\",\"event_time\":5}\n"
                                        + "{\"deployment\":\"d\",\"tick\":1,\"event_time\":5}\n"
                                        + "{\"deployment\":\"d\",\"tick\":1,\"event_time\":5,\"13800138000\":1}"),
                        Feed.CLOCK,
                        null);

        assertThat(events(received)).hasSize(1);
        assertThat(letters(received))
                .extracting(DeadLetter::reason)
                .containsExactly(DeadLetterReason.WRONG_TYPE, DeadLetterReason.UNKNOWN_FIELD);
    }

    @Test
    void publishedTextsBecomeCallsOfTheirOwn() throws Exception {
        var text =
                "{\"id\":\"85c8e8bc32e5\",\"source\":\"fbs\",\"text\":\"一起 走进\",\"label\":0,\"type\":\"AD\"}\n"
                        + "{\"id\":\"31cf18d6e06e\",\"source\":\"jddc\",\"text\":\"在不\",\"label\":0,\"type\":\"x\"}\n";
        var mapping = Mapping.read(MAPPINGS.resolve("fraud_text.yml"));

        var events = events(read(file("dev.jsonl", text), Feed.TRANSCRIPTS, mapping));

        assertThat(events).extracting(e -> e.header().provider()).containsExactly("fbs", "jddc");
        assertThat(events).extracting(e -> e.transcript().fromTk()).doesNotHaveDuplicates();
        assertThat(events.get(1).ts() - events.get(0).ts()).isEqualTo(10_000);
        var words = events.get(1).transcript();
        assertThat(words.callId()).isEqualTo("31cf18d6e06e");
        assertThat(words.text()).isEqualTo("在不");
        assertThat(words.channel()).isEqualTo(Channel.CALLER);
        assertThat(words.consentBasis()).isEqualTo(ConsentBasis.JUDICIAL);
        assertThat(words.last()).isTrue();
    }

    @Test
    void publishedTracesBecomeSightingsInLocalTime() throws Exception {
        var text =
                "num_id,start,lac,ci\n"
                        + "M0006fa592b66,2015-08-03 16:24:43,41026,48822\n"
                        + "M0006fa592b66,2015-08-03 16:25:43,41026,48822\n";
        var mapping = Mapping.read(MAPPINGS.resolve("mobility_unicom2015.yml"));

        var events = events(read(file("beijing.csv", text), Feed.SIGHTINGS, mapping));

        assertThat(events.get(0).ts())
                .isEqualTo(Instant.parse("2015-08-03T08:24:43Z").toEpochMilli());
        assertThat(events.get(0).sighting()).isEqualTo(events.get(1).sighting());
        assertThat(events.get(0).sighting().cellTk()).isEqualTo(TOKENS.token("cell:41026-48822"));
    }

    @Test
    void providerPushesAreChosenByTheMapping() throws Exception {
        var push =
                "{\"call_id\":\"c\",\"phone_no\":\"13800138000\",\"secret_no\":\"700123456789012\",\"call_type\":0,"
                        + "\"call_time\":\"2026-01-05 10:00:00\",\"release_time\":\"2026-01-05 10:00:30\"}\n";
        var mapping =
                Mapping.read(
                        file(
                                "m.yml",
                                "adapter: aliyun-secret-report\nconstants: {provider: north}\ntime: {zone: UTC}\n"));

        var received = read(file("pushes.jsonl", push + push.substring(0, 40)), Feed.CDRS, mapping);

        var event = events(received).get(0);
        assertThat(event.header().provider()).isEqualTo("north");
        assertThat(event.cdr().callTime())
                .isEqualTo(Instant.parse("2026-01-05T10:00:00Z").toEpochMilli());
        assertThat(letters(received))
                .extracting(DeadLetter::position)
                .containsExactly("pushes.jsonl:2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "colums: {}                      | m.yml: colums is not a mapping key",
                "columns: {caller: a}            | m.yml: columns.caller is not a field of calls",
                "constants: {who: a}             | m.yml: constants.who is not a field of calls",
                "tokenise: {from_tk: maybe}      | tokenise.from_tk is neither number nor opaque",
                "tokenise: [who]                 | m.yml: tokenise.who is not a field of calls",
                "columns: {from_tk: caller}      | calls.csv: the header row has no column caller",
                "columns: {from_tk: '${a}-${b}'} | calls.csv: the header row has no column a",
                "time: {zone: Mars/Olympus}      | time.zone 'Mars/Olympus' is not understood",
                "time: {format: nonsense}        | time.format 'nonsense' is none of",
                "time: {every: PT1S}             | time.start and time.every go together",
                "format: xml                     | format is none of csv, tsv, jsonl",
                "adapter: oracle                 | adapter is none of columns, aliyun-secret-report",
                "adapter: huawei-fee-list        | adapter huawei-fee-list gives cdrs, not calls",
                "columns: [                      | not readable as YAML at line",
                "just text                       | a mapping is a YAML object",
            })
    void aMappingThatDoesNotFitIsRefusedInOneSentence(String yaml, String sentence)
            throws Exception {
        var file = file("calls.csv", CALLS_HEADER + CALL);
        var mappingFile = file("m.yml", yaml);

        assertThatThrownBy(() -> read(file, Feed.CALLS, Mapping.read(mappingFile)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aFileThatCannotBeReadIsRefusedInOneSentence() throws Exception {
        var strange = file("calls.csv", "caller,callee\n1,2\n");
        var nameless = file("calls.dat", CALLS_HEADER);
        var empty = file("empty.csv", "");

        assertThatThrownBy(() -> read(strange, Feed.CALLS, null))
                .hasMessageContaining("column caller is not a field of calls");
        assertThatThrownBy(() -> read(nameless, Feed.CALLS, null))
                .hasMessageContaining("does not end in .csv");
        assertThatThrownBy(() -> read(empty, Feed.CALLS, null)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read(directory.resolve("absent.csv"), Feed.CALLS, null))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("absent.csv cannot be read");
        assertThat(read(file("empty.jsonl", ""), Feed.CALLS, null)).isEmpty();
    }

    private static List<Received> read(Path file, Feed feed, Mapping mapping) {
        try (var records = MappedFile.read(file, feed, mapping, TOKENS)) {
            return records.toList();
        }
    }

    private static List<Event> events(List<Received> received) {
        return received.stream().map(Received::event).filter(Objects::nonNull).toList();
    }

    private static List<DeadLetter> letters(List<Received> received) {
        return received.stream().map(Received::deadLetter).filter(Objects::nonNull).toList();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
