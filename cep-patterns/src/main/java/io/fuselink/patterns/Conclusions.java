/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.Finding;
import io.fuselink.events.Signal;
import java.util.List;
import java.util.Optional;

/** The signals that conclude alone; all others need a pattern, or company. */
public final class Conclusions {
    private static final List<Conclusion> ALL =
            List.of(
                    new Conclusion(SignalCode.S02_NUMBER_SCAN, "number-scan", 1, 1),
                    new Conclusion(SignalCode.S04_STATIC_GOIP, "static-goip", 1, 3),
                    new Conclusion(SignalCode.S04_ONE_WAY_TRAFFIC, "one-way-traffic", 1, 2),
                    new Conclusion(SignalCode.S08_NEW_CARD_BURST, "new-card-burst", 1, 2),
                    new Conclusion(SignalCode.S10_DEVICE_CHANGES, "device-changes", 1, 1),
                    new Conclusion(SignalCode.S11_PROVINCE_SPREAD, "province-spread", 1, 1),
                    new Conclusion(SignalCode.S12_NIGHT_CALLS, "night-calls", 1, 1),
                    new Conclusion(SignalCode.S14_UNBOUND_CALLS, "unbound-calls", 1, 2),
                    new Conclusion(SignalCode.SCRIPT_SUSPICIOUS, "script-suspicious", 1, 2),
                    new Conclusion(SignalCode.SCRIPT_VICTIM, "script-victim", 1, 1),
                    new Conclusion(SignalCode.S20_REPORTS_CONVERGE, "reports-converge", 1, 2),
                    new Conclusion(SignalCode.S22_SPOOF_SHAPE, "spoof-shape", 1, 1),
                    new Conclusion(SignalCode.POLICE_PUSH, "police-push", 1, 4),
                    new Conclusion(SignalCode.S13_BIND_BURST, "bind-burst", 1, 2),
                    new Conclusion(SignalCode.S13_SCRIPTED_BINDS, "scripted-binds", 1, 1),
                    new Conclusion(SignalCode.S13_PAIR_REBOUND, "pair-rebound", 2, 2),
                    new Conclusion(SignalCode.S13_BINDS_WITHOUT_CALL, "binds-without-call", 1, 1),
                    new Conclusion(SignalCode.ORDER_REBOUND, "order-rebound", 1, 1),
                    new Conclusion(SignalCode.S15_NO_ORDER_CALLS, "no-order-calls", 1, 1),
                    new Conclusion(
                            SignalCode.S15_WRONG_DIRECTION_CALLS, "wrong-direction-calls", 1, 1),
                    new Conclusion(SignalCode.STALE_BINDING, "stale-binding", 1, 1),
                    new Conclusion(SignalCode.LONG_BINDING, "long-binding", 1, 1),
                    new Conclusion(SignalCode.NO_CONSENT, "no-consent", 1, 1),
                    new Conclusion(SignalCode.QUARANTINE_BREACH, "quarantine-breach", 1, 1),
                    new Conclusion(
                            SignalCode.S24_NON700_MIDDLE_NUMBER, "non700-middle-number", 1, 1),
                    new Conclusion(
                            SignalCode.S24_UNQUALIFIED_PLATFORM, "unqualified-platform", 1, 1),
                    new Conclusion(SignalCode.S24_SPOOFED_700, "spoofed-700", 1, 1),
                    new Conclusion(SignalCode.MARKETING_REPORTS, Detectors.MARKETING_REPORTS, 1, 1),
                    new Conclusion(SignalCode.IDENTITY_CAP, "identity-cap", 1, 1),
                    new Conclusion(SignalCode.WEAK_IDENTITY, "weak-identity", 1, 1),
                    new Conclusion(SignalCode.S05_MOVING_TOGETHER, "moving-together", 1, 3),
                    new Conclusion(SignalCode.S06_IMPROVISED_RACK, "improvised-rack", 1, 2),
                    new Conclusion(SignalCode.S07_SLEEPER_WAKES, "sleeper-wakes", 1, 2),
                    new Conclusion(SignalCode.S09_POSITION_JUMP, "position-jump", 1, 1),
                    new Conclusion(SignalCode.S13_BUSY_HANDS, "busy-hands", 1, 1),
                    new Conclusion(SignalCode.MACHINE_PACE, "machine-pace", 1, 1),
                    new Conclusion(SignalCode.CALLBACKS_FAIL, "callbacks-fail", 1, 1),
                    new Conclusion(SignalCode.LIST_SHARED, "list-shared", 1, 2),
                    new Conclusion(SignalCode.S05_ONE_WAY_TRAFFIC, "one-way-convoy", 1, 2),
                    new Conclusion(SignalCode.MANY_LINES, "many-lines", 1, 2),
                    new Conclusion(SignalCode.HASTY_BINDINGS, "hasty-bindings", 1, 2),
                    new Conclusion(SignalCode.UNBOUND_IN_VAIN, "unbound-in-vain", 1, 2),
                    new Conclusion(SignalCode.RING_REPORTERS, "report-ring", 1, 2),
                    new Conclusion(SignalCode.RING_ACQUAINTED, "acquainted-reporters", 1, 2),
                    new Conclusion(SignalCode.LEASE_SCRIPTED, "scripted-lease", 1, 2),
                    new Conclusion(SignalCode.RESALE_SPLIT, "resale-split", 2, 2),
                    new Conclusion(SignalCode.S22_FORGED_CALL, "forged-call", 1, 2),
                    new Conclusion(SignalCode.TRUNK_SCRIPTED, "scripted-trunk", 1, 2),
                    new Conclusion(SignalCode.DOOR_REPORTED, "reported-door", 1, 2),
                    new Conclusion(SignalCode.VOICE_SHARED, Detectors.SHARED_VOICE, 1, 1),
                    new Conclusion(SignalCode.ROBOT_OPENING, "robot-opening", 1, 1),
                    new Conclusion(SignalCode.OPENING_SHARED, "shared-opening", 1, 2),
                    new Conclusion(SignalCode.REGION_CHOSEN, "chosen-region", 1, 2),
                    new Conclusion(SignalCode.S13_ONE_DEVICE_BINDS, "one-device-binds", 1, 1),
                    new Conclusion(SignalCode.S13_SELF_ORDERS, "self-orders", 1, 1),
                    new Conclusion(SignalCode.S13_ONE_ADDRESS, "one-address", 1, 1));

    private Conclusions() {}

    public static List<Conclusion> all() {
        return ALL;
    }

    /** The finding this signal is by itself, if it is one. */
    public static Optional<Finding> of(Signal signal) {
        return ALL.stream()
                .filter(conclusion -> conclusion.code().marks(signal))
                .findFirst()
                .map(conclusion -> finding(conclusion, signal));
    }

    private static Finding finding(Conclusion conclusion, Signal signal) {
        return Findings.of(
                conclusion.detector(),
                conclusion.version(),
                signal.family(),
                conclusion.levelCap(),
                signal.subject(),
                List.of(signal));
    }
}
