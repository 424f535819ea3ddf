/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.leaks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.BindingOp;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds the people whom fraud called against those who had been given their numbers to bind (row 24).
 * Reads assessments, calls and bindings, each in one pass. Calls through middle numbers do not count:
 * who comes that way needs no leak.
 */
public final class LeakCount {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Told told;
    private final LeakQuestion question;
    private final Set<String> fraudulent = new HashSet<>();
    private final Map<String, List<Long>> calledAt = new HashMap<>();
    private final Map<String, Map<LeakScope, Person>> people = new HashMap<>();
    private final Set<Long> heard = new HashSet<>();

    private LeakCount(Told told, LeakQuestion question) {
        this.told = told;
        this.question = question;
    }

    /** One figure for each platform, lessee and lease with a binding in the period. */
    public static List<LeakFigure> of(Told told, LeakQuestion question) throws IOException {
        var count = new LeakCount(told, question);
        count.callers();
        count.told.feed(Feed.CALLS, count::call);
        count.told.feed(Feed.CDRS, count::cdr);
        count.told.feed(Feed.BINDINGS, count::binding);
        return count.figures();
    }

    // ---- who calls for fraud

    private void callers() throws IOException {
        told.output(
                Output.ASSESSMENTS,
                bytes -> {
                    var assessment = read(bytes);
                    // What shares something with a fraudster is no fraudster yet.
                    if (assessment.path("level").asInt() >= question.level()
                            && !assessment.hasNonNull("linked_from")) {
                        accuse(assessment);
                    }
                });
    }

    private void accuse(JsonNode assessment) {
        if (assessment.path("subject_type").asText().equals("NUMBER")) {
            fraudulent.add(assessment.path("subject_tk").asText());
        } else {
            assessment.path("members").forEach(member -> fraudulent.add(member.asText()));
        }
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw OperatorError.badInput(
                    "A record of assessments is not JSON; count from outputs as the detection wrote them.",
                    e);
        }
    }

    // ---- whom they called

    private void call(Event event) {
        var call = event.call();
        if (call.attempt() && !call.throughMiddleNumber()) {
            called(call.fromTk(), call.toTk(), event.header().eventTime());
        }
    }

    private void cdr(Event event) {
        var cdr = event.cdr();
        if (!cdr.throughMiddleNumber()) {
            called(cdr.fromTk(), cdr.toTk(), cdr.callTime());
        }
    }

    private void called(String from, String to, long at) {
        if (fraudulent.contains(from) && question.asksAbout(to)) {
            calledAt.computeIfAbsent(to, t -> new ArrayList<>(1)).add(at);
        }
    }

    // ---- who had been given their numbers

    private void binding(Event event) {
        var binding = event.binding();
        var at = event.header().eventTime();
        if (binding.op() != BindingOp.BIND
                || !question.asksAbout(at)
                || !heard.add(
                        Hashes.of(event.header().provider() + "/" + event.header().eventId()))) {
            return;
        }
        person(binding.aTk(), event, at);
        if (binding.bTk() != null) {
            person(binding.bTk(), event, at);
        }
    }

    private void person(String tk, Event event, long at) {
        if (!question.asksAbout(tk)) {
            return;
        }
        var byScope = people.computeIfAbsent(tk, t -> new HashMap<>());
        for (var scope : LeakScope.values()) {
            var person = byScope.computeIfAbsent(scope, s -> new Person());
            person.another();
            person.bound(scope.party(event), at);
        }
    }

    // ---- how often

    private List<LeakFigure> figures() {
        var figures = new ArrayList<LeakFigure>();
        for (var scope : LeakScope.values()) {
            var calls = new HashMap<Person, List<Long>>();
            people.forEach(
                    (tk, byScope) -> {
                        var person = byScope.get(scope);
                        if (person.bindings() <= question.atWork()) {
                            calls.put(person, calledAt.getOrDefault(tk, List.of()));
                        }
                    });
            var cohorts =
                    new Cohorts(
                            scope,
                            question,
                            calls.keySet(),
                            (person, at) -> soonAfter(calls.get(person), at));
            figures.addAll(cohorts.figures(calls.keySet()));
        }
        return figures;
    }

    private boolean soonAfter(List<Long> calls, long at) {
        return calls.stream().anyMatch(call -> call > at && call <= at + question.withinMs());
    }
}
