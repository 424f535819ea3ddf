/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.NumberClass;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Registration;
import io.fuselink.events.Speech;
import io.fuselink.events.Subject;
import io.fuselink.patterns.behaviour.NumberTraits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Rolling memory of one number: what it did in the last 24 hours in buckets of ten minutes, whom it
 * called and who called it lately, where and with which devices. Everything is event time; rings are
 * bounded, so a profile is never larger than a few kilobytes.
 */
public final class NumberProfile {
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final long HALF_DAY_MS = 12 * HOUR_MS;

    /** Conversations shorter than this are short (domain.md §3.2). */
    private static final long SHORT_MS = 20_000;

    /** Conversations from this on are long (S16, S18). */
    public static final long LONG_MS = 600_000;

    /** So many of a reporter's contacts tell whether reporters know each other. */
    private static final int CONTACTS_TOLD = 32;

    /** Numbers that move together are in a cell in the same stretch of this length. */
    private static final long STRETCH_MS = 12 * 60_000;

    /** From this share on a number's calls are those of its bindings' use. */
    private static final double MOSTLY_BOUND = 0.5;

    /** From this share on whom a number calls are strangers: agents redial a third of their lists. */
    private static final double MOSTLY_NEW = 0.6;

    private static final int YOUNG_DAYS = 90;
    private static final int CALLEES_KEPT = 64;
    private static final int CALLERS_KEPT = 16;

    /** So long after a stranger's long call a person is still worked on: two hours (S19). */
    private static final long WORKED_ON_MS = 2 * HOUR_MS;

    private static final int OPEN_CALLS_KEPT = 16;
    private static final int TRACES_KEPT = 16;
    private static final int REACHED_KEPT = 20;
    private static final int BLOCKS_KEPT = 8;
    private static final int SPOKEN_KEPT = 8;

    /** Calls of a day from which on a number is worth reading out. */
    private static final int FEWEST_DUE = 5;

    private static final long LINE_MS = 3 * 60_000;

    /** An open call without news for this long is forgotten. */
    private static final long OPEN_CALL_MS = 6 * HOUR_MS;

    public int epoch = 1;
    public NumberClass numberClass = NumberClass.MOBILE;
    public PurposeClass registeredPurpose;
    public PurposeClass boundPurpose;
    public long firstSeen = Long.MAX_VALUE;
    public long lastActive = Long.MIN_VALUE;
    public long lastAttempt = Long.MIN_VALUE;
    public long idleMs;
    public int attemptsWhenLastDue;
    public String deviceTk;
    public String trunkId;
    public String cellTk;
    public String leaseKey;
    public List<TenMinutes> buckets = new ArrayList<>();
    public List<Callee> callees = new ArrayList<>();
    public List<Caller> callers = new ArrayList<>();
    public List<OpenCall> open = new ArrayList<>();
    public List<Trace> cells = new ArrayList<>();
    public List<Trace> devices = new ArrayList<>();
    public List<Trace> unboundMiddleNumbers = new ArrayList<>();
    public List<Trace> told = new ArrayList<>();
    public List<ProvinceCount> provinces = new ArrayList<>();
    public List<MinuteInGroup> minute = new ArrayList<>();
    public long minuteStart;
    public int gaps;
    public double gapMean;
    public double gapSquares;

    /** Whether it was ever read out. */
    public boolean lookedAt;

    /** Home province, GB/T 2260; null when no call has told it. */
    public String homeProvince;

    /** Who answered its calls of the last day, latest last. */
    public List<Reached> reached = new ArrayList<>();

    /** Blocks that parties say are in effect. */
    public List<Block> blocks = new ArrayList<>();

    public RecentIds recentIds = new RecentIds();
    public CdrFingerprints settledCdrs = new CdrFingerprints();
    public Whereabouts whereabouts = new Whereabouts();

    /** Calls of the last day in which it was heard speaking; few numbers ever are. */
    public List<SpokenCall> spoken = List.of();

    /** When it last told whom it calls and from where; 0 = never. */
    public long footprintAt;

    /**
     * The profile of the number's present holder: another one when the number has passed to somebody
     * new, who inherits nothing.
     */
    public NumberProfile heldBy(Registration registration) {
        if (registration.epoch() < epoch) {
            return this;
        }
        var profile = registration.epoch() == epoch ? this : new NumberProfile();
        profile.epoch = registration.epoch();
        profile.recentIds = recentIds;
        profile.settledCdrs = settledCdrs;
        profile.firstSeen = Math.min(profile.firstSeen, registration.openedAt());
        if (registration.dealerId() != null) {
            profile.whereabouts.batch =
                    (int) Hashes.of(registration.dealerId() + registration.openedAt() / HOUR_MS);
        }
        return profile;
    }

    /** A profile of the same holder that knows nothing any more. */
    public NumberProfile afresh() {
        var profile = new NumberProfile();
        profile.epoch = epoch;
        profile.homeProvince = homeProvince;
        profile.blocks = blocks;
        return profile;
    }

    /** Any sign of life. */
    public void seen(long at) {
        firstSeen = Math.min(firstSeen, at);
        lastActive = Math.max(lastActive, at);
    }

    public void seenInCell(String tk, long at) {
        cellTk = tk;
        remember(cells, Hashes.of(tk), at);
    }

    /**
     * @return whether the number was not seen with this device in the same half of the day before
     */
    public boolean seenWithDevice(String tk, long at) {
        deviceTk = tk;
        var hash = Hashes.of(tk);
        var news =
                devices.stream()
                        .noneMatch(
                                d ->
                                        d.hash() == hash
                                                && d.lastAt() / HALF_DAY_MS == at / HALF_DAY_MS);
        remember(devices, hash, at);
        return news;
    }

    /** The number tried to call somebody. */
    public void attempted(
            String toTk,
            long at,
            boolean bound,
            boolean spoofed,
            boolean official,
            String province) {
        pace(at);
        var bucket = bucket(at);
        bucket.attempts++;
        bucket.bound += bound ? 1 : 0;
        bucket.spoofed += spoofed ? 1 : 0;
        bucket.official += official ? 1 : 0;
        bucket.atNight += night(at) ? 1 : 0;
        var hash = Hashes.of(toTk);
        bucket.callees.add(hash);
        bucket.newCallees += calleeIsNew(hash, at) ? 1 : 0;
        if (province != null) {
            count(province, at);
        }
    }

    /** An attempt through a middle number that no live binding covered. */
    public void unbound(String middleNumberTk, long at) {
        bucket(at).unbound++;
        remember(unboundMiddleNumbers, Hashes.of(middleNumberTk), at);
    }

    private void pace(long at) {
        if (lastAttempt != Long.MIN_VALUE) {
            var gap = at - lastAttempt;
            if (gap > DAY_MS) {
                idleMs = gap;
                whereabouts.slept(gap, at);
            }
            if (gap > HOUR_MS) {
                gaps = 0;
                gapMean = 0;
                gapSquares = 0;
            } else {
                gaps++;
                var before = gap - gapMean;
                gapMean += before / gaps;
                gapSquares += before * (gap - gapMean);
            }
        }
        lastAttempt = at;
    }

    private boolean calleeIsNew(long hash, long at) {
        for (var callee : callees) {
            if (callee.hash == hash) {
                callee.lastAt = at;
                return false;
            }
        }
        var callee = new Callee();
        callee.hash = hash;
        callee.lastAt = at;
        if (callees.size() >= CALLEES_KEPT) {
            callees.remove(oldest(callees, c -> c.lastAt));
        }
        callees.add(callee);
        return true;
    }

    /** Somebody called the number; a first caller of the day it never called is a stranger. */
    public Caller received(String fromTk, long at, boolean entitled) {
        var bucket = bucket(at);
        bucket.inbound++;
        var hash = Hashes.of(fromTk);
        var known = false;
        for (var callee : callees) {
            if (callee.hash == hash) {
                callee.calledBack = true;
                known = true;
            }
        }
        bucket.calledBack += known ? 1 : 0;
        for (var caller : callers) {
            if (caller.tk.equals(fromTk)) {
                caller.lastAt = at;
                caller.lastDurationMs = 0;
                caller.stranger = !entitled && !known && caller.firstAt > at - DAY_MS;
                return caller;
            }
        }
        var caller = new Caller();
        caller.tk = fromTk;
        caller.firstAt = at;
        caller.lastAt = at;
        caller.stranger = !entitled && !known;
        if (callers.size() >= CALLERS_KEPT) {
            callers.remove(oldest(callers, c -> c.lastAt));
        }
        callers.add(caller);
        return caller;
    }

    /**
     * How many outgoing calls there were when this one ended: itself, and those begun meanwhile. Only
     * an end that was told proves that it lasted so long.
     */
    public int linesAt(OpenCall ended, long at) {
        var lines = 1;
        for (var call : open) {
            lines +=
                    call.outgoing
                                    && call.call != ended.call
                                    && call.setupAt > Math.max(ended.setupAt, at - LINE_MS)
                            ? 1
                            : 0;
        }
        return lines;
    }

    /** Whether this number called somebody lately. */
    public boolean hasCalled(String tk) {
        var hash = Hashes.of(tk);
        return callees.stream().anyMatch(c -> c.hash == hash);
    }

    /** Whether this number had rung somebody before they ever rang it. */
    public boolean rangFirst(Caller caller) {
        var hash = Hashes.of(caller.tk);
        return callees.stream().anyMatch(c -> c.hash == hash && c.lastAt < caller.firstAt);
    }

    /** Whom this number called lately, hashed, latest first. */
    public List<Long> latestContacts() {
        return callees.stream()
                .sorted(Comparator.comparingLong((Callee c) -> c.lastAt).reversed())
                .limit(CONTACTS_TOLD)
                .map(c -> c.hash)
                .toList();
    }

    public Caller caller(String tk) {
        return callers.stream().filter(c -> c.tk.equals(tk)).findFirst().orElse(null);
    }

    /** The open call of this id, begun if it was not known: later phases may overtake a held attempt. */
    public OpenCall open(String callId, String peerTk, boolean outgoing, long at) {
        var hash = Hashes.of(callId);
        open.removeIf(c -> c.setupAt < at - OPEN_CALL_MS);
        for (var call : open) {
            if (call.call == hash && call.outgoing == outgoing) {
                return call;
            }
        }
        var call = new OpenCall();
        call.call = hash;
        call.peerTk = peerTk;
        call.outgoing = outgoing;
        call.setupAt = at;
        if (open.size() >= OPEN_CALLS_KEPT) {
            open.remove(oldest(open, c -> c.setupAt));
        }
        open.add(call);
        return call;
    }

    /** The number's own call was answered. */
    public void answered(String toTk, long at) {
        bucket(at).answered++;
        reached.removeIf(r -> r.tk().equals(toTk));
        if (reached.size() >= REACHED_KEPT) {
            reached.remove(0);
        }
        reached.add(new Reached(toTk, at));
        var hash = Hashes.of(toTk);
        callees.stream().filter(c -> c.hash == hash).forEach(c -> c.reached = true);
    }

    /** Whom it reached in the last day, latest call first. */
    public List<String> reachedLatestFirst(long at) {
        var people = new ArrayList<String>();
        for (var i = reached.size() - 1; i >= 0; i--) {
            if (reached.get(i).at() > at - DAY_MS) {
                people.add(reached.get(i).tk());
            }
        }
        return people;
    }

    /** It was heard speaking in a call, or more of the same call was heard. */
    public void spoke(SpokenCall heard) {
        var kept = new ArrayList<>(spoken);
        kept.removeIf(c -> c.call() == heard.call());
        if (kept.size() >= SPOKEN_KEPT) {
            kept.remove(oldest(kept, SpokenCall::lastAt));
        }
        kept.add(heard);
        spoken = kept;
    }

    /** What it has said in the last 24 h; null when nobody heard it. */
    private Speech speech(long at) {
        var heard = spoken.stream().filter(c -> c.lastAt() > at - DAY_MS).toList();
        if (heard.isEmpty()) {
            return null;
        }
        var text = heard.stream().mapToInt(SpokenCall::textScore).max().orElseThrow();
        return new Speech(
                heard.size(),
                heard.stream().mapToInt(SpokenCall::stages).max().orElseThrow(),
                heard.stream().mapToInt(SpokenCall::points).max().orElseThrow() / 100.0,
                (int) heard.stream().filter(SpokenCall::warned).count(),
                text == SpokenCall.UNHEARD ? Double.NaN : text / 1000.0);
    }

    /** A party says that it blocks the number. */
    public void blocked(Block block) {
        if (blocks.size() >= BLOCKS_KEPT) {
            blocks.remove(0);
        }
        blocks.add(block);
    }

    /** The number's own attempt found that nobody has the number it dialled. */
    public void foundVacant(long at) {
        bucket(at).vacant++;
    }

    /** Somebody it had called found it vacant or switched off. */
    public void calledBackInVain(String fromTk, long at) {
        var hash = Hashes.of(fromTk);
        if (callees.stream().anyMatch(c -> c.hash == hash)) {
            bucket(at).calledBackInVain++;
        }
    }

    /** The number's own answered call ended. */
    public void talked(long durationMs, long at) {
        var bucket = bucket(at);
        bucket.talkMs += durationMs;
        bucket.shortCalls += durationMs < SHORT_MS ? 1 : 0;
        bucket.longCalls += durationMs >= LONG_MS ? 1 : 0;
    }

    /** Whether this was not told before; remembers it. */
    public boolean tellOnce(String code, long windowStart, long at) {
        var hash = Hashes.of(code + windowStart);
        if (told.stream().anyMatch(t -> t.hash() == hash)) {
            return false;
        }
        told.removeIf(t -> t.lastAt() < at - DAY_MS);
        told.add(new Trace(hash, at));
        return true;
    }

    /**
     * Whether the profile has changed enough since it was last read out: each time attempts have grown
     * by a tenth, from the fifth on, so that the cost stays logarithmic in the calls.
     */
    public boolean due(long at) {
        prune(at);
        var attempts = sum(at, DAY_MS, b -> b.attempts);
        if (attempts < FEWEST_DUE
                || Math.abs(attempts - attemptsWhenLastDue) * 10 < attemptsWhenLastDue) {
            return false;
        }
        attemptsWhenLastDue = attempts;
        return true;
    }

    /** Whether the latest attempt is the first of an hour of the clock, from the day's fifth on. */
    public boolean beginsHour(long at) {
        var hour = Math.floorDiv(at, HOUR_MS) * HOUR_MS;
        var attempts = 0;
        for (var bucket : buckets) {
            attempts += bucket.start >= hour ? bucket.attempts : 0;
        }
        return attempts == 1 && sum(at, DAY_MS, b -> b.attempts) >= FEWEST_DUE;
    }

    /** Whether the profile is read out for the first time. */
    public boolean firstLook(long now) {
        var first = !lookedAt || Math.floorDiv(lastActive, DAY_MS) < Math.floorDiv(now, DAY_MS);
        lookedAt = true;
        return first;
    }

    public NumberSnapshot snapshot(Subject subject, long at, String eventId) {
        var attempts = sum(at, DAY_MS, b -> b.attempts);
        var answered = sum(at, DAY_MS, b -> b.answered);
        return new NumberSnapshot(
                subject,
                at,
                eventId,
                numberClass,
                sum(at, TenMinutes.WIDTH_MS, b -> b.attempts),
                sum(at, HOUR_MS, b -> b.attempts),
                attempts,
                answered,
                distinct(at, HOUR_MS),
                distinct(at, DAY_MS),
                share(sum(at, DAY_MS, b -> b.newCallees), attempts),
                share(sum(at, DAY_MS, b -> b.shortCalls), answered),
                sum(at, DAY_MS, b -> b.longCalls),
                answered == 0 ? 0 : sumLong(at, DAY_MS, b -> b.talkMs) / 1000.0 / answered,
                callbackRatio(at),
                sum(at, DAY_MS, b -> b.inbound),
                gaps < 3 ? Double.NaN : Math.sqrt(gapSquares / gaps) / gapMean,
                share(sum(at, DAY_MS, b -> b.atNight), attempts),
                (at - firstSeen) / (double) DAY_MS,
                idleMs / (double) DAY_MS,
                recent(cells, at, DAY_MS),
                recent(devices, at, DAY_MS),
                provinceEntropy(at),
                share(sum(at, DAY_MS, b -> b.bound), attempts),
                sum(at, HOUR_MS, b -> b.unbound),
                recent(unboundMiddleNumbers, at, HOUR_MS),
                sum(at, DAY_MS, b -> b.spoofed),
                share(sum(at, DAY_MS, b -> b.official), attempts),
                purpose(at),
                deviceTk,
                trunkId,
                cellTk,
                leaseKey,
                spoken.isEmpty() ? null : speech(at));
    }

    /** What rules judge beside the {@link NumberSnapshot}. */
    public NumberTraits traits(long at) {
        var attempts = sum(at, DAY_MS, b -> b.attempts);
        return new NumberTraits(
                whereabouts.deviceClass,
                share(sum(at, DAY_MS, b -> b.vacant), attempts),
                sum(at, DAY_MS, b -> b.calledBack),
                sum(at, DAY_MS, b -> b.calledBackInVain),
                Math.min(sum(at, HOUR_MS, b -> b.bound), distinct(at, HOUR_MS)),
                gaps == 0 ? Double.NaN : gapMean / 1000,
                awakeDays(at),
                whereabouts.sleptMs / (double) DAY_MS,
                whereabouts.wokeInNewDevice,
                whereabouts.awayFromHome,
                whereabouts.fastestKmh(at),
                whereabouts.twiceAt > at - DAY_MS);
    }

    private double awakeDays(long at) {
        return whereabouts.wokeAt == 0
                ? Double.POSITIVE_INFINITY
                : (at - whereabouts.wokeAt) / (double) DAY_MS;
    }

    public double ageDays(long at) {
        return (at - firstSeen) / (double) DAY_MS;
    }

    /** Whether its card is young or has just woken up: what a crew goes on with, and nobody's number of years. */
    public boolean freshlyInUse(long at) {
        return ageDays(at) <= YOUNG_DAYS
                || whereabouts.wokeAt != 0 && whereabouts.wokeAt > at - DAY_MS;
    }

    /** Whether a stranger keeps it on the line for long, or did within the last two hours. */
    public boolean workedOn(long at) {
        return callers.stream()
                .filter(c -> c.stranger && c.lastAt > at - WORKED_ON_MS)
                .anyMatch(c -> c.lastDurationMs >= LONG_MS || holds(c, at));
    }

    private boolean holds(Caller caller, long at) {
        return open.stream()
                .anyMatch(
                        c ->
                                !c.outgoing
                                        && c.peerTk.equals(caller.tk)
                                        && c.answeredAt > 0
                                        && c.answeredAt + LONG_MS <= at);
    }

    /** A stranger rang for the first time who came as campaigns come. */
    public void exposed(long at) {
        bucket(at).exposures++;
    }

    /** Strangers of that kind that rang it for the first time in the last 24 h. */
    public int exposures24h(long at) {
        return sum(at, DAY_MS, b -> b.exposures);
    }

    /** Whether it calls strangers of its own accord: not on an errand, not the same few, not back. */
    public boolean callsStrangers(long at, int atLeast) {
        var attempts = sum(at, DAY_MS, b -> b.attempts);
        return attempts >= atLeast
                && sum(at, DAY_MS, b -> b.newCallees) >= MOSTLY_NEW * attempts
                && boundShare24h(at) < MOSTLY_BOUND;
    }

    /** Hashes of whom it called in the last 24 h, the latest at most. */
    public List<Long> calledLately(long at) {
        return callees.stream().filter(c -> c.lastAt > at - DAY_MS).map(c -> c.hash).toList();
    }

    /** Hours of the last day in which it called. */
    public int hoursAtWork(long at) {
        return buckets.stream()
                .filter(b -> b.attempts > 0 && WorkHours.lately(b.start, at))
                .mapToInt(b -> WorkHours.of(b.start))
                .reduce(0, (hours, hour) -> hours | hour);
    }

    /** Hashes of the cells it called from in the last 24 h. */
    public List<Long> cellsOfTheDay(long at) {
        return cells.stream().filter(c -> c.lastAt() > at - DAY_MS).map(Trace::hash).toList();
    }

    /** Hashes of the cells of the last hour with the stretch of time it was last in them. */
    public List<Long> path(long at) {
        return cells.stream()
                .filter(c -> c.lastAt() > at - HOUR_MS)
                .map(c -> Hashes.of(c.hash(), c.lastAt() / STRETCH_MS))
                .toList();
    }

    /** The registered use, else the use of the bindings that cover most calls: one bound call makes nobody a courier. */
    public PurposeClass purpose(long at) {
        return registeredPurpose != null || boundShare24h(at) < MOSTLY_BOUND
                ? registeredPurpose
                : boundPurpose;
    }

    public int attempts1h(long at) {
        return sum(at, HOUR_MS, b -> b.attempts);
    }

    public int inbound24h(long at) {
        return sum(at, DAY_MS, b -> b.inbound);
    }

    public double boundShare24h(long at) {
        return share(sum(at, DAY_MS, b -> b.bound), sum(at, DAY_MS, b -> b.attempts));
    }

    private double callbackRatio(long at) {
        var reached = callees.stream().filter(c -> c.reached && c.lastAt > at - DAY_MS).toList();
        return reached.isEmpty()
                ? Double.NaN
                : (double) reached.stream().filter(c -> c.calledBack).count() / reached.size();
    }

    private double provinceEntropy(long at) {
        var total =
                provinces.stream()
                        .filter(p -> p.lastAt() > at - DAY_MS)
                        .mapToInt(ProvinceCount::attempts)
                        .sum();
        return provinces.stream()
                .filter(p -> p.lastAt() > at - DAY_MS)
                .mapToDouble(p -> (double) p.attempts() / total)
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    private void count(String province, long at) {
        for (var i = 0; i < provinces.size(); i++) {
            var p = provinces.get(i);
            if (p.province().equals(province)) {
                provinces.set(
                        i,
                        new ProvinceCount(
                                province, p.lastAt() > at - DAY_MS ? p.attempts() + 1 : 1, at));
                return;
            }
        }
        provinces.add(new ProvinceCount(province, 1, at));
    }

    private TenMinutes bucket(long at) {
        var start = Math.floorDiv(at, TenMinutes.WIDTH_MS) * TenMinutes.WIDTH_MS;
        for (var i = buckets.size() - 1; i >= 0; i--) {
            if (buckets.get(i).start == start) {
                return buckets.get(i);
            }
        }
        prune(at);
        var bucket = new TenMinutes();
        bucket.start = start;
        buckets.add(bucket);
        return bucket;
    }

    /** Lets go of what no window reaches any more, as seen from when the number was last active. */
    void forget() {
        prune(lastActive);
        recentIds.forget(lastActive);
        reached.removeIf(r -> r.at() <= lastActive - DAY_MS);
        open.removeIf(c -> c.setupAt < lastActive - OPEN_CALL_MS);
        if (!spoken.isEmpty()) {
            spoken = spoken.stream().filter(c -> c.lastAt() > lastActive - DAY_MS).toList();
        }
    }

    private void prune(long at) {
        buckets.removeIf(b -> b.start + TenMinutes.WIDTH_MS <= at - DAY_MS);
    }

    /** Buckets that begin inside the window; the oldest one is whole, so a window may be ten minutes too short, never too long. */
    private static boolean within(TenMinutes bucket, long at, long window) {
        return bucket.start > at - Math.max(window, TenMinutes.WIDTH_MS) && bucket.start <= at;
    }

    private int sum(long at, long window, ToIntFunction<TenMinutes> what) {
        var sum = 0;
        for (var bucket : buckets) {
            sum += within(bucket, at, window) ? what.applyAsInt(bucket) : 0;
        }
        return sum;
    }

    private long sumLong(long at, long window, ToLongFunction<TenMinutes> what) {
        var sum = 0L;
        for (var bucket : buckets) {
            sum += within(bucket, at, window) ? what.applyAsLong(bucket) : 0;
        }
        return sum;
    }

    private int distinct(long at, long window) {
        return Distinct.count(
                buckets.stream().filter(b -> within(b, at, window)).map(b -> b.callees).toList());
    }

    private static void remember(List<Trace> traces, long hash, long at) {
        traces.removeIf(t -> t.hash() == hash);
        if (traces.size() >= TRACES_KEPT) {
            traces.remove(0);
        }
        traces.add(new Trace(hash, at));
    }

    private static int recent(List<Trace> traces, long at, long window) {
        return (int) traces.stream().filter(t -> t.lastAt() > at - window).count();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static <T> T oldest(List<T> ring, ToLongFunction<T> time) {
        return ring.stream().min(Comparator.comparingLong(time)).orElseThrow();
    }

    /** 22:00–08:00 in Beijing. */
    private static boolean night(long at) {
        var hour = WorkHours.ofTheClock(at);
        return hour >= 22 || hour < 8;
    }
}
