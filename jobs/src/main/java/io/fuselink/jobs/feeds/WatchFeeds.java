/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.feeds;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Health;
import io.fuselink.events.HealthKind;
import io.fuselink.events.HealthState;
import io.fuselink.events.Ids;
import io.fuselink.events.Page;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 3a: whether the bindings of a platform arrive. A binding feed that is silent or lags looks exactly
 * like mass spoofing; so its state goes to whoever judges calls by bindings, a person is paged, and
 * the state is shown. A platform that never told of a binding is not watched: nothing is expected of it.
 *
 * <p>State is cleared {@link #KEPT_MS} after the platform's last sign of life.
 */
public final class WatchFeeds implements Step<FeedPulse, FeedReading> {
    private static final long SECOND_MS = 1_000;
    private static final long DAY_MS = 24 * 3_600_000L;

    /** How long a platform without bindings and calls is remembered: 7 days in ms. */
    static final long KEPT_MS = 7 * DAY_MS;

    private static final String RECOVERED = "recovered";
    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<FeedWatch> WATCH =
            new ValueStateDescriptor<>("feed-watch", TypeInformation.of(FeedWatch.class));

    private transient ValueState<FeedWatch> watches;

    @Override
    public void open(RuntimeContext runtime) {
        watches = runtime.getState(WATCH);
    }

    @Override
    public void onEvent(FeedPulse pulse, StepContext<FeedReading> context) throws Exception {
        var watch = watches.value();
        if (watch == null) {
            if (!pulse.bindings()) {
                context.count("feeds.calls-of-unknown-platforms");
                return;
            }
            watch = new FeedWatch();
            enter(watch, HealthState.HEALTHY, 0, 0, context);
        }
        if (pulse.bindings()) {
            bindings(watch, pulse, context);
        } else {
            calls(watch, pulse, context);
        }
        watch.lastPulse = context.now();
        watches.update(watch);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, DAY_MS) + 1) * DAY_MS, FORGET);
    }

    private static void bindings(
            FeedWatch watch, FeedPulse pulse, StepContext<FeedReading> context) {
        watch.lastBindings = context.now();
        watch.callSlots = 0;
        var late = pulse.atLeastLateMs() / SECOND_MS;
        var limit = context.limits().get(Limit.FEED_LAG_S);
        if (late >= limit || watch.state == HealthState.SILENT) {
            var recovers = (long) context.limits().get(Limit.FEED_RECOVERED_S) * SECOND_MS;
            watch.laggingUntil = context.now() + recovers;
            context.alarm(watch.laggingUntil, RECOVERED);
            if (watch.state != HealthState.LAGGING) {
                enter(watch, HealthState.LAGGING, late, limit, context);
            }
        }
        if (pulse.spokenTo() > watch.spokenTo) {
            watch.spokenTo = pulse.spokenTo();
            tell(watch, context);
        }
    }

    /** Calls go on: do bindings? */
    private static void calls(FeedWatch watch, FeedPulse pulse, StepContext<FeedReading> context) {
        if (pulse.at() != watch.lastCalls) {
            watch.callSlots++;
            watch.lastCalls = pulse.at();
        }
        var silence = (context.now() - watch.lastBindings) / SECOND_MS;
        var limit = context.limits().get(Limit.FEED_SILENT_S);
        if (watch.state != HealthState.SILENT
                && silence >= limit
                && watch.callSlots >= context.limits().get(Limit.FEED_SILENT_CALLS)) {
            enter(watch, HealthState.SILENT, silence, limit, context);
        }
    }

    @Override
    public void onAlarm(String name, StepContext<FeedReading> context) throws Exception {
        var watch = watches.value();
        if (watch == null) {
            return;
        }
        if (name.equals(FORGET)) {
            if (watch.lastPulse + KEPT_MS <= context.now()) {
                watches.clear();
            }
        } else if (watch.state == HealthState.LAGGING && context.now() >= watch.laggingUntil) {
            enter(watch, HealthState.HEALTHY, 0, 0, context);
            watches.update(watch);
        }
    }

    private static void enter(
            FeedWatch watch,
            HealthState state,
            double value,
            double limit,
            StepContext<FeedReading> context) {
        watch.state = state;
        watch.since = context.now();
        var platform = context.key();
        var message = sentence(platform, state, value);
        tell(watch, context);
        context.emit(
                SideOutputs.HEALTH,
                new Health(
                        Ids.hash("binding-feed", platform, state, context.now()),
                        HealthKind.BINDING_FEED,
                        platform,
                        -1,
                        state,
                        value,
                        limit,
                        context.limits().version(),
                        context.now(),
                        context.now(),
                        message));
        if (state != HealthState.HEALTHY) {
            context.count("feeds." + state);
            context.emit(
                    SideOutputs.PAGES,
                    new Page(
                            Ids.hash("page", "BINDING_FEED", platform, state, context.now()),
                            "BINDING_FEED_" + state,
                            null,
                            platform,
                            value,
                            limit,
                            context.now(),
                            message));
        }
    }

    private static String sentence(String platform, HealthState state, double seconds) {
        return switch (state) {
            case SILENT ->
                    "no bindings of %s for %.0f s while calls through its numbers go on; nobody is accused for want of a binding until they arrive again"
                            .formatted(platform, seconds);
            case LAGGING ->
                    "bindings of %s come at least %.0f s late or are caught up on; nobody is accused for want of a binding until they are in time"
                            .formatted(platform, seconds);
            default -> "bindings of %s arrive in time".formatted(platform);
        };
    }

    private static void tell(FeedWatch watch, StepContext<FeedReading> context) {
        context.emit(new FeedReading(context.key(), watch.state, watch.spokenTo, context.now()));
    }

    /** A pulse that comes late says nothing about now. */
    @Override
    public void onRefused(
            FeedPulse pulse, DeadLetterReason reason, StepContext<FeedReading> context) {
        context.count("feeds.pulses." + reason);
    }
}
