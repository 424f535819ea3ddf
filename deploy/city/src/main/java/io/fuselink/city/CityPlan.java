/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * How large a city, for how long, of which seed and from when, who plays in it and what goes wrong:
 * the same plan always gives the same bytes.
 *
 * @param people residents; evaders come on top, 50 to 10 000 000
 * @param hours length of the play in hours of event time, 1 to 24
 * @param seed everything that looks like chance comes from it
 * @param start first moment of the play
 * @param intensity how blatantly evaders go about it, 0 (polite) to 1
 * @param incident what goes wrong
 * @param cast who plays beside friends and families
 * @param faults what the gateways get wrong
 * @param tempo how often everybody acts, against an ordinary day, 0.01 to 100
 * @param errands share 0–1 of what friends and families call about that goes through a middle number
 *     bound for it; 0 in a city to rehearse on, where couriers do that
 */
public record CityPlan(
        int people,
        double hours,
        long seed,
        Instant start,
        double intensity,
        Incident incident,
        Set<Persona> cast,
        FeedFaults faults,
        double tempo,
        double errands)
        implements Serializable {
    /** A Monday at nine in Beijing: offices are open, couriers are out. */
    public static final Instant DEFAULT_START = Instant.parse("2026-03-02T01:00:00Z");

    /** Neither polite nor shameless. */
    public static final double DEFAULT_INTENSITY = 0.7;

    private static final int MOST_PEOPLE = 10_000_000;

    public CityPlan {
        if (people < 50 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException(
                    "people: " + people + " is not between 50 and " + MOST_PEOPLE);
        }
        if (!(hours >= 1 && hours <= 24)) {
            throw new IllegalArgumentException("hours: " + hours + " is not between 1 and 24");
        }
        if (start == null) {
            throw new IllegalArgumentException("start: missing; give the first moment of the play");
        }
        if (!(intensity >= 0 && intensity <= 1)) {
            throw new IllegalArgumentException(
                    "intensity: " + intensity + " is not between 0 (polite) and 1 (blatant)");
        }
        if (incident == null) {
            throw new IllegalArgumentException("incident: missing; give NONE for an ordinary day");
        }
        cast = Set.copyOf(cast);
        if (faults == null) {
            throw new IllegalArgumentException("faults: missing; give FeedFaults.NONE for none");
        }
        if (!(tempo >= 0.01 && tempo <= 100)) {
            throw new IllegalArgumentException("tempo: " + tempo + " is not between 0.01 and 100");
        }
        if (!(errands >= 0 && errands <= 1)) {
            throw new IllegalArgumentException("errands: " + errands + " is not between 0 and 1");
        }
    }

    public CityPlan(int people, double hours, long seed, Instant start) {
        this(
                people,
                hours,
                seed,
                start,
                DEFAULT_INTENSITY,
                Incident.NONE,
                EnumSet.allOf(Persona.class),
                FeedFaults.EVERYDAY,
                1,
                0);
    }

    public CityPlan(int people, double hours, long seed) {
        this(people, hours, seed, DEFAULT_START);
    }

    /** 300 people for three hours. */
    public static CityPlan standard(long seed) {
        return new CityPlan(300, 3, seed);
    }

    /**
     * A load rather than a story: at least so many events about so many numbers, middle numbers among
     * them, and about nobody else. Two events a number reach about half of the numbers, five nearly
     * nine of ten. Without evaders, and nothing goes wrong at the gateways.
     */
    public static CityPlan busy(int numbers, long events, long seed) {
        return Workload.plan(numbers, events, seed);
    }

    /** The same city from another moment on, such as an evening. */
    public CityPlan withStart(Instant other) {
        return new CityPlan(
                people, hours, seed, other, intensity, incident, cast, faults, tempo, errands);
    }

    /** The same city with evaders that are more polite (towards 0) or more blatant (towards 1). */
    public CityPlan withIntensity(double other) {
        return new CityPlan(
                people, hours, seed, start, other, incident, cast, faults, tempo, errands);
    }

    /** The same city on a day that goes wrong. */
    public CityPlan withIncident(Incident other) {
        return new CityPlan(
                people, hours, seed, start, intensity, other, cast, faults, tempo, errands);
    }

    /** A sparse city: friends and families, and only these beside them. */
    public CityPlan withCast(Persona... personas) {
        var chosen = EnumSet.noneOf(Persona.class);
        chosen.addAll(Arrays.asList(personas));
        return new CityPlan(
                people, hours, seed, start, intensity, incident, chosen, faults, tempo, errands);
    }

    /** The same city with gateways that get other things wrong. */
    public CityPlan withFaults(FeedFaults other) {
        return new CityPlan(
                people, hours, seed, start, intensity, incident, cast, other, tempo, errands);
    }

    /** The same city busier, or quieter, than on an ordinary day. */
    public CityPlan withTempo(double other) {
        return new CityPlan(
                people, hours, seed, start, intensity, incident, cast, faults, other, errands);
    }

    public long startMs() {
        return start.toEpochMilli();
    }

    public Instant end() {
        return start.plus(Duration.ofMillis(lengthMs()));
    }

    public long endMs() {
        return startMs() + lengthMs();
    }

    public long lengthMs() {
        return Math.round(hours * 3_600_000);
    }

    /** A moment of the play by its share: 0 is the start, 1 the end. */
    long at(double share) {
        return startMs() + Math.round(lengthMs() * share);
    }
}
