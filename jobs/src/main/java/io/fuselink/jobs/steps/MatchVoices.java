/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.VoiceCluster;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.SignalCode;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 7c: one voice from several people's numbers, as a service outside hears it (row 45). Each of the
 * numbers is told of, as support for what else is known of it: the detector is off until a policy turns it
 * on, alone it is a note, and it ends with the match. Look-alikes: a person with two numbers; the bought
 * voice of a machine, which many use. Owns the voices feed.
 *
 * <p>State is cleared {@link #KEPT_MS} after the voice was last heard, or when its last match ends.
 */
public final class MatchVoices implements Step<Event, Signal> {
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** No match counts longer than this, however long its service allows: 7 days in ms. */
    public static final long KEPT_MS = 7 * DAY_MS;

    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<VoiceCluster> CLUSTER =
            new ValueStateDescriptor<>("voice-cluster", TypeInformation.of(VoiceCluster.class));

    private transient ValueState<VoiceCluster> clusters;

    @Override
    public void open(RuntimeContext runtime) {
        clusters = runtime.getState(CLUSTER);
    }

    /** The voice a match is about. */
    public static String cluster(Event match) {
        return match.voice().clusterId();
    }

    @Override
    public void onEvent(Event event, StepContext<Signal> context) throws Exception {
        var cluster = clusters.value() == null ? new VoiceCluster() : clusters.value();
        var fresh =
                cluster.recent.add(
                        event.header().provider() + event.header().eventId(), context.now());
        context.account(fresh ? Outcome.PROCESSED : Outcome.DUPLICATE, Feed.VOICES);
        if (fresh) {
            hear(cluster, event, context);
        }
        cluster.lastHeard = context.now();
        clusters.update(cluster);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    private static void hear(VoiceCluster cluster, Event event, StepContext<Signal> context) {
        var voice = event.voice();
        var now = context.now();
        if (voice.score() < context.limits().get(Limit.R45_SCORE)) {
            context.count("voices.unsure");
            return;
        }
        if (voice.expiresAt() <= now) {
            context.count("voices.expired");
            return;
        }
        cluster.heard(voice.phoneTk(), Math.min(voice.expiresAt(), now + KEPT_MS), now);
        var numbers = cluster.members.size();
        if (numbers > context.limits().get(Limit.R45_MOST)) {
            context.count("voices.of-a-machine");
        } else if (numbers >= context.limits().get(Limit.R45_NUMBERS)) {
            tell(cluster, event, context);
        }
    }

    /** Each of them is told once a day. */
    private static void tell(VoiceCluster cluster, Event event, StepContext<Signal> context) {
        var tks = cluster.members.stream().map(m -> m.tk).sorted().toList();
        for (var member : cluster.members) {
            if (member.toldAt <= context.now() - DAY_MS) {
                member.toldAt = context.now();
                context.count("signal." + SignalCode.VOICE_SHARED);
                context.emit(signal(member.tk, tks, event, context));
            }
        }
    }

    private static Signal signal(
            String tk, List<String> members, Event event, StepContext<Signal> context) {
        return Signal.of(
                        SignalCode.VOICE_SHARED.name(),
                        SignalCode.VOICE_SHARED.family(),
                        Subject.number(tk, 1),
                        members.size(),
                        context.limits().get(Limit.R45_NUMBERS),
                        Math.floorDiv(context.now(), DAY_MS) * DAY_MS,
                        context.now(),
                        context.limits().version(),
                        List.of(event.header().eventId()))
                .withMembers(members);
    }

    @Override
    public void onAlarm(String name, StepContext<Signal> context) throws Exception {
        var cluster = clusters.value();
        if (cluster == null) {
            return;
        }
        cluster.members.removeIf(m -> m.until <= context.now());
        if (cluster.lastHeard + KEPT_MS <= context.now()) {
            clusters.clear();
        } else {
            clusters.update(cluster);
        }
    }

    @Override
    public void onRefused(Event event, DeadLetterReason reason, StepContext<Signal> context) {
        Accounts.refused(event, reason, context);
    }
}
