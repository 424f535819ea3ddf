/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.delays;

import io.fuselink.events.AckStatus;
import io.fuselink.events.Action;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Command;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Instruction;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Output;
import io.fuselink.events.Verb;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.elasticsearch.client.RestClient;

/**
 * How long it took, by the stamps of the records in Kafka: from an authority's order to the last command
 * to a party, from a release to the last party's word that it let go, and which part of that was ours;
 * and with an Elasticsearch, until an alert was a document. What was sent more than once counts when it
 * was first sent.
 */
public final class Delays {
    private static final Set<Verb> RELEASES =
            EnumSet.of(Verb.LIFT, Verb.CONFIRM_WRONG, Verb.REVERIFY_PASSED);

    /** The delays a drill waits for. */
    public static final String ORDERED = "police push to its last command";

    public static final String RELEASED = "release decision to all legs released";

    private static final String OURS = "ours";
    private static final String THEIRS = "theirs";

    private final List<Stamped<Event>> pushes;
    private final List<Stamped<Event>> decisions;
    private final Map<String, String> caseOf = new HashMap<>();
    private final Map<String, Stamped<Action>> commands = new HashMap<>();
    private final Map<String, Long> lifted = new HashMap<>();
    private final Map<String, Long> answered = new HashMap<>();
    private final List<AlertDocument> alerts;
    private final Map<String, Long> alerted = new HashMap<>();
    private final Ticks clock;

    private Delays(StampedTopics topics, List<AlertDocument> alerts) {
        this.alerts = alerts;
        topics.of(Output.ASSESSMENTS, Assessment.class)
                .forEach(a -> alerted.putIfAbsent(a.record().id() + a.record().at(), a.wallMs()));
        clock = new Ticks(topics.of(Feed.CLOCK));
        pushes = topics.of(Feed.CASES);
        decisions = topics.of(Feed.DECISIONS);
        topics.of(Output.BUNDLES, Bundle.class).stream()
                .map(Stamped::record)
                .filter(b -> b.caseId() != null)
                .forEach(b -> caseOf.put(b.bundleId(), b.caseId()));
        topics.of(Output.ACTIONS, Action.class)
                .forEach(a -> commands.putIfAbsent(a.record().orderId(), a));
        topics.of(Output.LEGS, Leg.class).stream()
                .filter(l -> l.record().state() == LegState.LIFTED)
                .forEach(l -> lifted.putIfAbsent(l.record().legId(), l.wallMs()));
        topics.of(Feed.ACKS)
                .forEach(
                        a ->
                                answered.putIfAbsent(
                                        a.record().ack().legId() + a.record().ack().status(),
                                        a.wallMs()));
    }

    /**
     * All delays of a deployment.
     *
     * @param client settings of a Kafka client, with {@code bootstrap.servers}
     * @param elastic where its documents are, null where nobody knows
     * @param since epoch ms of the wall clock
     */
    public static List<Delay> of(Map<String, ?> client, RestClient elastic, long since) {
        var alerts = elastic == null ? null : AlertDocument.since(elastic, since);
        return new Delays(new StampedTopics(client, since), alerts).measured();
    }

    private List<Delay> measured() {
        var delays = new ArrayList<Delay>();
        delays.add(Delay.of(ORDERED, OURS, ordersToCommands()));
        delays.add(Delay.of("release decision to its last command", OURS, releases(Release::sent)));
        delays.add(Delay.of("command of release to the party's word", THEIRS, partysReleases()));
        delays.add(Delay.of("party's word to the leg released", OURS, wordsToLegs()));
        delays.add(Delay.of(RELEASED, "both", releases(Release::done)));
        delays.add(Delay.of("… of which ours", OURS, releases(Release::ours)));
        if (alerts != null) {
            delays.add(Delay.of("alert's moment to its document", OURS, momentsToDocuments()));
            delays.add(Delay.of("… of which from its record on", OURS, recordsToDocuments()));
        }
        return delays;
    }

    /** From when the deployment's clock had reached the moment at which it became true. */
    private List<Long> momentsToDocuments() {
        return alerts.stream()
                .filter(alert -> clock.wallAt(alert.at()).isPresent())
                .map(alert -> alert.writtenAt() - clock.wallAt(alert.at()).getAsLong())
                .toList();
    }

    private List<Long> recordsToDocuments() {
        return alerts.stream()
                .filter(alert -> alerted.containsKey(alert.id() + alert.at()))
                .map(alert -> alert.writtenAt() - alerted.get(alert.id() + alert.at()))
                .toList();
    }

    /** An order reaches the parties of all its bundles; the slowest counts. One that was refused has no command. */
    private List<Long> ordersToCommands() {
        return pushes.stream()
                .filter(p -> p.record().push().instruction().restricts())
                .flatMap(push -> last(sentFor(push), push.wallMs()))
                .toList();
    }

    private List<Stamped<Action>> sentFor(Stamped<Event> push) {
        var caseId = push.record().push().caseId();
        return commands.values().stream()
                .filter(a -> a.record().command() == Command.APPLY)
                .filter(a -> caseId.equals(caseOf.get(a.record().bundleId())))
                // What follows later from the same case has another time.
                .filter(a -> a.record().issuedAt() == push.record().ts())
                .toList();
    }

    private static Stream<Long> last(List<Stamped<Action>> sent, long since) {
        return sent.stream().map(a -> a.wallMs() - since).max(Long::compare).stream();
    }

    /**
     * One word that lets go, and what became of it.
     *
     * @param sent until the last command was sent, ms; {@code done} until the last leg was released
     * @param ours how much of that was not spent waiting for the slowest party
     */
    private record Release(long sent, long done, long ours) {}

    private interface Part {
        long of(Release release);
    }

    private List<Long> releases(Part part) {
        return Stream.concat(
                        decisions.stream()
                                .filter(d -> RELEASES.contains(d.record().decision().verb())),
                        pushes.stream()
                                .filter(p -> p.record().push().instruction() == Instruction.LIFT))
                .flatMap(this::release)
                .map(part::of)
                .toList();
    }

    /** Empty where no party had to let go, or one has not done so yet. */
    private Stream<Release> release(Stamped<Event> word) {
        var sent =
                commands.values().stream()
                        .filter(a -> a.record().command() == Command.LIFT)
                        .filter(a -> concerns(word.record(), a.record().bundleId()))
                        .filter(a -> a.record().issuedAt() == word.record().ts())
                        .toList();
        if (sent.isEmpty() || !sent.stream().allMatch(this::released)) {
            return Stream.of();
        }
        var toCommand = 0L;
        var done = 0L;
        var ours = 0L;
        for (var command : sent) {
            var legId = command.record().legId();
            var toLast = command.wallMs() - word.wallMs();
            var toLeg = lifted.get(legId) - word.wallMs();
            toCommand = Math.max(toCommand, toLast);
            done = Math.max(done, toLeg);
            ours = Math.max(ours, toLeg - theirs(command));
        }
        return Stream.of(new Release(toCommand, done, ours));
    }

    private boolean concerns(Event word, String bundleId) {
        return word.feed() == Feed.DECISIONS
                ? bundleId.equals(word.decision().bundleId())
                : word.push().caseId().equals(caseOf.get(bundleId));
    }

    private boolean released(Stamped<Action> command) {
        var legId = command.record().legId();
        return lifted.containsKey(legId) && answered.containsKey(legId + AckStatus.LIFTED);
    }

    /** How long the party took for its word. */
    private long theirs(Stamped<Action> command) {
        var said = answered.get(command.record().legId() + AckStatus.LIFTED);
        return said == null ? 0 : said - command.wallMs();
    }

    private List<Long> partysReleases() {
        return commands.values().stream()
                .filter(a -> a.record().command() == Command.LIFT)
                .filter(this::released)
                .map(this::theirs)
                .toList();
    }

    private List<Long> wordsToLegs() {
        var delays = new ArrayList<Long>();
        lifted.forEach(
                (legId, at) -> {
                    var said = answered.get(legId + AckStatus.LIFTED);
                    if (said != null) {
                        delays.add(at - said);
                    }
                });
        return delays;
    }
}
