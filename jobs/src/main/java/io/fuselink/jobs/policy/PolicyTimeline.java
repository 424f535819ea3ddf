/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.policy;

import io.fuselink.events.PolicyVersion;
import io.fuselink.jobs.types.CompactType;
import io.fuselink.patterns.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The accepted versions of the policy, as one subtask knows them. What is in force is asked by the time
 * of the record or alarm at hand, never by when the question comes: a stream, which learns of a version
 * at least {@link PolicyVersion#NOTICE_MS} before it counts, and a batch, which reads all versions
 * before its first record, get the same answers.
 *
 * <p>Lives in broadcast state. Versions that went out of force {@link #KEPT_MS} before the watermark are
 * forgotten.
 */
public final class PolicyTimeline {
    /** Accepted versions by the time they count from. */
    public static final MapStateDescriptor<Long, PolicyVersion> STATE =
            new MapStateDescriptor<>(
                    "policies", Types.LONG, CompactType.forRecord(PolicyVersion.class));

    /** How long a version that is out of force is kept for what comes late, ms. */
    static final long KEPT_MS = 24 * 3_600_000L;

    private final BroadcastState<Long, PolicyVersion> accepted;
    private final TreeMap<Long, Limits> limits = new TreeMap<>();
    private final TreeMap<Long, PolicyVersion> ahead = new TreeMap<>();

    private PolicyTimeline(BroadcastState<Long, PolicyVersion> accepted) throws Exception {
        this.accepted = accepted;
        for (var entry : accepted.immutableEntries()) {
            remember(entry.getValue());
        }
    }

    /** The timeline of an operator or function that keeps its state in this store; empty at first. */
    public static PolicyTimeline restore(OperatorStateStore store) throws Exception {
        return new PolicyTimeline(store.getBroadcastState(STATE));
    }

    /**
     * Takes in an accepted version. Of two for the same time the one with the higher number counts,
     * whichever came first.
     *
     * @return false when it changes nothing
     */
    public boolean add(PolicyVersion policy) throws Exception {
        var known = accepted.get(policy.validFrom());
        if (known != null && known.version() >= policy.version()) {
            return false;
        }
        accepted.put(policy.validFrom(), policy);
        remember(policy);
        return true;
    }

    private void remember(PolicyVersion policy) {
        limits.put(policy.validFrom(), Limits.of(policy));
        ahead.put(policy.validFrom(), policy);
    }

    /** Versions that are kept, by the time they count from. */
    public Collection<PolicyVersion> accepted() throws Exception {
        var byTime = new TreeMap<Long, PolicyVersion>();
        for (var entry : accepted.immutableEntries()) {
            byTime.put(entry.getKey(), entry.getValue());
        }
        return byTime.values();
    }

    /** Limits and rule states in force at a time; the defaults before the first version. */
    public Limits at(long time) {
        var entry = limits.floorEntry(time);
        return entry == null ? Limits.defaults() : entry.getValue();
    }

    /** Versions whose time has come since this was asked last, oldest first; of a restored timeline the one in force. */
    public List<PolicyVersion> begun(long watermark) {
        var begun = ahead.headMap(watermark, true);
        if (begun.isEmpty()) {
            return List.of();
        }
        var news = new ArrayList<>(begun.values());
        begun.clear();
        return news;
    }

    /** Lets go of what no record can ask for any more. */
    public void forget(long watermark) throws Exception {
        if (limits.size() < 2) {
            return;
        }
        var oldest = limits.floorKey(watermark - KEPT_MS);
        while (oldest != null && limits.firstKey() < oldest) {
            accepted.remove(limits.pollFirstEntry().getKey());
        }
    }
}
