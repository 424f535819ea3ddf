/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A number from its allocation to its end (来有影、去有踪, row 26): who owns its range, who held it, under
 * which leases and orders it was bound, what was found, decided and done. One question, answered from
 * the topics in one pass over each; calls and words are left out unless asked for, and words always.
 */
public final class Timeline {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WireCodec CODEC = new WireCodec();

    /** Who was told what about whom; neither contents nor every call. */
    private static final List<Feed> FEEDS =
            List.of(
                    Feed.REGISTRATIONS,
                    Feed.DEVICES,
                    Feed.PURPOSES,
                    Feed.BINDINGS,
                    Feed.REPORTS,
                    Feed.LINKS,
                    Feed.CASES,
                    Feed.APPEALS,
                    Feed.VOICES);

    private static final List<Feed> CALLS = List.of(Feed.CALLS, Feed.CDRS);
    private static final List<Output> OUTPUTS =
            List.of(Output.ASSESSMENTS, Output.LEGS, Output.PROOFS);

    private final Told told;
    private final TracedNumber number;
    private final List<Moment> moments = new ArrayList<>();
    private final Set<String> leases = new HashSet<>();

    private Timeline(Told told, TracedNumber number) {
        this.told = told;
        this.number = number;
    }

    /** Everything told about the number, eldest first; each fact once, however often it was delivered. */
    public static List<Moment> of(Told told, TracedNumber number, boolean withCalls)
            throws IOException {
        var line = new Timeline(told, number);
        for (var feed : FEEDS) {
            line.read(feed);
        }
        if (withCalls) {
            for (var feed : CALLS) {
                line.read(feed);
            }
        }
        for (var output : OUTPUTS) {
            line.read(output);
        }
        line.owners();
        return line.moments.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Moment::atMs).thenComparing(Moment::from))
                .toList();
    }

    private void read(Feed feed) throws IOException {
        told.feed(
                feed,
                event -> {
                    if (number.namedIn(event.body())) {
                        if (feed == Feed.BINDINGS) {
                            leases.add(event.binding().poolKey());
                        }
                        add(event, at(event), what(event));
                    }
                });
    }

    private static long at(Event event) {
        return event.header().eventTime();
    }

    private static String what(Event event) {
        var kind =
                switch (event.feed()) {
                    case REGISTRATIONS -> event.registration().change().name();
                    case BINDINGS -> event.binding().op().name();
                    case CASES -> event.push().instruction().name();
                    case CALLS -> event.call().phase().name();
                    case REPORTS -> event.report().category().name();
                    default -> "";
                };
        var name = event.feed().name();
        return (name.substring(0, name.length() - 1) + " " + kind).strip();
    }

    private void add(Event event, long at, String what) {
        var record = tree(CODEC.encode(event, Format.JSON), event.feed().wireName());
        moments.add(Moment.of(at, what, event.feed().wireName(), record));
    }

    private void read(Output output) throws IOException {
        told.output(
                output,
                bytes -> {
                    var record = tree(bytes, output.wireName());
                    if (names(record)) {
                        var what = output.name().substring(0, output.name().length() - 1);
                        moments.add(
                                Moment.of(
                                        record.path("at").asLong(),
                                        (what + " " + stage(record)).strip(),
                                        output.wireName(),
                                        record));
                    }
                });
    }

    /** As what it is about, not as one of many it names. */
    private boolean names(JsonNode record) {
        for (var field : List.of("subject_tk", "target_tk", "other_tk")) {
            if (number.isToken(record.path(field).asText())) {
                return true;
            }
        }
        return false;
    }

    private static String stage(JsonNode record) {
        for (var field : List.of("state", "kind", "level")) {
            if (record.hasNonNull(field)) {
                return (field.equals("level") ? "L" : "") + record.get(field).asText();
            }
        }
        return "";
    }

    private void owners() throws IOException {
        told.feed(
                Feed.OWNERS,
                event -> {
                    if (number.ownedBy(event.owner(), leases)) {
                        add(event, event.owner().validFrom(), "OWNER " + event.owner().scopeType());
                    }
                });
    }

    private static JsonNode tree(byte[] json, String name) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw OperatorError.badInput(
                    "A record of %s is not JSON; read outputs as the detection wrote them."
                            .formatted(name),
                    e);
        }
    }
}
