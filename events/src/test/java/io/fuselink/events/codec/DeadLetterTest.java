/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.token.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input of any kind is a dead letter that says where and why, and never what. */
class DeadLetterTest {
    private static final Tokenizer TOKENS = Tokenizer.sandbox();
    private static final String HEADER =
            "\"event_id\":\"e1\",\"source\":\"CARRIER\",\"provider\":\"p\",\"event_time\":1767225600000,"
                    + "\"ingest_time\":1767225600000,\"schema_ver\":1";
    private static final String CALL =
            ("{"
                            + HEADER
                            + ",\"call_id\":\"c1\",\"phase\":\"SETUP\",\"leg\":\"DIRECT\",\"from_tk\":\"FROM\","
                            + "\"to_tk\":\"TO\",\"from_class\":\"MOBILE\",\"to_class\":\"MOBILE\","
                            + "\"display_class\":\"MOBILE\",\"spoof_shape\":\"NONE\",\"initiator\":\"UNKNOWN\"}")
                    .replace("FROM", TOKENS.token("CN:M:13800138000"))
                    .replace("TO", TOKENS.token("CN:M:13900139000"));
    private static final String WORDS =
            ("{"
                            + HEADER
                            + ",\"call_id\":\"c1\",\"seg_no\":0,\"begin_ms\":0,\"end_ms\":900,\"channel\":\"CALLER\","
                            + "\"from_tk\":\"FROM\",\"text\":\"请转到安全账户\",\"asr_conf\":0.9,\"last\":true,"
                            + "\"consent_basis\":\"JUDICIAL\"}")
                    .replace("FROM", TOKENS.token("CN:M:13800138000"));
    private static final String BINDING =
            ("{"
                            + HEADER
                            + ",\"op\":\"BIND\",\"sub_id\":\"b1\",\"mode\":\"AXB\",\"a_tk\":\"FROM\",\"x_tk\":\"FROM\","
                            + "\"x_class\":\"NUMBER_PROTECTION\",\"pool_key\":\"k\",\"ent_id\":\"e\",\"purpose\":\"FOOD\","
                            + "\"bind_time\":1767225600000,\"expire_time\":1767229200000}")
                    .replace("FROM", TOKENS.token("CN:M:13800138000"));
    private static final String CASE =
            "{"
                    + HEADER
                    + ",\"push_id\":\"p1\",\"authority_code\":\"3302\",\"authority_name\":\"n\",\"instruction\":\"BLOCK\","
                    + "\"targets\":[{\"type\":\"NUMBER\",\"tk\":\"13800138000\"}],\"case_id\":\"c\",\"legal_basis\":\"l\","
                    + "\"issued_at\":1767225600000,\"expires_at\":1767229200000,\"officer_seal_ref\":\"s\"}";

    @ParameterizedTest(name = "{0} instead of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"seg_no\":0            | \"seg_no\":-1          | OUT_OF_RANGE     | seg_no",
                "\"seg_no\":0            | \"seg_no\":3000000000  | OUT_OF_RANGE     | seg_no",
                "\"seg_no\":0            | \"seg_no\":99999999999999999999 | OUT_OF_RANGE | seg_no",
                "\"seg_no\":0            | \"seg_no\":\"0\"       | WRONG_TYPE       | seg_no",
                "\"seg_no\":0            | \"seg_no\":0.5         | WRONG_TYPE       | seg_no",
                "\"seg_no\":0            | \"seg_no\":null        | MISSING_FIELD    | seg_no",
                "\"seg_no\":0            | \"seg_no\":0,\"seg_no\":1 | NOT_DECODABLE | seg_no",
                "\"asr_conf\":0.9        | \"asr_conf\":1.1       | OUT_OF_RANGE     | asr_conf",
                "\"end_ms\":900          | \"end_ms\":-5          | OUT_OF_RANGE     | end_ms",
                "\"begin_ms\":0          | \"begin_ms\":901       | OUT_OF_RANGE     | end_ms",
                "\"last\":true           | \"last\":\"true\"      | WRONG_TYPE       | last",
                "\"channel\":\"CALLER\"  | \"channel\":\"BOTH\"   | UNKNOWN_ENUM     | channel",
                "\"channel\":\"CALLER\"  | \"channel\":\"CALLER\",\"mood\":1 | UNKNOWN_FIELD | mood",
                "\"text\":\"请转到安全账户\" | \"text\":\"\\ud800\" | OUT_OF_RANGE     | text",
                "\"text\":\"请转到安全账户\" | \"text\":[\"请转到\"] | WRONG_TYPE      | text",
                ",\"consent_basis\":\"JUDICIAL\" | ~~ | NO_CONSENT_BASIS | consent_basis",
                "\"consent_basis\":\"JUDICIAL\" | \"consent_basis\":\"HEARSAY\" | UNKNOWN_ENUM | consent_basis",
                "\"event_id\":\"e1\"     | \"event_id\":7         | WRONG_TYPE       | event_id",
                "\"event_time\":1767225600000 | \"event_time\":1767225900001 | FROM_THE_FUTURE | event_time",
                "\"event_time\":1767225600000 | \"event_time\":0  | OUT_OF_RANGE     | event_time",
                "\"schema_ver\":1        | \"schema_ver\":0       | OUT_OF_RANGE     | schema_ver",
                "\"source\":\"CARRIER\", | ~~                     | MISSING_FIELD    | source",
                "{                       | [                      | NOT_DECODABLE    | JSON",
                "}                       | ~~                     | NOT_DECODABLE    | JSON",
                "}                       | }{}                    | NOT_DECODABLE    | more",
            })
    void aBadSegmentSaysWhichFieldIsWrong(
            String good, String bad, DeadLetterReason reason, String named) {
        assertThat(WORDS).contains(good);
        var record = WORDS.replace(good, bad);

        var letter = refused(Feed.TRANSCRIPTS, record);

        assertThat(letter.reason()).isEqualTo(reason);
        assertThat(letter.detail()).contains(named).doesNotContain("安全账户").doesNotContain("请转到");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "CALLS, 13800138000, NOT_A_TOKEN, from_tk",
        "BINDINGS, 13800138000, NOT_A_TOKEN, a_tk",
    })
    void aRawNumberInATokenFieldIsRefusedAndNotRepeated(
            Feed feed, String number, DeadLetterReason reason, String named) {
        var record =
                (feed == Feed.CALLS ? CALL : BINDING)
                        .replaceFirst(TOKENS.token("CN:M:13800138000"), number);

        var letter = refused(feed, record);

        assertThat(letter.reason()).isEqualTo(reason);
        assertThat(letter.detail()).contains(named).doesNotContain(number);
    }

    @Test
    void aRawNumberInAPolicePushIsRefused() {
        assertThat(refused(Feed.CASES, CASE).reason()).isEqualTo(DeadLetterReason.NOT_A_TOKEN);
    }

    @Test
    void aBindingMayNeverEndButNotEndBeforeItBegins() {
        var codec = new WireCodec();
        var endless = BINDING.replace("1767229200000", "0");
        var reversed = BINDING.replace("1767229200000", "1767225599999");

        assertThat(
                        codec.decode(Feed.BINDINGS, bytes(endless), "0@1", 0)
                                .event()
                                .binding()
                                .endless())
                .isTrue();
        assertThat(refused(Feed.BINDINGS, reversed).detail())
                .isEqualTo("expire_time is before bind_time");
    }

    @Test
    void aFieldNamedLikeANumberIsNotRepeated() {
        var record = CALL.replace("\"call_id\"", "\"13800138000\":1,\"call_id\"");

        assertThat(refused(Feed.CALLS, record).detail())
                .doesNotContain("13800138000")
                .contains("a field of 11 characters");
    }

    @Test
    void aNewerWriterMayKnowMore() {
        var newer = WORDS.replace("\"schema_ver\":1", "\"mood\":{\"a\":[1,2]},\"schema_ver\":2");

        assertThat(new WireCodec().decode(Feed.TRANSCRIPTS, bytes(newer), "0@1", 0).event())
                .isNotNull();
    }

    @Test
    void aTokenOfAKeyThatIsNotLiveIsRefused() {
        var codec = WireCodec.accepting(TOKENS);
        var foreign = CALL.replaceFirst("\"ff", "\"01");

        assertThat(codec.decode(Feed.CALLS, bytes(CALL), "0@1", 0).event()).isNotNull();
        assertThat(codec.decode(Feed.CALLS, bytes(foreign), "0@1", 0).deadLetter().reason())
                .isEqualTo(DeadLetterReason.UNKNOWN_TOKEN_KEY);
        assertThat(new WireCodec().decode(Feed.CALLS, bytes(foreign), "0@1", 0).event())
                .isNotNull();
    }

    @Test
    void theLetterSaysWhereItLayAndHowItCanBeRecognised() {
        var bytes = bytes("not a record");

        var letter = new WireCodec().decode(Feed.REPORTS, bytes, "3@42", 99).deadLetter();

        assertThat(letter.feed()).isEqualTo(Feed.REPORTS);
        assertThat(letter.position()).isEqualTo("3@42");
        assertThat(letter.length()).isEqualTo(12);
        assertThat(letter.sha256()).isEqualTo(Ids.fingerprint(bytes));
        assertThat(letter.at()).isEqualTo(99);
    }

    @Test
    void nothingAtAllIsALetterToo() {
        assertThat(refused(Feed.CALLS, "").detail()).isEqualTo("empty record");
        assertThat(new WireCodec().decode(Feed.CALLS, null, "0@1", 0).deadLetter().length())
                .isZero();
    }

    @Property(tries = 2_000)
    void whateverIsDoneToARecordItIsTakenOrRefusedAndNothingThrows(
            @ForAll("anyFeed") Event event,
            @ForAll Format format,
            @ForAll byte[] noise,
            @ForAll int place,
            @ForAll boolean cut) {
        var compact = ProtobufCodec.supports(event.feed());
        var bytes = new WireCodec().encode(event, compact ? format : Format.JSON);
        var at = Math.floorMod(place, bytes.length);
        var damaged = cut ? Arrays.copyOf(bytes, at) : bytes.clone();
        for (var i = 0; i < noise.length && at + i < damaged.length; i++) {
            damaged[at + i] = noise[i];
        }

        var received = new WireCodec().decode(event.feed(), damaged, "0@1", 0);

        assertThat(received.event() == null).isNotEqualTo(received.deadLetter() == null);
        if (received.event() != null) {
            new WireCodec().encode(received.event(), Format.JSON); // what was taken can be written
        }
    }

    @Provide
    Arbitrary<Event> anyFeed() {
        return Arbitraries.of(Feed.class).flatMap(Bodies::events);
    }

    private static DeadLetter refused(Feed feed, String record) {
        var received = new WireCodec().decode(feed, bytes(record), "0@1", 0);
        assertThat(received.event()).isNull();
        return received.deadLetter();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
