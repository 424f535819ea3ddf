/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.LeaseOfNumber;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 6b: knows for whom a number calls, so that its words are held against the lease it spoke through;
 * transcripts name numbers and no lease.
 *
 * <p>State is cleared {@link #KEPT_MS} after the number was last seen at work.
 */
public final class JoinLeases implements Step<LeaseVoice, LeaseVoice> {
    private static final long HOUR_MS = 3_600_000;

    /** Words belong to whom a number worked for within this, in ms. */
    public static final long KEPT_MS = 24 * HOUR_MS;

    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<LeaseOfNumber> LEASE =
            new ValueStateDescriptor<>("lease-of-number", TypeInformation.of(LeaseOfNumber.class));

    private transient ValueState<LeaseOfNumber> leases;

    @Override
    public void open(RuntimeContext runtime) {
        leases = runtime.getState(LEASE);
    }

    @Override
    public void onEvent(LeaseVoice voice, StepContext<LeaseVoice> context) throws Exception {
        var known = leases.value();
        if (voice.speaks()) {
            if (known != null) {
                context.emit(voice.through(known.leaseKey, known.cellTk));
            }
            return;
        }
        if (known == null || changed(known, voice, context.now())) {
            context.emit(voice);
            known = new LeaseOfNumber();
            known.leaseKey = voice.leaseKey();
            known.cellTk = voice.cellTk();
            known.lastHeard = context.now();
            leases.update(known);
            context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
        }
    }

    /** Told again each hour, and when it works for somebody else or elsewhere. */
    private static boolean changed(LeaseOfNumber known, LeaseVoice voice, long now) {
        return known.lastHeard + HOUR_MS <= now
                || !known.leaseKey.equals(voice.leaseKey())
                || !Objects.equals(known.cellTk, voice.cellTk());
    }

    @Override
    public void onAlarm(String name, StepContext<LeaseVoice> context) throws Exception {
        var known = leases.value();
        if (known != null && known.lastHeard + KEPT_MS <= context.now()) {
            leases.clear();
        }
    }

    @Override
    public void onRefused(
            LeaseVoice voice, DeadLetterReason reason, StepContext<LeaseVoice> context) {
        context.count("lease-voices." + reason);
    }
}
