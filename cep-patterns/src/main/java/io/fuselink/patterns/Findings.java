/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Ids;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes findings from the signals they rest on, so that rules and patterns all write them alike. */
public final class Findings {
    private static final int MOST_MEMBERS = 200;
    private static final int MOST_VICTIMS = 20;

    /** Where somebody else is the key the epoch of a caller's holder is not known: the first is meant. */
    private static final int FIRST_EPOCH = 1;

    private Findings() {}

    /** Who made the call a signal tells of. */
    public static Subject caller(Signal signal) {
        return Subject.number(signal.initiatorTk(), FIRST_EPOCH);
    }

    /** What a pattern says about one subject. */
    public static Finding of(
            FraudPattern pattern, int levelCap, Subject subject, List<Signal> signals) {
        return of(pattern.id(), pattern.version(), pattern.family(), levelCap, subject, signals);
    }

    /**
     * A finding about a subject from signals in the order of their stages. The first gives the window
     * and thereby the id; call, binding, purpose and links come from the subject's own signals.
     */
    public static Finding of(
            String detector,
            int version,
            Family family,
            int levelCap,
            Subject subject,
            List<Signal> signals) {
        var windowStart = signals.get(0).windowStart();
        var own = signals.stream().filter(signal -> concerns(signal, subject)).toList();
        var margin = margin(signals);
        return new Finding(
                Ids.finding(detector, version, subject, windowStart),
                detector,
                version,
                subject.type(),
                subject.tk(),
                subject.epoch(),
                family,
                levelCap,
                score(margin),
                margin,
                windowStart,
                signals.stream().mapToLong(Signal::at).max().orElseThrow(),
                signals.stream().map(Evidence::of).toList(),
                members(signals),
                victims(signals),
                last(own, Signal::initiatorTk),
                last(own, Signal::callId),
                last(own, Signal::bindingId),
                last(own, Signal::purpose),
                links(own),
                signals.stream().mapToInt(Signal::policyVersion).max().orElseThrow(),
                last(signals, Signal::lexiconVersion),
                null,
                caseId(signals));
    }

    /** What was seen against its limit, the weakest part; never below 1, for it did fire. */
    private static double margin(List<Signal> signals) {
        return signals.stream()
                .filter(signal -> signal.limit() > 0)
                .mapToDouble(signal -> Math.max(1, signal.value() / signal.limit()))
                .min()
                .orElse(1);
    }

    /** 0.5 for what just reaches its limit, towards 1 the further it goes beyond. */
    private static double score(double margin) {
        return margin / (margin + 1);
    }

    private static boolean concerns(Signal signal, Subject subject) {
        return signal.subject().equals(subject)
                || (subject.type() == SubjectType.NUMBER
                        && subject.tk().equals(signal.initiatorTk()));
    }

    /** Numbers the signals name; callers count as acting together only where there are several. */
    private static List<String> members(List<Signal> signals) {
        var callers = distinct(signals.stream().map(Signal::initiatorTk)).toList();
        var named = signals.stream().flatMap(signal -> signal.members().stream());
        return distinct(callers.size() > 1 ? Stream.concat(callers.stream(), named) : named)
                .limit(MOST_MEMBERS)
                .toList();
    }

    private static List<String> victims(List<Signal> signals) {
        return distinct(signals.stream().map(Signal::victimTk)).limit(MOST_VICTIMS).toList();
    }

    /** A police case travels as a link of its own kind and is not a link between numbers. */
    private static List<String> links(List<Signal> own) {
        return distinct(own.stream().flatMap(signal -> signal.linkKeys().stream()))
                .filter(link -> !link.startsWith(SignalCode.CASE_LINK))
                .toList();
    }

    private static String caseId(List<Signal> signals) {
        return signals.stream()
                .flatMap(signal -> signal.linkKeys().stream())
                .filter(link -> link.startsWith(SignalCode.CASE_LINK))
                .map(link -> link.substring(SignalCode.CASE_LINK.length()))
                .findFirst()
                .orElse(null);
    }

    private static <T> T last(List<Signal> signals, Function<Signal, T> part) {
        return signals.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Stream<String> distinct(Stream<String> tokens) {
        return tokens.filter(Objects::nonNull).distinct();
    }
}
