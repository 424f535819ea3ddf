/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.Event;
import io.fuselink.events.Owner;
import io.fuselink.jobs.types.CompactType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Names the responsible chain of an assessment (谁运营谁负责): carrier, platform and lessee of its lease,
 * valid at its time, where {@link DescribeNumbers} has not told the number's own carrier. An assessment
 * whose owner is not known yet goes on without.
 */
public final class NameOwners extends BroadcastProcessFunction<Assessment, Event, Assessment> {
    /** Owner entries by scope; the newest last. */
    public static final MapStateDescriptor<String, List<Owner>> OWNERS =
            new MapStateDescriptor<>(
                    "owners", Types.STRING, Types.LIST(CompactType.forRecord(Owner.class)));

    private static final String LEASE = "LEASE:";

    @Override
    public void processElement(
            Assessment assessment, ReadOnlyContext context, Collector<Assessment> out)
            throws Exception {
        var lease = leaseOf(assessment);
        var entries = lease == null ? null : context.getBroadcastState(OWNERS).get(lease);
        out.collect(entries == null ? assessment : named(assessment, entries));
    }

    private static String leaseOf(Assessment assessment) {
        return assessment.linkKeys().stream()
                .filter(k -> k.startsWith(LEASE))
                .map(k -> k.substring(LEASE.length()))
                .findFirst()
                .orElse(assessment.leaseKey());
    }

    private static Assessment named(Assessment assessment, List<Owner> entries) {
        return validAt(entries, assessment.at()).map(assessment::ownedBy).orElse(assessment);
    }

    /** The entry in force at a time. */
    static Optional<Owner> validAt(List<Owner> entries, long at) {
        return entries.stream()
                .filter(o -> o.validFrom() <= at)
                .filter(o -> o.validTo() == 0 || at < o.validTo())
                .max(Comparator.comparingLong(Owner::validFrom));
    }

    @Override
    public void processBroadcastElement(Event event, Context context, Collector<Assessment> out)
            throws Exception {
        enter(event.owner(), context.getBroadcastState(OWNERS));
    }

    /** Adds an entry to the list, or replaces what began at the same time. */
    static void enter(Owner owner, BroadcastState<String, List<Owner>> state) throws Exception {
        var known = state.get(owner.scope());
        var entries = known == null ? new ArrayList<Owner>() : new ArrayList<>(known);
        entries.removeIf(o -> o.validFrom() == owner.validFrom());
        entries.add(owner);
        state.put(owner.scope(), entries);
    }
}
