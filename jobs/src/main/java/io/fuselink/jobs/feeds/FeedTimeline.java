/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.feeds;

import io.fuselink.events.HealthState;
import io.fuselink.jobs.types.CompactType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * How the binding feeds stood when, as one subtask knows it. Asked by event time, like the policy, so
 * that batch, which knows the whole day before its first call, answers as the stream did at that hour.
 *
 * <p>Lives in broadcast state; readings older than {@link #KEPT_MS} are forgotten but for the last.
 */
public final class FeedTimeline {
    private static final MapStateDescriptor<String, FeedReading> STATE =
            new MapStateDescriptor<>(
                    "feed-readings", Types.STRING, CompactType.forRecord(FeedReading.class));

    /** How far back a verdict asks at most, with room to spare, ms. */
    static final long KEPT_MS = 3_600_000;

    /**
     * What was told so shortly after a call may have been overtaken by a binding still on its way: as
     * long must pass before it is taken as all there is, ms.
     */
    static final long SETTLES_MS = 3_000;

    private final BroadcastState<String, FeedReading> state;
    private final Map<String, TreeMap<Long, FeedReading>> readings = new HashMap<>();
    private long nextForgetting = Long.MIN_VALUE;

    private FeedTimeline(BroadcastState<String, FeedReading> state) throws Exception {
        this.state = state;
        for (var entry : state.immutableEntries()) {
            remember(entry.getValue());
        }
    }

    /** The timeline of an operator that keeps its state in this store; empty at first. */
    public static FeedTimeline restore(OperatorStateStore store) throws Exception {
        return new FeedTimeline(store.getBroadcastState(STATE));
    }

    public void add(FeedReading reading) throws Exception {
        state.put(key(reading), reading);
        remember(reading);
    }

    private void remember(FeedReading reading) {
        readings.computeIfAbsent(reading.platform(), p -> new TreeMap<>())
                .put(reading.at(), reading);
    }

    private static String key(FeedReading reading) {
        return reading.at() + "/" + reading.platform();
    }

    /**
     * Whether a platform that told of no binding for a call by now can be taken at its word: its feed is
     * healthy, and has told of what was bound after the call. Where it is not known whose number was
     * called, all platforms must be.
     *
     * @param platform null when it is not known
     */
    public boolean vouch(String platform, long callTime, long now) {
        var asked = asked(platform);
        return !asked.isEmpty() && asked.stream().allMatch(r -> vouches(r, callTime, now));
    }

    private static boolean vouches(TreeMap<Long, FeedReading> told, long callTime, long now) {
        var current = told.floorEntry(now);
        var settled = told.floorEntry(now - SETTLES_MS);
        return current != null
                && settled != null
                && current.getValue().state() == HealthState.HEALTHY
                && settled.getValue().spokenTo() >= callTime;
    }

    /** Whether it is known by now that bindings of a platform are missing; of any, where it is not known whose number was called. */
    public boolean fails(String platform, long now) {
        return asked(platform).stream()
                .map(told -> told.floorEntry(now))
                .anyMatch(r -> r != null && r.getValue().state() != HealthState.HEALTHY);
    }

    /** Whether a platform ever told of a binding. */
    public boolean knows(String platform) {
        return readings.containsKey(platform);
    }

    private Collection<TreeMap<Long, FeedReading>> asked(String platform) {
        if (platform == null) {
            return readings.values();
        }
        var told = readings.get(platform);
        return told == null ? List.of() : List.of(told);
    }

    /** Lets go of what no verdict can ask for any more; looks once an hour of event time. */
    public void forget(long watermark) throws Exception {
        if (watermark < nextForgetting || watermark == Long.MAX_VALUE) {
            return;
        }
        nextForgetting = watermark + KEPT_MS;
        for (var told : readings.values()) {
            var kept = told.floorKey(watermark - KEPT_MS);
            if (kept != null) {
                var old = told.headMap(kept);
                for (var reading : new ArrayList<>(old.values())) {
                    state.remove(key(reading));
                }
                old.clear();
            }
        }
    }
}
