/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Action;
import io.fuselink.events.Bundle;
import io.fuselink.events.Command;
import io.fuselink.events.Ids;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Ordered;
import io.fuselink.events.Page;
import io.fuselink.events.Urgency;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.util.OutputTag;

/** One bundle while something happens to it: its file, the moment, and the ways in which it speaks. */
final class Saga {
    /** Who acts where nobody is named. */
    static final String SYSTEM = "fuselink";

    static final String CLOCK = "clock";
    static final String CLOCKS = "clocks";

    private final BundleFile file;
    private final StepContext<Bundle> context;

    Saga(BundleFile file, StepContext<Bundle> context) {
        this.file = file;
        this.context = context;
    }

    BundleFile file() {
        return file;
    }

    Bundle bundle() {
        return file.bundle;
    }

    long now() {
        return context.now();
    }

    void count(String name) {
        context.count(name);
    }

    void alarm(long at) {
        context.alarm(at, CLOCKS);
    }

    List<Leg> legs(Predicate<Leg> which) {
        return file.legs.stream().filter(which).toList();
    }

    /** The leg as it stands now. */
    Leg present(Leg leg) {
        return file.leg(leg.legId());
    }

    /** A new leg. */
    void propose(Leg leg) {
        file.legs.add(leg);
        tell(leg);
    }

    /** Writes the next version of a leg. */
    Leg write(Leg.Next next) {
        var leg = next.leg();
        file.replace(leg);
        tell(leg);
        return leg;
    }

    /** Moves a leg as the table says; it stays as it is where the table says so. */
    Leg move(Leg leg, Cause cause, String by, String why) {
        return LegTable.next(leg.state(), cause)
                .map(to -> write(leg.next(now(), by, why).state(to)))
                .orElse(leg);
    }

    private void tell(Leg leg) {
        context.count("leg." + leg.action() + "." + leg.state());
        context.emit(SideOutputs.LEGS, leg);
    }

    /** Sends a command about a leg; a party hears each command of a leg once. */
    void command(Leg leg, Command command) {
        context.count("actions." + command);
        context.emit(
                SideOutputs.ACTIONS,
                new Action(
                        leg.legId(),
                        leg.bundleId(),
                        leg.version(),
                        command,
                        leg.action(),
                        leg.party(),
                        leg.partyType(),
                        leg.targetType(),
                        leg.targetTk(),
                        leg.level(),
                        leg.reasonCode(),
                        leg.legalBasis(),
                        now(),
                        leg.expiresAt(),
                        leg.verifyDeadline(),
                        leg.epoch(),
                        leg.round(),
                        command == Command.PROBE ? leg.probeDeadline() : 0,
                        leg.callees(),
                        urgency(leg)));
    }

    /** Who is being defrauded at this moment goes first. */
    private static Urgency urgency(Leg leg) {
        return switch (leg.action()) {
            case HOLD_SUGGEST, DISSUADE -> Urgency.URGENT;
            case BLOCK, THROTTLE, FREEZE_REQUEST, TAG, WARN, LEAD, REVERIFY, QUARANTINE ->
                    Urgency.NORMAL;
        };
    }

    /** Asks a person on duty to look, once per leg and kind. */
    void page(String kind, Leg leg, double value, double limit, String message) {
        context.count("pages." + kind);
        context.emit(
                SideOutputs.PAGES,
                new Page(
                        Ids.hash("page", kind, leg.legId()),
                        kind,
                        null,
                        leg.party(),
                        value,
                        limit,
                        now(),
                        message,
                        leg.bundleId()));
    }

    /** Says that an order was not served as it came, because nobody may ask that. */
    void notAsAsked(String kind, String bundleId, double value, String why) {
        count("breaker.not-as-asked." + kind);
        context.emit(
                SideOutputs.PAGES,
                new Page(
                        Ids.hash("page", kind, bundleId),
                        kind,
                        null,
                        "protected",
                        value,
                        0,
                        now(),
                        why,
                        bundleId));
    }

    /** Another version of the bundle, summed up from its legs. */
    void publish() {
        if (file.bundle == null) {
            return;
        }
        file.bundle = Bundles.summed(file, now());
        context.emit(file.bundle);
    }

    <T extends Ordered> void emit(OutputTag<T> tag, T record) {
        context.emit(tag, record);
    }

    /** Whether a human is asked about a leg. */
    static boolean pending(Leg leg) {
        return leg.state() == LegState.PENDING_HUMAN;
    }

    /** Whether a human is asked about a leg, or will be once the holder has had the time to verify himself. */
    static boolean waits(Leg leg) {
        return pending(leg) || leg.state() == LegState.PROPOSED && leg.approvalsNeeded() > 0;
    }
}
