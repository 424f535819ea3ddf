/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.groups;

import io.fuselink.events.GroupKind;
import io.fuselink.events.GroupSnapshot;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Signal;
import io.fuselink.patterns.Limits;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A group of a story: numbers behind one door, with the calls each of them made this hour. */
final class Group {
    private final GroupKind kind;
    private final List<Integer> calls = new ArrayList<>();
    private double distinct = 0.95;
    private double receivedPerCall;
    private double boundShare;
    private double mvnoShare;
    private PurposeClass purpose;

    private Group(GroupKind kind) {
        this.kind = kind;
    }

    static Group behindOne(GroupKind kind) {
        return new Group(kind);
    }

    Group with(int numbers, int callsEach) {
        calls.addAll(Collections.nCopies(numbers, callsEach));
        return this;
    }

    Group ofVirtualOperators() {
        mvnoShare = 1;
        return this;
    }

    /** Distinct recipients per attempt. */
    Group distinct(double share) {
        distinct = share;
        return this;
    }

    Group receiving(double perCall) {
        receivedPerCall = perCall;
        return this;
    }

    Group bound(double share, PurposeClass purpose) {
        boundShare = share;
        this.purpose = purpose;
        return this;
    }

    GroupSnapshot snapshot() {
        var attempts = calls.stream().mapToInt(Integer::intValue).sum();
        return new GroupSnapshot(
                kind,
                "door-1",
                Told.TWO_PM + 25 * Told.MINUTE,
                Told.TWO_PM - 35 * Told.MINUTE,
                calls.size(),
                (int) calls.stream().filter(c -> c < 20).count(),
                Collections.max(calls),
                attempts,
                attempts / 2,
                distinct,
                (int) (attempts * receivedPerCall),
                evenness(attempts),
                boundShare,
                mvnoShare,
                purpose,
                IntStream.range(0, calls.size()).mapToObj(i -> "N" + i).toList());
    }

    private double evenness(int attempts) {
        var entropy =
                calls.stream()
                        .mapToDouble(c -> (double) c / attempts)
                        .map(share -> -share * Math.log(share))
                        .sum();
        return entropy / Math.log(calls.size());
    }

    List<Signal> signals() {
        return GroupRules.evaluate(snapshot(), Limits.defaults());
    }

    List<SignalCode> codes() {
        return signals().stream().map(signal -> SignalCode.valueOf(signal.code())).toList();
    }
}
