/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import io.fuselink.events.Binding;
import io.fuselink.events.BindingOp;
import io.fuselink.events.Header;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** The life of each binding. Holds half a million bindings, about 100 MB. */
final class BindingBook {
    private static final int MOST_BINDINGS = 500_000;

    private final Faults faults;
    private final boolean fromTheBeginning;
    private final Youngest<Tie> ties = new Youngest<>(MOST_BINDINGS, this::judge);

    /** Bindings that were made, remembered longer than the bindings themselves. */
    private final SeenIds made = new SeenIds();

    private final Set<String> providers = new HashSet<>();
    private long latest;

    /** One binding. */
    private static final class Tie {
        private final String first;
        private final BindingOp firstOp;

        /** Middle number, extension and pair as one word, 0 = anyone may call. */
        private final long pair;

        private boolean made;
        private long begin;
        private long expire;
        private long end;

        Tie(String first, BindingOp firstOp, long pair, boolean made) {
            this.first = first;
            this.firstOp = firstOp;
            this.pair = pair;
            this.made = made;
        }

        /** When it stopped holding, as far as was told. */
        long until() {
            return end != 0 ? end : expire == 0 ? Long.MAX_VALUE : expire;
        }
    }

    /**
     * @param fromTheBeginning whether what is not there was never sent; false when listening begins in the middle
     */
    BindingBook(Faults faults, boolean fromTheBeginning) {
        this.faults = faults;
        this.fromTheBeginning = fromTheBeginning;
    }

    void add(Header header, Binding binding, String position) {
        providers.add(header.provider());
        latest = Math.max(latest, header.eventTime());
        var id = SeenIds.id(header.provider(), binding.subId());
        var tie =
                ties.open(
                        id,
                        () -> new Tie(position, binding.op(), pair(binding), made.contains(id)));
        switch (binding.op()) {
            case BIND -> {
                tie.made = true;
                tie.begin = binding.bindTime();
                tie.expire = binding.expireTime();
                made.note(id, 0);
            }
            case UPDATE -> tie.expire = binding.expireTime();
            case UNBIND, EXPIRE -> tie.end = header.eventTime();
            case LOCK, UNLOCK -> {}
        }
    }

    private static long pair(Binding binding) {
        if (binding.bTk() == null) {
            return 0;
        }
        var aFirst = binding.aTk().compareTo(binding.bTk()) < 0;
        return SeenIds.id(
                binding.xTk(),
                binding.ext(),
                aFirst ? binding.aTk() : binding.bTk(),
                aFirst ? binding.bTk() : binding.aTk());
    }

    private void judge(Tie tie) {
        if (!tie.made && fromTheBeginning) {
            faults.add(Fault.UNBIND_WITHOUT_BIND, tie.first, tie.firstOp + " without BIND");
        } else if (tie.made
                && tie.end == 0
                && tie.expire != 0
                && tie.expire + Binding.EXPIRY_GRACE_MS < latest) {
            faults.add(
                    Fault.BINDING_NOT_ENDED,
                    tie.first,
                    "expire_time was %s before the last record of the feed"
                            .formatted(ClockBook.words(latest - tie.expire)));
        }
    }

    /** Whether this provider's bindings were read at all. */
    boolean tellsOf(String provider) {
        return providers.contains(provider);
    }

    boolean knows(String provider, String subId) {
        return made.contains(SeenIds.id(provider, subId));
    }

    long judgedEarly() {
        return ties.left();
    }

    void close() {
        ties.close();
        overlaps();
    }

    /** Among the bindings still held; those of one pair lie side by side once sorted. */
    private void overlaps() {
        var sorted = new ArrayList<Tie>();
        for (var tie : ties.stillOpen()) {
            if (tie.pair != 0 && tie.begin != 0) {
                sorted.add(tie);
            }
        }
        sorted.sort(
                Comparator.<Tie>comparingLong(tie -> tie.pair).thenComparingLong(tie -> tie.begin));
        for (var i = 1; i < sorted.size(); i++) {
            var earlier = sorted.get(i - 1);
            var later = sorted.get(i);
            if (earlier.pair == later.pair && later.begin < earlier.until()) {
                faults.add(
                        Fault.BINDINGS_OVERLAP,
                        later.first,
                        "begins before the one of %s ends".formatted(earlier.first));
            }
        }
    }
}
