/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.behaviour;

import io.fuselink.events.DeviceClass;
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
    private double sleptDays;
    private double awakeDays = Double.POSITIVE_INFINITY;
    private boolean newDevice;
    private boolean away;
    private double meanGap = 900;
    private int cells = 2;
    private int inbound = 1;
    private double vacant;
    private int boundCallees;
    private int calledBack;
    private int inVain;
    private int kmh;
    private boolean twice;
    private double shortShare = 0.4;
    private int longCalls;
    private DeviceClass deviceClass = DeviceClass.HANDSET;
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

    Caller asleepFor(double days, double awakeSince) {
        sleptDays = days;
        awakeDays = awakeSince;
        return this;
    }

    Caller inNewDevice() {
        newDevice = true;
        return this;
    }

    Caller awayFromHome() {
        away = true;
        return this;
    }

    /** Seconds from attempt to attempt. */
    Caller every(double seconds) {
        meanGap = seconds;
        return this;
    }

    Caller fromOneCell() {
        cells = 1;
        return this;
    }

    Caller received(int calls) {
        inbound = calls;
        return this;
    }

    Caller findingVacant(double share) {
        vacant = share;
        return this;
    }

    Caller serving(int recipientsAnHour) {
        boundCallees = recipientsAnHour;
        return this;
    }

    Caller calledBack(int times, int inVain) {
        calledBack = times;
        this.inVain = inVain;
        return this;
    }

    Caller fastest(int kmh) {
        this.kmh = kmh;
        return this;
    }

    Caller inTwoPlaces() {
        twice = true;
        return this;
    }

    Caller hangingUpOn(double share, int longCalls) {
        shortShare = share;
        this.longCalls = longCalls;
        return this;
    }

    Caller in(DeviceClass kind) {
        deviceClass = kind;
        return this;
    }

    NumberTraits traits() {
        return new NumberTraits(
                deviceClass,
                vacant,
                calledBack,
                inVain,
                boundCallees,
                meanGap,
                awakeDays,
                sleptDays,
                newDevice,
                away,
                kmh,
                twice);
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
                shortShare,
                longCalls,
                45,
                callbacks,
                inbound,
                gapVariation,
                nightShare,
                ageDays,
                0,
                cells,
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
                lease,
                null);
    }

    List<Signal> signals() {
        return NumberRules.evaluate(snapshot(), traits(), Limits.defaults());
    }

    List<SignalCode> codes() {
        return signals().stream().map(signal -> SignalCode.valueOf(signal.code())).toList();
    }
}
