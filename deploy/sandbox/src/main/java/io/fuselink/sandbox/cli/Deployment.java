/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.PolicyVersion;
import io.fuselink.events.Source;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.sandbox.RunningSandbox;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;

/** A running deployment that is told something by hand: where its broker is, what time it is there, whose key it has. */
final class Deployment {

    /** A record on its way must not be overtaken by the clock of a city in a hurry. */
    private static final long ON_THE_WAY_MS = 500;

    private final Broker broker;
    private final Optional<RunningSandbox> sandbox;
    private final Instant at;

    /**
     * @param sandbox the sandbox this is, empty for any other deployment
     * @param at the time the operator gave, null for now
     */
    Deployment(Broker broker, Optional<RunningSandbox> sandbox, Instant at) {
        this.broker = broker;
        this.sandbox = sandbox;
        this.at = at;
    }

    /** Epoch ms in the deployment's own time. */
    long now() {
        if (at != null) {
            return at.toEpochMilli();
        }
        var wall = System.currentTimeMillis();
        return sandbox.map(city -> city.cityTime(wall + ON_THE_WAY_MS)).orElse(wall);
    }

    /** The chosen key; a sandbox has its own. */
    Tokenizer tokenizer(KeyOptions key) {
        return sandbox.isPresent() && !key.chosen() ? Tokenizer.sandbox() : key.tokenizer();
    }

    /** Every policy version that was published here, refused ones too; empty on a broker without one. */
    List<PolicyVersion> policies() {
        return broker.read(Feed.POLICY).stream().map(Event::policy).toList();
    }

    /** Writes what somebody says, and returns when the broker has it. */
    RecordMetadata say(String id, Source source, String provider, long time, Record body) {
        var header =
                new Header(id, source, provider, time, time, Header.SCHEMA_VERSION, null, null);
        return broker.write(Event.of(header, body));
    }

    /** Writes what the operator says, and says where it went. */
    void write(
            String what,
            String id,
            Source source,
            String provider,
            long time,
            Record body,
            PrintWriter out) {
        var written = say(id, source, provider, time, body);
        out.printf(
                "%s %s written to %s at %s (partition %d, offset %d, event time %s)%n",
                what,
                id,
                written.topic(),
                broker.address(),
                written.partition(),
                written.offset(),
                Instant.ofEpochMilli(time));
    }
}
