/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What travels between steps arrives as it left, also when its record has grown since. */
class CompactFormTest {

    /** A record as an earlier version wrote it. */
    record Before(String name, int calls) {}

    /** The same record, grown at its end. */
    record After(String name, int calls, String lease, long since) {}

    @Property(tries = 1_000)
    void anEventArrivesAsItLeft(@ForAll("events") Event event) throws IOException {
        assertThat(CompactForm.read(Event.class, written(event))).isEqualTo(event);
    }

    @Property(tries = 500)
    void anOutputArrivesAsItLeft(@ForAll("outputs") Record output) throws IOException {
        assertThat(CompactForm.read(output.getClass(), written(output))).isEqualTo(output);
    }

    @Example
    void whatWasWrittenBeforeARecordGrewIsStillRead() throws IOException {
        assertThat(CompactForm.read(After.class, written(new Before("张", -3))))
                .isEqualTo(new After("张", -3, null, 0));
    }

    @Provide
    Arbitrary<Event> events() {
        return Arbitraries.of(Feed.values()).flatMap(Bodies::events);
    }

    @Provide
    Arbitrary<Record> outputs() {
        return Arbitraries.of(Output.values()).flatMap(output -> Bodies.records(output.body()));
    }

    private static DataInputStream written(Record record) throws IOException {
        var bytes = new ByteArrayOutputStream();
        CompactForm.write(record, new DataOutputStream(bytes));
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
