/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.behaviour;

import io.fuselink.events.DeviceClass;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Signal;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.Limits;
import io.fuselink.patterns.SignalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the profile of one number gives away at one moment. A number's prefix is never looked at: a
 * card of a virtual operator is judged like any other.
 */
public final class NumberRules {
    private static final long HOUR_MS = 3_600_000;

    private NumberRules() {}

    /**
     * The signals this snapshot amounts to. A code is told with the event hour it falls into as its
     * window, so that the caller can tell it once per hour.
     */
    public static List<Signal> evaluate(NumberSnapshot number, NumberTraits traits, Limits limits) {
        var found = new Found(number, traits, limits);
        if (personal(number) && !leftAlone(number, limits)) {
            strangerBurst(found);
            numberScan(found);
            newCardBurst(found);
            deviceChanges(found);
            provinceSpread(found);
            nightCalls(found);
            improvisedRack(found);
            sleeper(found);
            machinePace(found);
            callbacksFail(found);
            bothTails(found);
        }
        if (personal(number)) {
            positionJump(found);
            busyHands(found);
        }
        unboundCalls(found);
        spoofShape(found);
        return found.signals();
    }

    private static boolean personal(NumberSnapshot number) {
        return number.numberClass() != null && number.numberClass().mobile();
    }

    /** The lawyer with one line to get through to, the courier inside his bindings, who calls for help. */
    private static boolean leftAlone(NumberSnapshot number, Limits limits) {
        var errand =
                number.purpose() != null
                        && number.purpose().errand()
                        && number.boundShare24h() >= limits.get(Limit.SUPPRESS_BOUND_SHARE);
        return errand
                || number.dispersion24h() < limits.get(Limit.SUPPRESS_DISPERSION)
                || number.officialShare24h() >= limits.get(Limit.SUPPRESS_OFFICIAL_SHARE);
    }

    private static void strangerBurst(Found found) {
        var number = found.number;
        if (number.attempts1h() >= found.limit(Limit.S01_ATTEMPTS_1H)
                && number.dispersion1h() >= found.limit(Limit.S01_DISPERSION)
                && number.newCalleeShare24h() >= found.limit(Limit.S01_NEW_CALLEES)
                && fewCallBack(found)) {
            found.tell(SignalCode.S01_STRANGER_BURST, number.attempts1h(), Limit.S01_ATTEMPTS_1H);
        }
    }

    /** Nobody reached means nobody who could call back: unknown excuses nothing. */
    private static boolean fewCallBack(Found found) {
        return !(found.number.callbackRatio24h() > found.limit(Limit.S01_CALLBACKS));
    }

    private static void numberScan(Found found) {
        var number = found.number;
        if (number.attempts10m() >= found.limit(Limit.S02_ATTEMPTS_10M)
                && number.dispersion1h() >= found.limit(Limit.S02_DISPERSION)
                && (number.gapVariation() <= found.limit(Limit.S02_GAP_VARIATION)
                        || found.traits.vacantShare24h() >= found.limit(Limit.S02_VACANT))) {
            found.tell(SignalCode.S02_NUMBER_SCAN, number.attempts10m(), Limit.S02_ATTEMPTS_10M);
        }
    }

    private static void newCardBurst(Found found) {
        var number = found.number;
        if (number.ageDays() <= found.limit(Limit.S08_AGE_DAYS)
                && number.callees24h() >= found.limit(Limit.S08_CALLEES_24H)
                && effectiveProvinces(number) >= found.limit(Limit.S08_PROVINCES)) {
            found.tell(SignalCode.S08_NEW_CARD_BURST, number.callees24h(), Limit.S08_CALLEES_24H);
        }
    }

    private static void deviceChanges(Found found) {
        var number = found.number;
        if (found.traits.deviceClass() != DeviceClass.DEFAULT_OR_INVALID
                && number.devices24h() >= found.limit(Limit.S10_DEVICES_24H)
                && number.attempts1h() >= found.limit(Limit.S10_ATTEMPTS_1H)) {
            found.tell(SignalCode.S10_DEVICE_CHANGES, number.devices24h(), Limit.S10_DEVICES_24H);
        }
    }

    private static void provinceSpread(Found found) {
        var number = found.number;
        var provinces = effectiveProvinces(number);
        if (provinces >= found.limit(Limit.S11_PROVINCES)
                && number.ageDays() <= found.limit(Limit.S11_AGE_DAYS)
                && number.dispersion24h() >= found.limit(Limit.S11_DISPERSION)) {
            found.tell(SignalCode.S11_PROVINCE_SPREAD, provinces, Limit.S11_PROVINCES);
        }
    }

    private static void nightCalls(Found found) {
        var number = found.number;
        if (number.nightShare24h() >= found.limit(Limit.S12_NIGHT_SHARE)
                && number.callees24h() >= found.limit(Limit.S12_CALLEES_24H)) {
            found.tell(SignalCode.S12_NIGHT_CALLS, number.nightShare24h(), Limit.S12_NIGHT_SHARE);
        }
    }

    /** A card laid beside others in a rented room (手机口): long asleep, then dialling without a pause, never called. */
    private static void improvisedRack(Found found) {
        var number = found.number;
        if (found.traits.sleptDays() >= found.limit(Limit.S06_SLEPT_DAYS)
                && number.attempts1h() >= found.limit(Limit.S06_ATTEMPTS_1H)
                && found.traits.meanGapS() < found.limit(Limit.S06_GAP_S)
                && number.cells24h() == 1
                && number.inboundRatio24h() <= found.limit(Limit.S06_INBOUND)) {
            found.tell(SignalCode.S06_IMPROVISED_RACK, number.attempts1h(), Limit.S06_ATTEMPTS_1H);
        }
    }

    /** Who comes home from a long journey has the old handset and calls friends. */
    private static void sleeper(Found found) {
        var number = found.number;
        var traits = found.traits;
        if (traits.sleptDays() >= found.limit(Limit.S07_SLEPT_DAYS)
                && traits.awakeDays() <= found.limit(Limit.S07_AWAKE_DAYS)
                && (traits.wokeInNewDevice() || traits.awayFromHome())
                && number.attempts1h() >= found.limit(Limit.S07_ATTEMPTS_1H)
                && number.newCalleeShare24h() >= found.limit(Limit.S07_NEW_CALLEES)) {
            found.tell(SignalCode.S07_SLEEPER_WAKES, number.attempts1h(), Limit.S07_ATTEMPTS_1H);
        }
    }

    private static void positionJump(Found found) {
        var kmh = found.traits.fastestKmh24h();
        if (kmh >= found.limit(Limit.S09_KMH)) {
            found.tell(SignalCode.S09_POSITION_JUMP, kmh, Limit.S09_KMH);
        } else if (found.traits.inTwoPlaces24h()) {
            found.tell(SignalCode.S09_POSITION_JUMP, found.limit(Limit.S09_KMH), Limit.S09_KMH);
        }
    }

    /** A courier delivers 10 to 20 orders an hour; bindings excuse nobody who uses more than hands can serve. */
    private static void busyHands(Found found) {
        var recipients = found.traits.boundCallees1h();
        if (recipients >= found.limit(Limit.S13_BOUND_CALLEES_1H)) {
            found.tell(SignalCode.S13_BUSY_HANDS, recipients, Limit.S13_BOUND_CALLEES_1H);
        }
    }

    /** A lift that reports like clockwork calls one control room, and sits in a module. */
    private static void machinePace(Found found) {
        var number = found.number;
        if (found.traits.deviceClass() != DeviceClass.MODULE
                && number.attempts24h() >= found.limit(Limit.R35_ATTEMPTS_24H)
                && number.gapVariation() <= found.limit(Limit.R35_GAP_VARIATION)
                && number.dispersion24h() >= found.limit(Limit.S01_DISPERSION)) {
            found.tell(SignalCode.MACHINE_PACE, number.attempts24h(), Limit.R35_ATTEMPTS_24H);
        }
    }

    private static void callbacksFail(Found found) {
        var traits = found.traits;
        var vain = traits.calledBackInVain24h();
        if (vain >= found.limit(Limit.R37_CALLBACKS)
                && vain >= found.limit(Limit.R37_SHARE) * (traits.calledBack24h() + vain)) {
            found.tell(SignalCode.CALLBACKS_FAIL, vain, Limit.R37_CALLBACKS);
        }
    }

    private static void bothTails(Found found) {
        var number = found.number;
        if (number.shortShare24h() >= found.limit(Limit.R38_SHORT)
                && number.longCalls24h() >= found.limit(Limit.R38_LONG_24H)
                && number.callees24h() >= found.limit(Limit.S12_CALLEES_24H)
                && number.newCalleeShare24h() >= found.limit(Limit.S01_NEW_CALLEES)) {
            found.tell(SignalCode.BOTH_TAILS, number.longCalls24h(), Limit.R38_LONG_24H);
        }
    }

    /**
     * Many middle numbers, or many calls; but not a customer who redials one that has expired. That it
     * has no binding is what its platform says; that nobody answers it, what its calls say.
     */
    private static void unboundCalls(Found found) {
        var number = found.number;
        if (number.unboundMiddleNumbers1h() >= found.limit(Limit.S14_MIDDLE_NUMBERS_1H)) {
            found.tell(
                    SignalCode.S14_UNBOUND_CALLS,
                    number.unboundMiddleNumbers1h(),
                    Limit.S14_MIDDLE_NUMBERS_1H);
        } else if (number.unbound1h() >= found.limit(Limit.S14_UNBOUND_1H)
                && number.unboundMiddleNumbers1h()
                        >= number.unbound1h() * found.limit(Limit.SUPPRESS_DISPERSION)) {
            found.tell(SignalCode.S14_UNBOUND_CALLS, number.unbound1h(), Limit.S14_UNBOUND_1H);
        } else {
            return;
        }
        if (number.attempts24h() >= found.limit(Limit.S14_IN_VAIN) && number.answered24h() == 0) {
            found.tell(SignalCode.UNBOUND_IN_VAIN, number.attempts24h(), Limit.S14_IN_VAIN);
        }
    }

    private static void spoofShape(Found found) {
        var spoofed = found.number.spoofed24h();
        if (spoofed >= found.limit(Limit.S22_SPOOFED_24H)) {
            found.tell(SignalCode.S22_SPOOF_SHAPE, spoofed, Limit.S22_SPOOFED_24H);
        }
    }

    /** The number of equally called provinces that would have this entropy. */
    private static double effectiveProvinces(NumberSnapshot number) {
        return Math.pow(2, number.provinceEntropy24h());
    }

    /** Signals told so far about one number. */
    private static final class Found {
        private final NumberSnapshot number;
        private final NumberTraits traits;
        private final Limits limits;
        private final List<Signal> signals = new ArrayList<>(2);

        Found(NumberSnapshot number, NumberTraits traits, Limits limits) {
            this.number = number;
            this.traits = traits;
            this.limits = limits;
        }

        double limit(Limit limit) {
            return limits.get(limit);
        }

        void tell(SignalCode code, double value, Limit limit) {
            var signal =
                    Signal.of(
                            code.name(),
                            code.family(),
                            number.subject(),
                            value,
                            limits.get(limit),
                            Math.floorDiv(number.at(), HOUR_MS) * HOUR_MS,
                            number.at(),
                            limits.version(),
                            List.of(number.eventId()));
            signals.add(signal.withContext(number.purpose(), links()));
        }

        private List<String> links() {
            return Stream.of(
                            link("DEVICE:", number.deviceTk()),
                            link("TRUNK:", number.trunkId()),
                            link("LEASE:", number.leaseKey()))
                    .flatMap(List::stream)
                    .toList();
        }

        private static List<String> link(String kind, String key) {
            return key == null ? List.of() : List.of(kind + key);
        }

        List<Signal> signals() {
            return List.copyOf(signals);
        }
    }
}
