/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.DeviceClass;
import io.fuselink.events.GroupKind;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import java.util.List;

/**
 * A profile as it rests in state: one array of a few hundred bytes in place of some forty objects, so
 * that millions of numbers fit into a heap, and a checkpoint copies bytes instead of walking objects.
 *
 * <p>Times are written as the distance to when the number was last active. The first byte is the
 * version of this form; a reader must go on reading the versions before its own. Version 3 knows doors of
 * callers, codes during calls, {@link Whereabouts} and footprints. Version 4 begins with what every event
 * needs, so that {@link ProfileHead} reads and changes it without the rest.
 */
public final class ProfileForm {
    private static final int VERSION = 4;

    /** From this version on a profile tells home province, people reached and blocks. */
    private static final int WITH_BLOCKS = 2;

    /** From this version on it tells doors of callers, codes during calls, whereabouts and footprints. */
    private static final int WITH_WHEREABOUTS = 3;

    /** From this version on ids and open calls come first. */
    static final int WITH_HEAD = 4;

    private static final NumberClass[] CLASSES = NumberClass.values();
    private static final PurposeClass[] PURPOSES = PurposeClass.values();
    private static final GroupKind[] GROUPS = GroupKind.values();
    private static final DeviceClass[] DEVICES = DeviceClass.values();

    private ProfileForm() {}

    public static byte[] write(NumberProfile p) {
        p.forget();
        var out = PackWriter.afresh();
        head(out, p.lastActive, p.recentIds, p.settledCdrs);
        open(out, p.lastActive, p.open);
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
        out.list(p.buckets, (o, b) -> bucket(o, base, b));
        out.list(
                p.callees,
                (o, c) -> {
                    o.fixed(c.hash);
                    time(o, base, c.lastAt);
                    o.flag(c.reached);
                    o.flag(c.calledBack);
                });
        out.list(
                p.callers,
                (o, c) -> {
                    o.text(c.tk);
                    time(o, base, c.firstAt);
                    time(o, base, c.lastAt);
                    o.number(c.lastDurationMs);
                    o.count(flags(c.stranger, c.masked, c.foreign, c.door != 0, c.device != 0));
                    if (c.door != 0) {
                        o.number(c.door);
                    }
                    if (c.device != 0) {
                        o.number(c.device);
                    }
                });
        traces(out, base, p.cells);
        traces(out, base, p.devices);
        traces(out, base, p.unboundMiddleNumbers);
        traces(out, base, p.told);
        out.list(
                p.provinces,
                (o, c) -> {
                    o.text(c.province());
                    o.count(c.attempts());
                    time(o, base, c.lastAt());
                });
        time(out, base, p.minuteStart);
        out.list(
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
        out.flag(p.lookedAt);
        out.text(p.homeProvince);
        out.list(
                p.reached,
                (o, r) -> {
                    o.text(r.tk());
                    time(o, base, r.at());
                });
        out.list(
                p.blocks,
                (o, b) -> {
                    o.text(b.legId());
                    o.text(b.bundleId());
                    o.text(b.party());
                    time(o, base, b.effectiveAt());
                });
        whereabouts(out, base, p.whereabouts);
        out.number(p.footprintAt == 0 ? 0 : base - p.footprintAt + 1);
        // Behind all else and of few numbers only: where nobody listened, it takes no byte.
        if (!p.spoken.isEmpty()) {
            out.list(p.spoken, (o, c) -> spokenCall(o, base, c));
        }
        return out.bytes();
    }

    /** What {@link ProfileHead} reads and writes by itself. */
    static void head(PackWriter out, long lastActive, RecentIds ids, CdrFingerprints cdrs) {
        out.count(VERSION);
        out.fixed(lastActive);
        recentIds(out, lastActive, ids);
        out.array(cdrs.seen);
    }

    private static void open(PackWriter out, long base, List<OpenCall> calls) {
        out.list(
                calls,
                (o, c) -> {
                    o.fixed(c.call);
                    o.text(c.peerTk);
                    o.count(flags(c.outgoing, c.codes != 0));
                    time(o, base, c.setupAt);
                    time(o, base, c.answeredAt);
                    if (c.codes != 0) {
                        o.count(c.codes);
                        time(o, base, c.lastCodeAt);
                    }
                });
    }

    private static void recentIds(PackWriter out, long base, RecentIds ids) {
        out.count(ids.seen.length / 2);
        for (var i = 0; i < ids.seen.length; i += 2) {
            out.fixed(ids.seen[i]);
            time(out, base, ids.seen[i + 1]);
        }
    }

    static List<OpenCall> open(PackReader in, long base) {
        return in.list(
                i -> {
                    var c = new OpenCall();
                    c.call = i.fixed();
                    c.peerTk = i.text();
                    var flags = i.count();
                    c.outgoing = (flags & 1) != 0;
                    c.setupAt = time(i, base);
                    c.answeredAt = time(i, base);
                    if ((flags & 2) != 0) {
                        c.codes = i.count();
                        c.lastCodeAt = time(i, base);
                    }
                    return c;
                });
    }

    static RecentIds recentIds(PackReader in, long base) {
        var ids = new RecentIds();
        ids.seen = new long[2 * in.count()];
        for (var i = 0; i < ids.seen.length; i += 2) {
            ids.seen[i] = in.fixed();
            ids.seen[i + 1] = time(in, base);
        }
        return ids;
    }

    public static NumberProfile read(byte[] bytes) {
        var in = new PackReader(bytes);
        var version = version(in);
        var p = new NumberProfile();
        p.lastActive = in.fixed();
        if (version >= WITH_HEAD) {
            p.recentIds = recentIds(in, p.lastActive);
            p.settledCdrs.seen = in.longs();
            p.open = open(in, p.lastActive);
        }
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
        p.buckets = in.list(i -> bucket(i, base));
        p.callees =
                in.list(
                        i -> {
                            var c = new Callee();
                            c.hash = i.fixed();
                            c.lastAt = time(i, base);
                            c.reached = i.flag();
                            c.calledBack = i.flag();
                            return c;
                        });
        p.callers =
                in.list(
                        i -> {
                            var c = new Caller();
                            c.tk = i.text();
                            c.firstAt = time(i, base);
                            c.lastAt = time(i, base);
                            c.lastDurationMs = i.number();
                            var flags = i.count();
                            c.stranger = (flags & 1) != 0;
                            c.masked = (flags & 2) != 0;
                            c.foreign = (flags & 4) != 0;
                            c.door = (flags & 8) == 0 ? 0 : (int) i.number();
                            c.device = (flags & 16) == 0 ? 0 : (int) i.number();
                            return c;
                        });
        if (version < WITH_HEAD) {
            p.open = open(in, base);
        }
        p.cells = traces(in, base);
        p.devices = traces(in, base);
        p.unboundMiddleNumbers = traces(in, base);
        p.told = traces(in, base);
        p.provinces = in.list(i -> new ProvinceCount(i.text(), i.count(), time(i, base)));
        p.minuteStart = time(in, base);
        p.minute =
                in.list(
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
        if (version < WITH_HEAD) {
            p.recentIds = recentIds(in, base);
            p.settledCdrs.seen = in.longs();
        }
        if (version >= WITH_BLOCKS) {
            p.lookedAt = in.flag();
            p.homeProvince = in.text();
            p.reached = in.list(i -> new Reached(i.text(), time(i, base)));
            p.blocks = in.list(i -> new Block(i.text(), i.text(), i.text(), time(i, base)));
        }
        if (version >= WITH_WHEREABOUTS) {
            p.whereabouts = whereabouts(in, base);
            var footprint = in.number();
            p.footprintAt = footprint == 0 ? 0 : base - footprint + 1;
        }
        if (in.more()) {
            p.spoken = in.list(i -> spokenCall(i, base));
        }
        return p;
    }

    private static void spokenCall(PackWriter out, long base, SpokenCall c) {
        out.fixed(c.call());
        time(out, base, c.lastAt());
        out.count(c.stages());
        out.count(c.points());
        out.flag(c.warned());
        out.count(c.textScore() - SpokenCall.UNHEARD);
    }

    private static SpokenCall spokenCall(PackReader in, long base) {
        return new SpokenCall(
                in.fixed(),
                time(in, base),
                in.count(),
                in.count(),
                in.flag(),
                in.count() + SpokenCall.UNHEARD);
    }

    /** Up to seven facts in one byte, the first in the lowest bit: a form of version 1 had a byte for the first alone. */
    private static int flags(boolean... facts) {
        var flags = 0;
        for (var i = 0; i < facts.length; i++) {
            flags |= facts[i] ? 1 << i : 0;
        }
        return flags;
    }

    /** Most numbers sit in one handset and call from one area: a bit says what there is more to tell. */
    private static void whereabouts(PackWriter out, long base, Whereabouts w) {
        out.count(
                flags(
                        w.deviceClass != null,
                        w.asleepSince != 0,
                        w.wokeAt != 0,
                        w.area != null,
                        w.areaBefore != null,
                        w.fastestAt != 0,
                        w.twiceAt != 0));
        out.count(flags(w.wokeInNewDevice, w.awayFromHome, w.batch != 0, w.callingDevice != 0));
        if (w.batch != 0) {
            out.number(w.batch);
        }
        if (w.callingDevice != 0) {
            out.number(w.callingDevice);
        }
        if (w.deviceClass != null) {
            out.word(w.deviceClass);
        }
        if (w.asleepSince != 0) {
            time(out, base, w.asleepSince);
        }
        if (w.wokeAt != 0) {
            time(out, base, w.wokeAt);
            out.number(w.sleptMs);
        }
        if (w.area != null) {
            out.text(w.area);
            time(out, base, w.areaAt);
        }
        if (w.areaBefore != null) {
            out.text(w.areaBefore);
        }
        if (w.fastestAt != 0) {
            out.count(w.fastestKmh);
            time(out, base, w.fastestAt);
        }
        if (w.twiceAt != 0) {
            time(out, base, w.twiceAt);
        }
    }

    private static Whereabouts whereabouts(PackReader in, long base) {
        var w = new Whereabouts();
        var told = in.count();
        var flags = in.count();
        w.wokeInNewDevice = (flags & 1) != 0;
        w.awayFromHome = (flags & 2) != 0;
        w.batch = (flags & 4) == 0 ? 0 : (int) in.number();
        w.callingDevice = (flags & 8) == 0 ? 0 : (int) in.number();
        w.deviceClass = (told & 1) == 0 ? null : in.word(DEVICES);
        w.asleepSince = (told & 2) == 0 ? 0 : time(in, base);
        if ((told & 4) != 0) {
            w.wokeAt = time(in, base);
            w.sleptMs = in.number();
        }
        if ((told & 8) != 0) {
            w.area = in.text();
            w.areaAt = time(in, base);
        }
        w.areaBefore = (told & 16) == 0 ? null : in.text();
        if ((told & 32) != 0) {
            w.fastestKmh = in.count();
            w.fastestAt = time(in, base);
        }
        w.twiceAt = (told & 64) == 0 ? 0 : time(in, base);
        return w;
    }

    /** When the number was last active, without reading the rest. */
    public static long lastActive(byte[] bytes) {
        var in = new PackReader(bytes);
        version(in);
        return in.fixed();
    }

    static int version(PackReader in) {
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
            b.unbound,
            b.vacant,
            b.calledBack,
            b.calledBackInVain,
            b.exposures
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
        var counts = new int[15];
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
        b.vacant = counts[11];
        b.calledBack = counts[12];
        b.calledBackInVain = counts[13];
        b.exposures = counts[14];
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
        out.list(
                traces,
                (o, t) -> {
                    o.fixed(t.hash());
                    time(o, base, t.lastAt());
                });
    }

    private static List<Trace> traces(PackReader in, long base) {
        return in.list(i -> new Trace(i.fixed(), time(i, base)));
    }

    /** The distance to {@code base}; times that were never set stay what they are, since the arithmetic wraps around. */
    private static void time(PackWriter out, long base, long time) {
        out.number(base - time);
    }

    private static long time(PackReader in, long base) {
        return base - in.number();
    }
}
