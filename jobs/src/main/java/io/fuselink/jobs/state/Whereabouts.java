/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.DeviceClass;

/**
 * Where and in what a number lives: how fast it moved from area to area, and since when it is awake.
 * All event time, ms; 0 = never.
 */
public final class Whereabouts {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** Within a city cells overlap and clocks differ: only what is farther apart than this is a move between places. */
    private static final double FAR_KM = 100;

    public DeviceClass deviceClass;

    /** Dealer and hour in which the card was opened, hashed; 0 = unknown. */
    public int batch;

    /** Last sign of life of a SIM that is silent since. */
    public long asleepSince;

    public long wokeAt;
    public long sleptMs;
    public boolean wokeInNewDevice;
    public boolean awayFromHome;

    /** Geohash of the area last called from, and when; and the one before, since radio flickers between two. */
    public String area;

    public long areaAt;
    public String areaBefore;

    /** The fastest move of the day between areas, and when it ended. */
    public int fastestKmh;

    public long fastestAt;

    /** The device of its last call, hashed; 0 = unknown. */
    public int callingDevice;

    /** When it last began a call while it was talking in another device. */
    public long twiceAt;

    /** A SIM sits in a device it was last used with at {@code lastSeen}. */
    public void seated(DeviceClass device, long firstSeen, long lastSeen, long at) {
        deviceClass = device;
        if (lastSeen <= at - DAY_MS) {
            asleepSince = Math.max(asleepSince, lastSeen);
        } else {
            wakes(at, firstSeen > at - DAY_MS);
        }
    }

    /** It made a call: whoever slept is awake. */
    public void calls(long at, String homeProvince, String province) {
        wakes(at, false);
        awayFromHome = homeProvince != null && province != null && !homeProvince.equals(province);
    }

    /**
     * A call from a device, while it talks or not; told before {@link #inArea}. A watch that shares the
     * number, and a shop that tries the card out, are never far from the talking device: who is in two
     * places at once is in two distant ones.
     *
     * @param geohash where it calls from, null when nobody says
     */
    public void callsFrom(int device, boolean talking, String geohash, long at) {
        if (talking
                && callingDevice != 0
                && device != callingDevice
                && area != null
                && geohash != null
                && Geohash.kilometres(area, geohash) >= FAR_KM) {
            twiceAt = at;
        }
        callingDevice = device;
    }

    private void wakes(long at, boolean newDevice) {
        if (asleepSince > 0) {
            sleptMs = at - asleepSince;
            wokeAt = at;
            wokeInNewDevice = newDevice;
            asleepSince = 0;
        }
    }

    /** Silence that the profile itself has seen. */
    void slept(long silenceMs, long at) {
        sleptMs = silenceMs;
        wokeAt = at;
        wokeInNewDevice = false;
    }

    /**
     * The fastest move of the day, km/h; 0 = none. A cell far off that it is heard in once, before it is
     * back in the last one, is a flicker of the radio: only who stays has moved.
     */
    public int fastestKmh(long at) {
        return fastestAt > at - DAY_MS && areaAt > fastestAt ? fastestKmh : 0;
    }

    public void inArea(String geohash, long at) {
        if (!geohash.equals(area)) {
            if (geohash.equals(areaBefore)) {
                flickered();
            } else if (area != null) {
                moved(Geohash.kilometres(area, geohash), at);
            }
            areaBefore = area;
            area = geohash;
        }
        areaAt = at;
    }

    private void flickered() {
        if (fastestAt == areaAt) {
            fastestKmh = 0;
            fastestAt = 0;
        }
    }

    private void moved(double km, long at) {
        var kmh = (int) (km * HOUR_MS / Math.max(at - areaAt, MINUTE_MS));
        if (km >= FAR_KM && (kmh >= fastestKmh || fastestAt <= at - DAY_MS)) {
            fastestKmh = kmh;
            fastestAt = at;
        }
    }
}
