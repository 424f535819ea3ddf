/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.jobs.steps.RouteRejects;
import io.fuselink.jobs.types.CompactType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * The feeds as they enter the topology. Dead letters are set aside right behind each source, so that
 * what is read, sorted and sent to its key stays in one task, without a hop in between.
 */
final class Inlets {

    /** What one source reads. */
    private record Inlet(Set<Feed> feeds, SingleOutputStreamOperator<Event> events) {}

    private final List<Inlet> inlets = new ArrayList<>();

    private Inlets() {}

    static Inlets of(Map<Feed, DataStream<Received>> received) {
        var feedsOf = new LinkedHashMap<DataStream<Received>, Set<Feed>>();
        received.forEach(
                (feed, stream) ->
                        feedsOf.computeIfAbsent(stream, s -> EnumSet.noneOf(Feed.class)).add(feed));
        var inlets = new Inlets();
        feedsOf.forEach((stream, feeds) -> inlets.add(stream, feeds));
        return inlets;
    }

    private void add(DataStream<Received> received, Set<Feed> feeds) {
        var uid = Uids.route(feeds);
        inlets.add(
                new Inlet(
                        feeds,
                        received.process(new RouteRejects(), CompactType.forRecord(Event.class))
                                .uid(uid)
                                .name(uid)));
    }

    /** Events of one feed; empty when nothing reads it. */
    DataStream<Event> events(Feed feed) {
        return each(EnumSet.of(feed), events -> events);
    }

    /**
     * Sends the events of these feeds through a chain of stateless steps, inlet by inlet, and brings
     * together what comes out: put together first, they would need a task of their own.
     */
    <T> DataStream<T> each(Set<Feed> feeds, Function<DataStream<Event>, DataStream<T>> chain) {
        return carrying(feeds).stream()
                .map(inlet -> chain.apply(only(feeds, inlet)))
                .reduce((a, b) -> a.union(b))
                .orElseThrow();
    }

    /** What the sorting behind a feed's source set aside under this tag. */
    DataStream<Event> aside(Feed feed, OutputTag<Event> tag) {
        return carrying(EnumSet.of(feed)).get(0).events().getSideOutput(tag);
    }

    DataStream<DeadLetter> deadLetters() {
        return inlets.stream()
                .<DataStream<DeadLetter>>map(
                        inlet -> inlet.events().getSideOutput(RouteRejects.DEAD_LETTERS))
                .reduce((a, b) -> a.union(b))
                .orElseThrow();
    }

    /** Where nothing reads a feed any inlet will do: it lets none of its events through. */
    private List<Inlet> carrying(Set<Feed> feeds) {
        var carrying =
                inlets.stream()
                        .filter(inlet -> inlet.feeds().stream().anyMatch(feeds::contains))
                        .toList();
        return carrying.isEmpty() ? inlets.subList(0, 1) : carrying;
    }

    private static DataStream<Event> only(Set<Feed> feeds, Inlet inlet) {
        if (feeds.containsAll(inlet.feeds())) {
            return inlet.events();
        }
        var wanted = EnumSet.copyOf(feeds);
        return inlet.events()
                .filter(event -> wanted.contains(event.feed()))
                .name(wanted.stream().map(Feed::wireName).collect(Collectors.joining("+")));
    }
}
