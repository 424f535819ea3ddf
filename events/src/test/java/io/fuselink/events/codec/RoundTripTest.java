/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.Event;
import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Feed;
import io.fuselink.events.Finding;
import io.fuselink.events.Output;
import io.fuselink.events.SubjectType;
import io.fuselink.events.proto.Binding;
import io.fuselink.events.proto.CallEvent;
import io.fuselink.events.proto.Cdr;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back as it was, in every format, for every feed and output. */
class RoundTripTest {
    private final WireCodec codec = new WireCodec();
    private final JsonCodec json = new JsonCodec();

    @Property(tries = 1_000)
    void anEventSurvivesJson(@ForAll("events") Event event) {
        assertThat(read(event.feed(), codec.encode(event, Format.JSON))).isEqualTo(event);
    }

    @Property(tries = 500)
    void protobufSaysWhatJsonSays(@ForAll("compactEvents") Event event) {
        assertThat(read(event.feed(), codec.encode(event, Format.PROTOBUF)))
                .isEqualTo(read(event.feed(), codec.encode(event, Format.JSON)));
    }

    @Property(tries = 200)
    void anybodysProtobufLibraryReadsAndWritesTheSame(@ForAll("compactEvents") Event event)
            throws Exception {
        var ours = codec.encode(event, Format.PROTOBUF);
        var theirs =
                switch (event.feed()) {
                    case CALLS -> CallEvent.parseFrom(ours);
                    case CDRS -> Cdr.parseFrom(ours);
                    default -> Binding.parseFrom(ours);
                };

        assertThat(theirs.getUnknownFields().asMap()).isEmpty();
        assertThat(read(event.feed(), theirs.toByteArray())).isEqualTo(event);
    }

    @Property(tries = 500)
    void anOutputRecordSurvives(@ForAll("outputs") Record output) {
        assertThat(json.decodeOutput(output.getClass(), json.encodeOutput(output)))
                .isEqualTo(output);
    }

    @Example
    void whatIsUnknownIsLeftOutAndStaysUnknown() {
        var seen = new Evidence("s1", "S01", Family.BEHAVIOUR, Double.NaN, 20, 7, List.of("e1"));
        var written = new String(json.encodeOutput(seen), StandardCharsets.UTF_8);

        assertThat(written)
                .isEqualTo(
                        "{\"signal_id\":\"s1\",\"code\":\"S01\",\"family\":\"BEHAVIOUR\",\"limit\":20.0,"
                                + "\"at\":7,\"event_ids\":[\"e1\"]}");
        assertThat(json.decodeOutput(Evidence.class, json.encodeOutput(seen))).isEqualTo(seen);
    }

    @Example
    void anOutputOfANewerVersionIsStillRead() {
        var newer = "{\"id\":\"f1\",\"subject_type\":\"NUMBER\",\"mood\":{\"a\":[1]}}";

        var finding = json.decodeOutput(Finding.class, newer.getBytes(StandardCharsets.UTF_8));

        assertThat(finding.id()).isEqualTo("f1");
        assertThat(finding.subjectType()).isEqualTo(SubjectType.NUMBER);
        assertThatThrownBy(() -> json.decodeOutput(Finding.class, new byte[] {'['}))
                .isInstanceOf(OutputDecodingException.class)
                .hasMessageContaining("Finding");
    }

    @Property(tries = 100)
    void theRecordKeyIsTheFeedsKeyField(@ForAll("events") Event event) throws Exception {
        var written = new ObjectMapper().readTree(codec.encode(event, Format.JSON));

        assertThat(new String(codec.key(event), StandardCharsets.UTF_8))
                .isEqualTo(written.get(event.feed().key()).asText());
    }

    private Event read(Feed feed, byte[] bytes) {
        var received = codec.decode(feed, bytes, "0@1", 0);
        assertThat(received.deadLetter()).isNull();
        return received.event();
    }

    @Provide
    Arbitrary<Event> events() {
        return Arbitraries.of(Feed.class).flatMap(Bodies::events);
    }

    @Provide
    Arbitrary<Event> compactEvents() {
        return Arbitraries.of(Feed.CALLS, Feed.CDRS, Feed.BINDINGS).flatMap(Bodies::events);
    }

    @Provide
    Arbitrary<Record> outputs() {
        return Arbitraries.of(Output.class).flatMap(output -> Bodies.records(output.body()));
    }
}
