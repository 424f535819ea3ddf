/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.GroupKind;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A profile as it rests in state: one array of a few hundred bytes in place of some forty objects, so
 * that millions of numbers fit into a heap, and a checkpoint copies bytes instead of walking objects.
 *
 * <p>Times are written as the distance to when the number was last active. The first byte is the
 * version of this form; a reader must go on reading the versions before its own.
 */
public final class ProfileForm {
    private static final int VERSION = 2;

    /** From this version on a profile tells home province, people reached and blocks. */
    private static final int WITH_BLOCKS = 2;

    private static final NumberClass[] CLASSES = NumberClass.values();
    private static final PurposeClass[] PURPOSES = PurposeClass.values();
    private static final GroupKind[] GROUPS = GroupKind.values();

    private ProfileForm() {}

    public static byte[] write(NumberProfile p) {
        p.forget();
        var out = new PackWriter();
        out.count(VERSION);
        out.fixed(p.lastActive);
        out.count(p.epoch);
        out.word(p.numberClass);
        out.word(p.registeredPurpose);
        out.word(p.boundPurpose);
        var base = p.lastActive;
        time(out, base, p.firstSeen);
        time(out, base, p.lastAttempt);
        out.number(p.idleMs);
        out.number(p.attemptsWhenLastDue);
        out.text(p.deviceTk);
        out.text(p.trunkId);
        out.text(p.cellTk);
        out.text(p.leaseKey);
        list(out, p.buckets, (o, b) -> bucket(o, base, b));
        list(
                out,
                p.callees,
                (o, c) -> {
                    o.fixed(c.hash);
                    time(o, base, c.lastAt);
                    o.flag(c.reached);
                    o.flag(c.calledBack);
                });
        list(
                out,
                p.callers,
                (o, c) -> {
                    o.text(c.tk);
                    time(o, base, c.firstAt);
                    time(o, base, c.lastAt);
                    o.number(c.lastDurationMs);
                    o.flag(c.stranger);
                });
        list(
                out,
                p.open,
                (o, c) -> {
                    o.fixed(c.call);
                    o.text(c.peerTk);
                    o.flag(c.outgoing);
                    time(o, base, c.setupAt);
                    time(o, base, c.answeredAt);
                });
        traces(out, base, p.cells);
        traces(out, base, p.devices);
        traces(out, base, p.unboundMiddleNumbers);
        traces(out, base, p.told);
        list(
                out,
                p.provinces,
                (o, c) -> {
                    o.text(c.province());
                    o.count(c.attempts());
                    time(o, base, c.lastAt());
                });
        time(out, base, p.minuteStart);
        list(
                out,
                p.minute,
                (o, m) -> {
                    o.word(m.kind);
                    o.text(m.key);
                    o.count(m.attempts);
                    o.count(m.answered);
                    distinct(o, m.callees);
                });
        out.count(p.gaps);
        if (p.gaps > 0) {
            out.real(p.gapMean);
            out.real(p.gapSquares);
        }
        list(
                out,
                p.recentIds.seen,
                (o, id) -> {
                    o.fixed(id.hash());
                    time(o, base, id.at());
                });
        out.array(p.settledCdrs.seen);
        out.flag(p.lookedAt);
        out.text(p.homeProvince);
        list(
                out,
                p.reached,
                (o, r) -> {
                    o.text(r.tk());
                    time(o, base, r.at());
                });
        list(
                out,
                p.blocks,
                (o, b) -> {
                    o.text(b.legId());
                    o.text(b.bundleId());
                    o.text(b.party());
                    time(o, base, b.effectiveAt());
                });
        return out.bytes();
    }

    public static NumberProfile read(byte[] bytes) {
        var in = new PackReader(bytes);
        var version = version(in);
        var p = new NumberProfile();
        p.lastActive = in.fixed();
        p.epoch = in.count();
        p.numberClass = in.word(CLASSES);
        p.registeredPurpose = in.word(PURPOSES);
        p.boundPurpose = in.word(PURPOSES);
        var base = p.lastActive;
        p.firstSeen = time(in, base);
        p.lastAttempt = time(in, base);
        p.idleMs = in.number();
        p.attemptsWhenLastDue = (int) in.number();
        p.deviceTk = in.text();
        p.trunkId = in.text();
        p.cellTk = in.text();
        p.leaseKey = in.text();
        p.buckets = list(in, i -> bucket(i, base));
        p.callees =
                list(
                        in,
                        i -> {
                            var c = new Callee();
                            c.hash = i.fixed();
                            c.lastAt = time(i, base);
                            c.reached = i.flag();
                            c.calledBack = i.flag();
                            return c;
                        });
        p.callers =
                list(
                        in,
                        i -> {
                            var c = new Caller();
                            c.tk = i.text();
                            c.firstAt = time(i, base);
                            c.lastAt = time(i, base);
                            c.lastDurationMs = i.number();
                            c.stranger = i.flag();
                            return c;
                        });
        p.open =
                list(
                        in,
                        i -> {
                            var c = new OpenCall();
                            c.call = i.fixed();
                            c.peerTk = i.text();
                            c.outgoing = i.flag();
                            c.setupAt = time(i, base);
                            c.answeredAt = time(i, base);
                            return c;
                        });
        p.cells = traces(in, base);
        p.devices = traces(in, base);
        p.unboundMiddleNumbers = traces(in, base);
        p.told = traces(in, base);
        p.provinces = list(in, i -> new ProvinceCount(i.text(), i.count(), time(i, base)));
        p.minuteStart = time(in, base);
        p.minute =
                list(
                        in,
                        i -> {
                            var m = new MinuteInGroup();
                            m.kind = i.word(GROUPS);
                            m.key = i.text();
                            m.attempts = i.count();
                            m.answered = i.count();
                            m.callees = distinct(i);
                            return m;
                        });
        p.gaps = in.count();
        if (p.gaps > 0) {
            p.gapMean = in.real();
            p.gapSquares = in.real();
        }
        p.recentIds.seen = list(in, i -> new RecentIds.SeenId(i.fixed(), time(i, base)));
        p.settledCdrs.seen = in.longs();
        if (version >= WITH_BLOCKS) {
            p.lookedAt = in.flag();
            p.homeProvince = in.text();
            p.reached = list(in, i -> new Reached(i.text(), time(i, base)));
            p.blocks = list(in, i -> new Block(i.text(), i.text(), i.text(), time(i, base)));
        }
        return p;
    }

    /** When the number was last active, without reading the rest. */
    public static long lastActive(byte[] bytes) {
        var in = new PackReader(bytes);
        version(in);
        return in.fixed();
    }

    private static int version(PackReader in) {
        var version = in.count();
        if (version > VERSION) {
            throw new IllegalStateException(
                    "a profile of version " + version + " is newer than this job; run a newer one");
        }
        return version;
    }

    /** Most counts of most ten minutes are zero: a bit says which are not. */
    private static void bucket(PackWriter out, long base, TenMinutes b) {
        time(out, base, b.start);
        int[] counts = {
            b.attempts,
            b.answered,
            b.shortCalls,
            b.longCalls,
            b.inbound,
            b.atNight,
            b.bound,
            b.newCallees,
            b.spoofed,
            b.official,
            b.unbound
        };
        var present = 0;
        for (var i = 0; i < counts.length; i++) {
            present |= counts[i] == 0 ? 0 : 1 << i;
        }
        out.count(present);
        for (var count : counts) {
            if (count != 0) {
                out.count(count);
            }
        }
        out.number(b.talkMs);
        distinct(out, b.callees);
    }

    private static TenMinutes bucket(PackReader in, long base) {
        var b = new TenMinutes();
        b.start = time(in, base);
        var counts = new int[11];
        var present = in.count();
        for (var i = 0; i < counts.length; i++) {
            counts[i] = (present & 1 << i) == 0 ? 0 : in.count();
        }
        b.attempts = counts[0];
        b.answered = counts[1];
        b.shortCalls = counts[2];
        b.longCalls = counts[3];
        b.inbound = counts[4];
        b.atNight = counts[5];
        b.bound = counts[6];
        b.newCallees = counts[7];
        b.spoofed = counts[8];
        b.official = counts[9];
        b.unbound = counts[10];
        b.talkMs = in.number();
        b.callees = distinct(in);
        return b;
    }

    private static void distinct(PackWriter out, Distinct distinct) {
        out.array(distinct.exact);
        out.array(distinct.sketch);
    }

    private static Distinct distinct(PackReader in) {
        var distinct = new Distinct();
        distinct.exact = in.longs();
        distinct.sketch = in.bytes();
        return distinct;
    }

    private static void traces(PackWriter out, long base, List<Trace> traces) {
        list(
                out,
                traces,
                (o, t) -> {
                    o.fixed(t.hash());
                    time(o, base, t.lastAt());
                });
    }

    private static List<Trace> traces(PackReader in, long base) {
        return list(in, i -> new Trace(i.fixed(), time(i, base)));
    }

    private static <T> void list(PackWriter out, List<T> list, BiConsumer<PackWriter, T> write) {
        out.count(list.size());
        for (var element : list) {
            write.accept(out, element);
        }
    }

    private static <T> List<T> list(PackReader in, Function<PackReader, T> read) {
        var size = in.count();
        var list = new ArrayList<T>(size);
        for (var i = 0; i < size; i++) {
            list.add(read.apply(in));
        }
        return list;
    }

    /** The distance to {@code base}; times that were never set stay what they are, since the arithmetic wraps around. */
    private static void time(PackWriter out, long base, long time) {
        out.number(base - time);
    }

    private static long time(PackReader in, long base) {
        return base - in.number();
    }
}
