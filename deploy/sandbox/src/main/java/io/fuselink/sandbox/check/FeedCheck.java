/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.adapter.Placed;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.events.token.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Checks the records of one or more files or topics, each by itself and all of them together. Read
 * {@linkplain #ORDER bindings first}: then a call knows its binding, and a CDR its call.
 */
public final class FeedCheck {
    /** The order in which feeds must be read so that those that refer to others find them. */
    public static final Comparator<Feed> ORDER =
            Comparator.comparing(
                    feed ->
                            switch (feed) {
                                case BINDINGS -> 0;
                                case CALLS -> 1;
                                case CDRS -> 2;
                                default -> 3;
                            });

    /** Refuses tokens of other keys; null when no key is known. */
    private final WireCodec liveKeys;

    private final boolean fromTheBeginning;
    private final Faults faults = new Faults();
    private final SeenIds ids = new SeenIds();
    private final CallBook calls;
    private final BindingBook bindings;
    private final UnitBook units = new UnitBook(faults);
    private final SegmentBook segments;
    private final ClockBook clocks = new ClockBook(faults);
    private final KeyBook keys;
    private final List<Tally> tallies = new ArrayList<>();

    /**
     * @param live keys that tokens must be made with; null for any
     * @param ownTokens whether raw numbers are tokenised on the way with the sandbox's key
     * @param fromTheBeginning whether what is not there was never sent; false when listening begins in the middle
     */
    public FeedCheck(Tokenizer live, boolean ownTokens, boolean fromTheBeginning) {
        this.liveKeys = live == null ? null : WireCodec.accepting(live);
        this.fromTheBeginning = fromTheBeginning;
        this.calls = new CallBook(faults, fromTheBeginning);
        this.bindings = new BindingBook(faults, fromTheBeginning);
        this.segments = new SegmentBook(faults, calls, fromTheBeginning);
        this.keys = new KeyBook(faults, ownTokens);
    }

    /** Begins with a file or topic. */
    public Tally source(String name, Feed feed) {
        var tally = new Tally(name, feed);
        tallies.add(tally);
        return tally;
    }

    public void add(Tally tally, Placed placed) {
        var received = placed.received();
        var checked =
                received.event() == null || liveKeys == null
                        ? received
                        : checkedKeys(received.event(), placed.position());
        if (checked.event() == null) {
            tally.refused(checked.deadLetter());
            return;
        }
        tally.understood();
        var event = checked.event();
        clocks.add(event.feed(), event.header(), placed.position());
        keys.add(event.body(), placed.position());
        if (firstOfItsId(tally, event, placed.position())) {
            enter(event, placed.position());
        }
    }

    private Received checkedKeys(Event event, String position) {
        return liveKeys.decode(
                event.feed(), liveKeys.encode(event, Format.JSON), position, event.ts());
    }

    /** A fact told again with the same words collapses to one; told otherwise it is another fact. */
    private boolean firstOfItsId(Tally tally, Event event, String position) {
        var header = event.header();
        var content = Objects.hash(header.eventTime(), event.body());
        var id = SeenIds.id(event.feed(), header.provider(), header.eventId());
        var before = ids.note(id, content);
        if (before == null) {
            return true;
        }
        if (before == content) {
            tally.repeated();
        } else {
            faults.add(
                    Fault.DUPLICATE_ID_DIFFERENT_CONTENT,
                    position,
                    "an event_id of before, another content");
        }
        return false;
    }

    private void enter(Event event, String position) {
        var header = event.header();
        switch (event.feed()) {
            case CALLS -> {
                var call = event.call();
                calls.add(header, call, position);
                units.add(call.xTk(), call.xUnit(), null, position);
                covered(header.provider(), call.subId(), position);
            }
            case CDRS -> {
                var cdr = event.cdr();
                calls.add(header, cdr, position);
                units.add(cdr.xTk(), cdr.xUnit(), null, position);
                covered(header.provider(), cdr.subId(), position);
            }
            case BINDINGS -> {
                var binding = event.binding();
                bindings.add(header, binding, position);
                units.add(binding.xTk(), binding.xUnit(), binding.xClass(), position);
            }
            case TRANSCRIPTS -> segments.add(header, event.transcript(), position);
            default -> {} // nothing between its records
        }
    }

    private void covered(String provider, String subId, String position) {
        if (subId != null
                && fromTheBeginning
                && bindings.tellsOf(provider)
                && !bindings.knows(provider, subId)) {
            faults.add(Fault.CALL_OF_UNKNOWN_BINDING, position, "sub_id is no binding's");
        }
    }

    /** Judges what is still open, and tells everything. */
    public CheckReport finish() {
        calls.close();
        bindings.close();
        segments.close();
        for (var tally : tallies) {
            var future = tally.refusals().getOrDefault(DeadLetterReason.FROM_THE_FUTURE, 0L);
            clocks.fromTheFuture(tally.source(), future, tally.records());
        }
        clocks.close();
        keys.close();
        var early = calls.judgedEarly() + bindings.judgedEarly() + segments.judgedEarly();
        return new CheckReport(tallies, faults.found(), early);
    }
}
