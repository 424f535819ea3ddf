/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Trail;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.SignalCode;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 7b: keeps the footprint of every number that calls strangers, and tells at each place where it was
 * seen (device, cells, enterprise trunk) when such a number rises and when one is broken: an authority
 * ordered it, or findings of two families speak against it within six hours, which is what it takes to
 * ask anything of others. Whether one returned as the other is for the patterns {@code phoenix} and
 * {@code displacement}, keyed by the place.
 *
 * <p>State is cleared {@link #KEPT_MS} after the number was last heard of.
 */
public final class TraceReturns implements Step<TrailNews, Signal> {
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** A successor is looked for within this, in ms: S23. */
    public static final long KEPT_MS = 7 * DAY_MS;

    /** Findings speak together within this, in ms: an episode's quiet. */
    private static final long TOGETHER_MS = 6 * HOUR_MS;

    private static final int CELLS_TOLD = 3;
    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<Trail> TRAIL =
            new ValueStateDescriptor<>("trail", TypeInformation.of(Trail.class));

    private transient ValueState<Trail> trails;

    @Override
    public void open(RuntimeContext runtime) {
        trails = runtime.getState(TRAIL);
    }

    @Override
    public void onEvent(TrailNews news, StepContext<Signal> context) throws Exception {
        var trail = trails.value() == null ? new Trail() : trails.value();
        if (news.footprint() == null) {
            against(trail, news.finding(), context);
        } else {
            walk(trail, news.footprint(), context);
        }
        if (trail.brokenAt != 0 && !trail.brokenTold && !trail.places.isEmpty()) {
            trail.brokenTold = true;
            tell(SignalCode.NUMBER_BROKEN, trail, trail.brokenAt, context);
        }
        trail.lastHeard = context.now();
        trails.update(trail);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, DAY_MS) + 1) * DAY_MS, FORGET);
    }

    private static void against(Trail trail, Finding finding, StepContext<Signal> context) {
        trail.families.put(finding.family(), context.now());
        trail.families.values().removeIf(at -> at <= context.now() - TOGETHER_MS);
        if (trail.brokenAt == 0
                && (finding.family() == Family.AUTHORITY || trail.families.size() > 1)) {
            trail.brokenAt = context.now();
        }
    }

    /** Told when it rises, and again as its list doubles: the more of it is known, the surer the likeness. */
    private static void walk(Trail trail, Footprint footprint, StepContext<Signal> context) {
        trail.places = places(footprint);
        trail.linkKeys = footprint.linkKeys();
        trail.callees = footprint.callees();
        if (footprint.rises()) {
            trail.roseAt = footprint.at();
            trail.calleesTold = 0;
        }
        var enough = (int) context.limits().get(Limit.S23_CALLEES);
        if (trail.roseAt != 0
                && trail.roseAt + DAY_MS > footprint.at()
                && trail.callees.size() >= Math.max(enough, 2 * trail.calleesTold)) {
            trail.calleesTold = trail.callees.size();
            tell(SignalCode.NUMBER_RISES, trail, trail.roseAt, context);
        }
    }

    private static List<String> places(Footprint footprint) {
        var places = new ArrayList<String>();
        if (footprint.deviceTk() != null) {
            places.add(SubjectType.DEVICE + ":" + footprint.deviceTk());
        }
        if (footprint.trunkId() != null) {
            places.add(SubjectType.TRUNK + ":" + footprint.trunkId());
        }
        footprint.cells().stream()
                .skip(Math.max(0, footprint.cells().size() - CELLS_TOLD))
                .forEach(cell -> places.add(SubjectType.CELL + ":" + Long.toHexString(cell)));
        return places;
    }

    private static void tell(
            SignalCode code, Trail trail, long windowStart, StepContext<Signal> context) {
        var number = Subject.number(context.key(), 1);
        for (var place : trail.places) {
            var colon = place.indexOf(':');
            var subject =
                    Subject.of(
                            SubjectType.valueOf(place.substring(0, colon)),
                            place.substring(colon + 1));
            context.count("signal." + code);
            context.emit(
                    Signal.of(
                                    code.name(),
                                    code.family(),
                                    number,
                                    trail.callees.size(),
                                    context.limits().get(Limit.S23_CALLEES),
                                    windowStart,
                                    context.now(),
                                    context.limits().version(),
                                    List.of())
                            .about(subject)
                            .withCall(null, context.key(), null)
                            .withContext(null, trail.linkKeys)
                            .withMarks(trail.callees));
        }
    }

    @Override
    public void onAlarm(String name, StepContext<Signal> context) throws Exception {
        var trail = trails.value();
        if (trail != null && trail.lastHeard + KEPT_MS <= context.now()) {
            trails.clear();
        }
    }

    @Override
    public void onRefused(TrailNews news, DeadLetterReason reason, StepContext<Signal> context) {
        context.count("trails." + reason);
    }
}
