/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Binding;
import io.fuselink.events.BindingOp;
import io.fuselink.events.CallEvent;
import io.fuselink.events.Cdr;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Registration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A city that was played once, and questions about it; copies and garbage are left out. */
final class Played {
    static final long HOUR_MS = 3_600_000;
    static final long MINUTE_MS = 60_000;

    /** The standard city: 300 people, three hours. */
    static final Played STANDARD = new Played(City.of(CityPlan.standard(7)));

    final Truth truth;
    final List<Event> events = new ArrayList<>();
    private final Map<String, List<Cdr>> made = new HashMap<>();

    /** A small town of friends and these alone, for three hours. */
    static Played only(Persona... personas) {
        return of(new CityPlan(90, 3, 7).withCast(personas));
    }

    static Played of(CityPlan plan) {
        return new Played(City.of(plan));
    }

    private Played(City city) {
        truth = city.truth();
        var seen = new HashSet<String>();
        for (var record : city) {
            if (!record.isGarbage() && seen.add(record.event().header().eventId())) {
                events.add(record.event());
            }
        }
        events.stream()
                .filter(e -> e.feed() == Feed.CDRS)
                .map(Event::cdr)
                .sorted((a, b) -> Long.compare(a.callTime(), b.callTime()))
                .forEach(
                        cdr ->
                                made.computeIfAbsent(cdr.fromTk(), tk -> new ArrayList<>())
                                        .add(cdr));
    }

    List<Event> of(Feed feed) {
        return events.stream().filter(e -> e.feed() == feed).toList();
    }

    List<String> numbersOf(Persona persona) {
        return truth.numbers().keySet().stream()
                .filter(tk -> truth.personaOf(tk) == persona)
                .toList();
    }

    /** The attempts of all of them. */
    List<Cdr> callsFrom(List<String> numbers) {
        return numbers.stream().flatMap(tk -> callsFrom(tk).stream()).toList();
    }

    /** The records of a feed with this kind of body. */
    <B> List<B> bodies(Feed feed, Class<B> kind) {
        return of(feed).stream().map(e -> kind.cast(e.body())).toList();
    }

    /** Signalling of a number's own attempts. */
    List<CallEvent> attemptsOf(String tk) {
        return bodies(Feed.CALLS, CallEvent.class).stream()
                .filter(c -> c.attempt() && c.fromTk().equals(tk))
                .toList();
    }

    /** Registrations of one number in the order of time. */
    List<Registration> registrationsOf(String tk) {
        return bodies(Feed.REGISTRATIONS, Registration.class).stream()
                .filter(r -> r.phoneTk().equals(tk))
                .toList();
    }

    Campaign campaign(Persona kind) {
        return truth.campaigns(kind).get(0);
    }

    Campaign campaign(String id) {
        return truth.campaigns().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    /** Attempts a number made, in the order it made them. */
    List<Cdr> callsFrom(String tk) {
        return made.getOrDefault(tk, List.of());
    }

    List<Cdr> callsTo(String tk) {
        return made.values().stream()
                .flatMap(List::stream)
                .filter(cdr -> cdr.toTk().equals(tk))
                .toList();
    }

    /** Most attempts a number made in any hour. */
    long busiestHour(String tk) {
        var calls = callsFrom(tk);
        return calls.stream()
                .mapToLong(
                        first ->
                                calls.stream()
                                        .filter(c -> c.callTime() >= first.callTime())
                                        .filter(c -> c.callTime() < first.callTime() + HOUR_MS)
                                        .count())
                .max()
                .orElse(0);
    }

    /** All attempts of a campaign in the n-th hour of the play. */
    long inHour(Campaign campaign, int n) {
        var from = truth.startMs() + n * HOUR_MS;
        return campaign.members().stream()
                .flatMap(tk -> callsFrom(tk).stream())
                .filter(c -> c.callTime() >= from && c.callTime() < from + HOUR_MS)
                .count();
    }

    static double share(List<Cdr> calls, Predicate<Cdr> what) {
        return calls.stream().filter(what).count() / (double) calls.size();
    }

    /** Mean length of the conversations, 0 when nobody answered. */
    static double meanTalkMs(List<Cdr> calls) {
        return calls.stream().filter(Cdr::answered).mapToLong(Cdr::durationMs).average().orElse(0);
    }

    /** Binding and release by binding id. */
    Map<String, Map<BindingOp, Binding>> bindings() {
        return of(Feed.BINDINGS).stream()
                .map(Event::binding)
                .collect(
                        Collectors.groupingBy(
                                Binding::subId, Collectors.toMap(Binding::op, b -> b)));
    }

    /** Words of one call in the order they were said. */
    String saidIn(String callId) {
        return of(Feed.TRANSCRIPTS).stream()
                .map(Event::transcript)
                .filter(t -> t.callId().equals(callId))
                .map(t -> t.channel() + ":" + t.text())
                .collect(Collectors.joining("\n"));
    }
}
