/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.behaviour;

import io.fuselink.events.NumberClass;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.patterns.Limits;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import java.util.List;

/** A number of a story: an ordinary mobile that made eight calls today, until the story says otherwise. */
final class Caller {
    private NumberClass numberClass = NumberClass.MOBILE;
    private long at = Told.TWO_PM + 17 * Told.MINUTE;
    private int attempts10m = 1;
    private int attempts1h = 2;
    private int attempts24h = 8;
    private int answered24h = 6;
    private int callees1h = 2;
    private int callees24h = 5;
    private double newCallees = 0.2;
    private double callbacks = 0.3;
    private double gapVariation = 1.4;
    private double nightShare = 0.1;
    private double ageDays = 900;
    private int devices = 1;
    private double provinceEntropy = 0.5;
    private double boundShare;
    private int unbound;
    private int unboundMiddleNumbers;
    private int spoofed;
    private double officialShare;
    private PurposeClass purpose;
    private String device = "dev1";
    private String trunk;
    private String lease;

    static Caller aNumber() {
        return new Caller();
    }

    /** One who calls this many strangers in the hour, none of whom calls back. */
    static Caller whoBursts(int calls) {
        return aNumber().calling(calls, calls).strangers(0.95).callbacks(0.01);
    }

    Caller of(NumberClass numberClass) {
        this.numberClass = numberClass;
        return this;
    }

    /** Calls of the last hour and of the day, alike. */
    Caller calling(int attempts, int callees) {
        attempts1h = attempts;
        attempts24h = attempts;
        callees1h = callees;
        callees24h = callees;
        return this;
    }

    Caller lastTenMinutes(int attempts) {
        attempts10m = attempts;
        return this;
    }

    Caller answered(int calls) {
        answered24h = calls;
        return this;
    }

    Caller strangers(double share) {
        newCallees = share;
        return this;
    }

    Caller callbacks(double ratio) {
        callbacks = ratio;
        return this;
    }

    Caller evenlySpaced() {
        gapVariation = 0.1;
        return this;
    }

    Caller atNight(double share) {
        nightShare = share;
        return this;
    }

    Caller ageDays(double days) {
        ageDays = days;
        return this;
    }

    Caller devices(int devices) {
        this.devices = devices;
        return this;
    }

    /** Provinces called equally often. */
    Caller provinces(int provinces) {
        provinceEntropy = Math.log(provinces) / Math.log(2);
        return this;
    }

    Caller bound(double share, PurposeClass purpose) {
        boundShare = share;
        this.purpose = purpose;
        return this;
    }

    Caller unbound(int calls, int middleNumbers) {
        unbound = calls;
        unboundMiddleNumbers = middleNumbers;
        return this;
    }

    Caller spoofed(int calls) {
        spoofed = calls;
        return this;
    }

    Caller toOfficialLines(double share) {
        officialShare = share;
        return this;
    }

    Caller behind(String device, String trunk, String lease) {
        this.device = device;
        this.trunk = trunk;
        this.lease = lease;
        return this;
    }

    NumberSnapshot snapshot() {
        return new NumberSnapshot(
                Subject.number("caller", 3),
                at,
                "call-9",
                numberClass,
                attempts10m,
                attempts1h,
                attempts24h,
                answered24h,
                callees1h,
                callees24h,
                newCallees,
                0.4,
                0,
                45,
                callbacks,
                1,
                gapVariation,
                nightShare,
                ageDays,
                0,
                2,
                devices,
                provinceEntropy,
                boundShare,
                unbound,
                unboundMiddleNumbers,
                spoofed,
                officialShare,
                purpose,
                device,
                trunk,
                "cell1",
                lease);
    }

    List<Signal> signals() {
        return NumberRules.evaluate(snapshot(), Limits.defaults());
    }

    List<SignalCode> codes() {
        return signals().stream().map(signal -> SignalCode.valueOf(signal.code())).toList();
    }
}
