/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import static io.fuselink.jobs.Told.NOON;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.Action;
import io.fuselink.events.ActionType;
import io.fuselink.events.Appeal;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Command;
import io.fuselink.events.Decision;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Instruction;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Page;
import io.fuselink.events.PartyType;
import io.fuselink.events.PushTarget;
import io.fuselink.events.TargetType;
import io.fuselink.events.Verb;
import io.fuselink.jobs.AnAssessment;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.steps.Particulars;
import io.fuselink.jobs.steps.Routing;
import io.fuselink.jobs.topology.Party;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.util.ListCollector;

/** One accused number, the parties that act against it, and what they answer. */
final class BreakerStory implements AutoCloseable {
    static final String NUMBER = "accused";
    static final String CARRIER = "carrier";
    static final String PLATFORM = "platform";
    static final String HANDSET = "handset";
    static final String POLICE = "police";
    static final String BINDING = "binding-1";

    private static final List<Party> PARTIES =
            List.of(
                    new Party(PartyType.CARRIER, CARRIER),
                    new Party(PartyType.PLATFORM, PLATFORM),
                    new Party(PartyType.HANDSET, HANDSET),
                    new Party(PartyType.POLICE, POLICE),
                    new Party(PartyType.BANK, "bank-1"),
                    new Party(PartyType.BANK, "bank-2"));

    private final StepHarness<BreakerNews, Bundle> step;
    private final String bundleId;

    /** What the number's profile knows when somebody points at it. */
    private Particulars known = particulars(1);

    private static Particulars particulars(int epoch, String... callees) {
        return particulars(NumberClass.MOBILE, epoch, callees);
    }

    private static Particulars particulars(NumberClass kind, int epoch, String... callees) {
        return new Particulars(
                NUMBER, epoch, kind, "44", List.of(callees), null, null, null, NOON, null);
    }

    private BreakerStory(String bundleId) throws Exception {
        this.bundleId = bundleId;
        this.step =
                StepHarness.of(new RunBreakers(PARTIES), BreakerNews.class, BreakerNews::bundleId);
    }

    /** A story about the number's episode. */
    static BreakerStory ofEpisode() throws Exception {
        return new BreakerStory(BreakerNews.of(AnAssessment.ofLevel(2, NUMBER, NOON)).bundleId());
    }

    /** A story about a case that names the number. */
    static BreakerStory ofCase(String caseId) throws Exception {
        return new BreakerStory(BreakerNews.caseBundle(caseId, NUMBER));
    }

    BreakerStory assessed(int level, long at) throws Exception {
        step.tell(BreakerNews.of(AnAssessment.ofLevel(level, NUMBER, at))).until(at);
        return this;
    }

    /** Found with these families by these detectors, which reached these people. */
    BreakerStory assessed(Assessment assessment) throws Exception {
        step.tell(BreakerNews.of(assessment)).until(assessment.at());
        return this;
    }

    BreakerStory assessedByCase(String caseId, long at) throws Exception {
        step.tell(BreakerNews.of(AnAssessment.ofCase(caseId, NUMBER, at))).until(at);
        return this;
    }

    BreakerStory pushed(Instruction instruction, String caseId, long at) throws Exception {
        var id = "push-" + instruction + at;
        return hears(Told.push(id, instruction, caseId, at, NUMBER));
    }

    /** Whom the number reached, latest first, and which holder it has. */
    BreakerStory heldBy(int epoch, String... callees) {
        known = particulars(epoch, callees);
        return this;
    }

    /** The number is a hotline. */
    BreakerStory official() {
        known = particulars(NumberClass.PROVINCIAL_96, 1);
        return this;
    }

    /** The holder gives the number up. */
    BreakerStory givenUp(long at) throws Exception {
        step.tell(BreakerNews.tenureEnded(bundleId, Told.opened(NUMBER, 2, at))).until(at);
        return this;
    }

    BreakerStory hears(Event event) throws Exception {
        var news = new ArrayList<BreakerNews>();
        Routing.breakerNews(event, new ListCollector<>(news));
        if (event.feed() == Feed.CASES) {
            news.add(BreakerNews.ofPush(event, known, true));
        }
        step.tell(news);
        return this;
    }

    /** An authority names the number, which turns out to stand between pairs. */
    BreakerStory pushedAtMiddleNumber(String caseId, int pairs, long at) throws Exception {
        var push = Told.push("push-" + at, Instruction.BLOCK, caseId, at, NUMBER);
        var alone = pairs == 1;
        step.tell(
                BreakerNews.ofMiddleNumber(
                        NUMBER,
                        alone ? narrowed(push) : push,
                        alone ? BINDING : NUMBER,
                        pairs,
                        true));
        return this;
    }

    private static Event narrowed(Event push) {
        var pair = new PushTarget(TargetType.BINDING, BINDING, null);
        return Event.of(push.header(), push.push().at(List.of(pair)));
    }

    /** The carrier cannot have the holder verify himself. */
    BreakerStory unverifiable(long at) throws Exception {
        return hears(ack(ActionType.REVERIFY, CARRIER, AckStatus.REJECTED, at));
    }

    BreakerStory until(long time) throws Exception {
        step.until(time);
        return this;
    }

    BreakerStory restart() throws Exception {
        step.restart();
        return this;
    }

    /** A party says it acted at this time; heard whenever the story tells it. */
    Event ack(ActionType action, String party, AckStatus status, long at) {
        var body = new Ack(legId(action, party), bundleId, party, status, 1, at, null);
        return Told.event("ack-" + action + party + status, at, body);
    }

    Event decides(Verb verb, long at) {
        return decides(verb, null, at);
    }

    Event decides(Verb verb, String legId, long at) {
        return decides(verb, legId, "officer", at);
    }

    Event decides(Verb verb, String legId, String name, long at) {
        var id = "decision-" + verb + legId + name + at;
        return Told.event(id, at, new Decision(id, bundleId, legId, verb, name, "seen", at));
    }

    Event appeals(long at) {
        return Told.event(
                "appeal-1",
                at,
                new Appeal("appeal-1", bundleId, null, NUMBER, "hotline", at, null));
    }

    /** The leg of a later order. */
    Leg leg(ActionType action, String party, int round) {
        return told(Ids.leg(bundleId, action, party, round))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    List<String> pages() {
        return step.told(SideOutputs.PAGES).stream().map(Page::kind).toList();
    }

    String legId(ActionType action, String party) {
        return Ids.leg(bundleId, action, party);
    }

    Leg leg(ActionType action, String party) {
        return told(legId(action, party)).reduce((earlier, later) -> later).orElseThrow();
    }

    LegState state(ActionType action, String party) {
        return leg(action, party).state();
    }

    List<LegState> history(ActionType action, String party) {
        return told(legId(action, party)).map(Leg::state).distinct().toList();
    }

    private Stream<Leg> told(String legId) {
        return versions().stream().filter(l -> l.legId().equals(legId));
    }

    /** All versions of all legs, oldest first. */
    List<Leg> versions() {
        return step.told(SideOutputs.LEGS);
    }

    List<ActionType> sent(Command command) {
        return step.told(SideOutputs.ACTIONS).stream()
                .filter(a -> a.command() == command)
                .map(Action::action)
                .toList();
    }

    Bundle bundle() {
        var versions = step.told();
        return versions.get(versions.size() - 1);
    }

    StepHarness<BreakerNews, Bundle> step() {
        return step;
    }

    @Override
    public void close() throws Exception {
        step.close();
    }
}
