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
 * Step 6b: knows by which door a number calls, so that its words, and what people report of it, are held
 * against the lease or the enterprise's trunk it called through; transcripts and reports name numbers only.
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
        if (voice.accuses()) {
            if (known != null) {
                passOn(known, voice, context);
            }
            return;
        }
        if (known == null) {
            known = new LeaseOfNumber();
        }
        if (voice.trunkId() == null ? works(known, voice) : worksBehind(known, voice)) {
            context.emit(voice);
            leases.update(known);
            context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
        }
    }

    private static void passOn(
            LeaseOfNumber known, LeaseVoice voice, StepContext<LeaseVoice> context) {
        if (known.leaseKey != null && known.lastHeard + KEPT_MS > context.now()) {
            context.emit(voice.through(known.leaseKey, known.cellTk));
        }
        if (known.trunkId != null && known.trunkHeard + KEPT_MS > context.now()) {
            context.emit(voice.behind(known.trunkId));
        }
    }

    /** News again each hour of the clock, and when it works for somebody else or elsewhere. */
    private static boolean works(LeaseOfNumber known, LeaseVoice voice) {
        var news =
                Math.floorDiv(known.lastHeard, HOUR_MS) < Math.floorDiv(voice.at(), HOUR_MS)
                        || !voice.leaseKey().equals(known.leaseKey)
                        || !Objects.equals(known.cellTk, voice.cellTk());
        if (news) {
            known.leaseKey = voice.leaseKey();
            known.cellTk = voice.cellTk();
            known.lastHeard = voice.at();
        }
        return news;
    }

    private static boolean worksBehind(LeaseOfNumber known, LeaseVoice voice) {
        var news =
                known.trunkHeard + HOUR_MS <= voice.at() || !voice.trunkId().equals(known.trunkId);
        if (news) {
            known.trunkId = voice.trunkId();
            known.trunkHeard = voice.at();
        }
        return news;
    }

    @Override
    public void onAlarm(String name, StepContext<LeaseVoice> context) throws Exception {
        var known = leases.value();
        if (known != null
                && Math.max(known.lastHeard, known.trunkHeard) + KEPT_MS <= context.now()) {
            leases.clear();
        }
    }

    @Override
    public void onRefused(
            LeaseVoice voice, DeadLetterReason reason, StepContext<LeaseVoice> context) {
        context.count("lease-voices." + reason);
    }
}
