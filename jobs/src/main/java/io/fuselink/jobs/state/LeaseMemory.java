/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.jobs.types.CompactType;
import io.fuselink.jobs.types.KeyText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What is kept of one lease's bindings: counts of ten minutes for a day, the last parties, pairs and orders,
 * and what was told.
 *
 * <p>A busy lease is heard of many times a second, and where state lives on disk every value that is read is
 * decoded and every value that is written is encoded as a whole. So no note may touch all of it: each reads
 * and writes the {@link LeaseDay} and a short list or two. Earlier ten minutes are looked at when new ones
 * begin, each with the start of the next, so that those that end are found without a search.
 *
 * <p>What is remembered by hash lies in {@link #SETS} sets a kind, as in a processor's cache: a hash belongs
 * to one set, and of a full set the one longest unheard of goes. Memory is bounded as a single list would be,
 * a look-up meets one set, and as the hash alone decides, it is forgotten alike wherever state lives.
 *
 * <p>One note after the other: {@link #hear} the lease, then {@link #keep} it.
 */
public final class LeaseMemory {
    static final long TEN_MINUTES_MS = 600_000;
    static final int SETS = 64;

    /** At a thousand of a kind, two sets in a hundred forget what a single list would still know. */
    static final int MOST_IN_SET = 24;

    static final long DAY_MS = 24 * 3_600_000L;

    /** So many parties of one device or address say enough; a limit above it is never reached. */
    static final int MOST_PARTIES = 64;

    private static final ValueStateDescriptor<LeaseDay> DAY =
            new ValueStateDescriptor<>("lease-day", TypeInformation.of(LeaseDay.class));

    /** By their start. */
    private static final MapStateDescriptor<Long, Earlier> EARLIER =
            new MapStateDescriptor<>(
                    "lease-ten-minutes", Types.LONG, TypeInformation.of(Earlier.class));

    /** By kind and set, longest unheard of first. */
    private static final MapStateDescriptor<Integer, List<Seen>> SEEN =
            new MapStateDescriptor<>(
                    "lease-seen", Types.INT, Types.LIST(CompactType.forRecord(Seen.class)));

    /** By kind and set, longest unheard of first. */
    private static final MapStateDescriptor<Integer, List<Shared>> SHARED =
            new MapStateDescriptor<>(
                    "lease-shared", Types.INT, Types.LIST(CompactType.forRecord(Shared.class)));

    /** When, by name. */
    private static final MapStateDescriptor<String, Long> TOLD =
            new MapStateDescriptor<>("lease-told", KeyText.TYPE, Types.LONG);

    private final ValueState<LeaseDay> days;
    private final MapState<Long, Earlier> earlier;
    private final MapState<Integer, List<Seen>> seen;
    private final MapState<Integer, List<Shared>> shared;
    private final MapState<String, Long> told;

    private LeaseDay day;
    private long now;

    /** What is remembered by hash; append only, since the order is in state. */
    public enum Kind {
        PARTY(true),
        PAIR(false),
        ORDER(false),
        /** Parties whose bindings end with their first call. */
        HASTY(false);

        /** Remembered while the ten minutes of now last only, not for a day. */
        private final boolean brief;

        Kind(boolean brief) {
            this.brief = brief;
        }
    }

    /** What lies in a set: by hash, since it was first heard of. */
    private interface Remembered {
        long hash();

        long since();
    }

    /** What different parties may have in common; append only. */
    public enum Common {
        /** Binding with one device, within the ten minutes of now. */
        DEVICE(true),
        /** Being served at one address, within a day. */
        ADDRESS(false);

        private final boolean brief;

        Common(boolean brief) {
            this.brief = brief;
        }
    }

    /**
     * A device or address, by hash, and the different parties that had it in common since then.
     *
     * @param parties by hash, {@link #MOST_PARTIES} at most
     * @param times bindings with it since then, without end
     * @param last when the last of them was, epoch ms
     * @param gapSquares sum of the squared times between them, s²
     */
    public record Shared(
            long hash, long since, List<Long> parties, int times, long last, double gapSquares)
            implements Remembered {

        /** One more binding, of this party. */
        private Shared with(long party, long at) {
            var all = parties;
            if (parties.size() < MOST_PARTIES && !parties.contains(party)) {
                all = new ArrayList<>(parties);
                all.add(party);
            }
            var gap = (at - last) / 1_000.0;
            return new Shared(hash, since, all, times + 1, at, gapSquares + gap * gap);
        }

        /** Mean time between its bindings, s; 0 for a single one. */
        public double meanGap() {
            return times < 2 ? 0 : (last - since) / 1_000.0 / (times - 1);
        }

        /** Standard deviation of the time between its bindings, in times of its mean; 0 for a mean of 0. */
        public double gapVariation() {
            return LeaseDay.variation(times - 1, (last - since) / 1_000.0, gapSquares);
        }
    }

    /** Somebody or something that was bound, by hash, and how often since when. */
    public record Seen(long hash, long since, int times) implements Remembered {
        private Seen again() {
            return new Seen(hash, since, times + 1);
        }
    }

    /** Ten minutes that are over, and when the next began of which anything is known. */
    public static final class Earlier {
        public LeaseCounts counts;
        public long next;
    }

    LeaseMemory(
            ValueState<LeaseDay> days,
            MapState<Long, Earlier> earlier,
            MapState<Integer, List<Seen>> seen,
            MapState<Integer, List<Shared>> shared,
            MapState<String, Long> told) {
        this.days = days;
        this.earlier = earlier;
        this.seen = seen;
        this.shared = shared;
        this.told = told;
    }

    public static LeaseMemory open(RuntimeContext runtime) {
        return new LeaseMemory(
                runtime.getState(DAY),
                runtime.getMapState(EARLIER),
                runtime.getMapState(SEEN),
                runtime.getMapState(SHARED),
                runtime.getMapState(TOLD));
    }

    /** The lease is heard of; what is a day old is let go. */
    public void hear(long at) throws Exception {
        now = at;
        day = days.value();
        var start = Math.floorDiv(at, TEN_MINUTES_MS) * TEN_MINUTES_MS;
        if (day == null) {
            day = new LeaseDay();
            day.start = start;
            day.since = start;
        } else if (day.start < start) {
            begin(start);
        }
        day.lastActive = at;
    }

    private void begin(long start) throws Exception {
        var over = new Earlier();
        over.counts = day.now;
        over.next = start;
        earlier.put(day.start, over);
        day.begin(start);
        while (day.since <= start - DAY_MS) {
            var gone = earlier.get(day.since);
            earlier.remove(day.since);
            day.earlier.subtract(gone.counts);
            day.since = gone.next;
        }
        if (day.firstTold != 0 && day.firstTold <= now - DAY_MS) {
            forgetTold();
        }
    }

    private void forgetTold() throws Exception {
        var first = Long.MAX_VALUE;
        for (var all = told.iterator(); all.hasNext(); ) {
            var at = all.next().getValue();
            if (at <= now - DAY_MS) {
                all.remove();
            } else {
                first = Math.min(first, at);
            }
        }
        day.firstTold = first == Long.MAX_VALUE ? 0 : first;
    }

    /** The day of the lease that was heard of; whoever changes it keeps it. */
    public LeaseDay day() {
        return day;
    }

    /** Counts one more of these, and says how many there were within a day, or within the ten minutes. */
    public int again(Kind kind, long hash) throws Exception {
        return heard(seen, kind.ordinal(), kind.brief, new Seen(hash, now, 0), Seen::again).times();
    }

    /**
     * One more binding of this party with this device or address: all that is known of it, with this one.
     * Whoever is forgotten takes its parties along, so that a busy lease is never told too many.
     */
    public Shared share(Common kind, long hash, long party) throws Exception {
        return heard(
                shared,
                kind.ordinal(),
                kind.brief,
                new Shared(hash, now, List.of(), 0, now, 0),
                known -> known.with(party, now));
    }

    /** What becomes of what is remembered by the hash of {@code unknown}, or of that where nothing is. */
    private <T extends Remembered> T heard(
            MapState<Integer, List<T>> sets,
            int kind,
            boolean brief,
            T unknown,
            UnaryOperator<T> once)
            throws Exception {
        var since = brief ? day.start : now - DAY_MS + 1;
        var set = kind * SETS + Math.floorMod(unknown.hash(), SETS);
        var others = new ArrayList<T>();
        var one = unknown;
        var before = sets.get(set);
        for (var other : before == null ? List.<T>of() : before) {
            if (other.since() >= since) {
                if (other.hash() == unknown.hash()) {
                    one = other;
                } else {
                    others.add(other);
                }
            }
        }
        one = once.apply(one);
        if (others.size() == MOST_IN_SET) {
            others.remove(0);
        }
        others.add(one);
        sets.put(set, others);
        return one;
    }

    /** Whether the lease has not been named for a day; then it counts as named. */
    public boolean nameOnce() {
        if (day.namedAt > now - DAY_MS) {
            return false;
        }
        day.namedAt = now;
        return true;
    }

    /** Whether this has not been told for a day; then it counts as told. */
    public boolean tellOnce(String name) throws Exception {
        var at = told.get(name);
        if (at != null && at > now - DAY_MS) {
            return false;
        }
        told.put(name, now);
        day.firstTold = day.firstTold == 0 ? now : day.firstTold;
        return true;
    }

    /** Keeps what has become of the day. */
    public void keep() throws Exception {
        days.update(day);
    }

    /** Clears everything about the lease, if it was not heard of for so long. */
    public void forget(long at, long keptMs) throws Exception {
        var last = days.value();
        if (last != null && last.lastActive + keptMs <= at) {
            days.clear();
            earlier.clear();
            seen.clear();
            shared.clear();
            told.clear();
        }
    }
}
