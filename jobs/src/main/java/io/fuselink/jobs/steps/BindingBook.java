/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Binding;
import io.fuselink.events.BindingOp;
import io.fuselink.events.BindingVerdict;
import io.fuselink.events.Initiator;
import io.fuselink.jobs.types.CompactType;
import io.fuselink.jobs.types.KeyText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The bindings of one middle number, by party, since one number may stand between thousands of pairs at
 * once: a call or an end of a binding touches its own parties' entries only. What has ended is kept for
 * {@link #KEPT_AFTER_END_MS}.
 */
final class BindingBook {
    /** How long an ended binding is remembered so that calls through it are EXPIRED, not NO_BINDING: 72 h in ms. */
    static final long KEPT_AFTER_END_MS = 72 * 3_600_000L;

    /** Parties by token; {@link #ANYONE} where the binding names no second party. */
    private static final MapStateDescriptor<String, List<BindingInterval>> PARTIES =
            new MapStateDescriptor<>(
                    "binding-parties",
                    KeyText.TYPE,
                    Types.LIST(CompactType.forRecord(BindingInterval.class)));

    /** When a binding was ended early, by its id: a repeated or late BIND must not bring it back. */
    private static final MapStateDescriptor<String, Long> ENDED =
            new MapStateDescriptor<>("ended-bindings", KeyText.TYPE, Types.LONG);

    private static final String ANYONE = "*";

    private final MapState<String, List<BindingInterval>> parties;
    private final MapState<String, Long> ended;

    BindingBook(RuntimeContext runtime) {
        parties = runtime.getMapState(PARTIES);
        ended = runtime.getMapState(ENDED);
    }

    static boolean ends(BindingOp op) {
        return op == BindingOp.UNBIND || op == BindingOp.EXPIRE || op == BindingOp.LOCK;
    }

    /** A binding begins, changes, or is told again. */
    void bind(Binding binding, long at) throws Exception {
        var endedAt = ended.get(binding.subId());
        if (endedAt != null && at > endedAt) {
            ended.remove(binding.subId());
            endedAt = null;
        }
        if (binding.op() == BindingOp.UPDATE) {
            for (var party : partiesOf(binding)) {
                change(party, i -> i.subId().equals(binding.subId()) ? null : i);
            }
        }
        put(binding.aTk(), interval(binding, Initiator.A, second(binding), endedAt));
        put(second(binding), interval(binding, Initiator.B, binding.aTk(), endedAt));
    }

    private static String second(Binding binding) {
        return binding.bTk() == null ? ANYONE : binding.bTk();
    }

    private void put(String party, BindingInterval interval) throws Exception {
        var intervals = new ArrayList<BindingInterval>(of(party));
        intervals.removeIf(i -> i.subId().equals(interval.subId()));
        intervals.add(interval);
        parties.put(party, intervals);
    }

    private static BindingInterval interval(
            Binding binding, Initiator role, String peer, Long endedAt) {
        var interval = BindingInterval.of(binding, role, peer);
        return endedAt == null ? interval : interval.endingAt(endedAt);
    }

    /**
     * Ends a binding for all its parties, whether the message names them or not.
     *
     * @return the binding as A held it; null when it is not known
     */
    BindingInterval end(Binding binding, long at) throws Exception {
        ended.put(binding.subId(), at);
        BindingInterval held = null;
        for (var party : partiesOf(binding)) {
            for (var interval : of(party)) {
                if (interval.subId().equals(binding.subId()) && interval.role() == Initiator.A) {
                    held = interval;
                }
            }
            change(party, i -> i.subId().equals(binding.subId()) ? i.endingAt(at) : i);
        }
        return held;
    }

    /** Those whom the message names, and those who were bound under its id with them. */
    private Set<String> partiesOf(Binding binding) throws Exception {
        var found = new LinkedHashSet<String>();
        found.add(binding.aTk());
        found.add(second(binding));
        for (var party : List.copyOf(found)) {
            for (var interval : of(party)) {
                if (interval.subId().equals(binding.subId())) {
                    found.add(interval.peer());
                }
            }
        }
        return found;
    }

    private void change(String party, UnaryOperator<BindingInterval> how) throws Exception {
        var intervals = of(party);
        if (intervals.isEmpty()) {
            return;
        }
        var changed = intervals.stream().map(how).filter(Objects::nonNull).toList();
        if (!changed.equals(intervals)) {
            parties.put(party, changed);
        }
    }

    /** A call went through the binding: it was not made for nothing. */
    void use(BindingInterval interval, String caller) throws Exception {
        if (interval.used()) {
            return;
        }
        for (var party : List.of(caller, interval.peer(), ANYONE)) {
            change(party, i -> i.subId().equals(interval.subId()) ? i.usedOnce() : i);
        }
    }

    /**
     * What the bindings say of a call by this number at this time.
     *
     * @param interval the binding it belongs to, as {@link BindingBook#covering} says
     */
    record Standing(BindingVerdict verdict, BindingInterval interval) {}

    Standing standing(String caller, long time) throws Exception {
        var rights = rights(caller, time);
        return new Standing(judge(rights, time), covering(rights, time));
    }

    private BindingVerdict judge(List<BindingInterval> rights, long time) throws Exception {
        BindingInterval live = null;
        var over = false;
        for (var interval : rights) {
            if (interval.covers(time)) {
                live = interval;
            }
            over |= interval.over(time);
        }
        if (live == null) {
            return over
                    ? BindingVerdict.EXPIRED
                    : inUse(time) ? BindingVerdict.WRONG_PARTY : BindingVerdict.NO_BINDING;
        }
        if (!live.allows()) {
            return BindingVerdict.WRONG_DIRECTION;
        }
        return live.errand() && !live.hasOrder()
                ? BindingVerdict.NO_ORDER
                : BindingVerdict.BOUND_OK;
    }

    /** The binding a call belongs to: the live one, else the one that ended last; null when there is none. */
    BindingInterval covering(String caller, long time) throws Exception {
        return covering(rights(caller, time), time);
    }

    private static BindingInterval covering(List<BindingInterval> rights, long time) {
        BindingInterval best = null;
        for (var interval : rights) {
            if (interval.from() <= time && (best == null || interval.until() > best.until())) {
                best = interval;
            }
        }
        return best;
    }

    /** What a number may call by: its own bindings, else those that name no second party. */
    private List<BindingInterval> rights(String party, long time) throws Exception {
        var own = of(party);
        if (covered(own, time)) {
            return own;
        }
        var anyones = of(ANYONE);
        return own.isEmpty() || covered(anyones, time) ? anyones : own;
    }

    private static boolean covered(List<BindingInterval> intervals, long time) {
        for (var interval : intervals) {
            if (interval.covers(time)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the middle number is in anybody's live session. */
    private boolean inUse(long time) throws Exception {
        for (var intervals : parties.values()) {
            if (covered(intervals, time)) {
                return true;
            }
        }
        return false;
    }

    private List<BindingInterval> of(String party) throws Exception {
        var intervals = parties.get(party);
        return intervals == null ? List.of() : intervals;
    }

    /** Every binding that is remembered, as A holds it. */
    List<BindingInterval> all() throws Exception {
        var all = new ArrayList<BindingInterval>();
        for (var intervals : parties.values()) {
            intervals.stream().filter(i -> i.role() == Initiator.A).forEach(all::add);
        }
        return all;
    }

    /** The bindings in force at a time, by id: the pairs the middle number stands between. */
    List<String> inForce(long time) throws Exception {
        return all().stream()
                .filter(i -> i.covers(time))
                .map(BindingInterval::subId)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Lets go of what ended long ago.
     *
     * @return whether nothing is left
     */
    boolean forget(long now) throws Exception {
        var keys = new ArrayList<String>();
        parties.keys().forEach(keys::add);
        for (var party : keys) {
            change(party, i -> i.forgotten(now, KEPT_AFTER_END_MS) ? null : i);
            if (of(party).isEmpty()) {
                parties.remove(party);
            }
        }
        var empty = parties.isEmpty();
        if (empty) {
            ended.clear();
        }
        return empty;
    }
}
