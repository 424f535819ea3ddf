/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.events.Family;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Owner;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import java.util.List;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Whether the platform of a lease of 700 numbers held the pilot's qualification when it was used, by
 * the owner list. Lessees may only be served by a platform that does; a lease nobody entered says
 * nothing.
 */
public final class CheckQualification extends BroadcastProcessFunction<LeaseNote, Event, Signal> {
    @Override
    public void processElement(LeaseNote note, ReadOnlyContext context, Collector<Signal> out)
            throws Exception {
        if (note.xClass() != NumberClass.NUMBER_PROTECTION) {
            return;
        }
        var entries = context.getBroadcastState(NameOwners.OWNERS).get(note.leaseKey());
        if (entries != null) {
            NameOwners.validAt(entries, note.at())
                    .filter(owner -> !owner.qualified())
                    .ifPresent(owner -> out.collect(unqualified(owner, note)));
        }
    }

    private static Signal unqualified(Owner owner, LeaseNote note) {
        var platform = owner.platform() == null ? note.platform() : owner.platform();
        return Signal.of(
                        "S24_UNQUALIFIED_PLATFORM",
                        Family.BEHAVIOUR,
                        Subject.of(SubjectType.PLATFORM, platform),
                        1,
                        1,
                        note.at(),
                        note.at(),
                        0,
                        List.of())
                .withBinding(note.subId())
                .withContext(note.purpose(), List.of("LEASE:" + note.leaseKey()));
    }

    @Override
    public void processBroadcastElement(Event event, Context context, Collector<Signal> out)
            throws Exception {
        NameOwners.enter(event.owner(), context.getBroadcastState(NameOwners.OWNERS));
    }
}
