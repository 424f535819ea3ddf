/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every threshold a rule holds a profile against: a name that policies use, a default, a unit, and
 * where the default comes from. All defaults are priors, to be calibrated per deployment.
 */
public enum Limit {
    SUPPRESS_DISPERSION(
            0.3,
            "recipients per attempt",
            "Below this a caller calls few lines again and again: no burst",
            "look-alikes lawyer and reporter; a judgment on record"),
    SUPPRESS_BOUND_SHARE(
            0.7,
            "share",
            "From this share of calls inside live bindings on, a courier, rider or driver is at work",
            "look-alikes courier, rider and driver"),
    SUPPRESS_OFFICIAL_SHARE(
            0.5,
            "share",
            "From this share of calls to official lines on, a caller is seeking help",
            "required suppressor; share proposed here"),

    S01_ATTEMPTS_1H(
            40, "attempts in 1 h", "A stranger burst makes at least this many calls", "S01"),
    S01_DISPERSION(
            0.8, "recipients per attempt", "A stranger burst calls hardly anyone twice", "S01"),
    S01_NEW_CALLEES(0.9, "share", "A stranger burst calls people never called before", "S01"),
    S01_CALLBACKS(
            0.05,
            "share",
            "At most this share of those reached calls a stranger burst back",
            "S01"),

    S02_ATTEMPTS_10M(
            30, "attempts in 10 min", "A number scan makes at least this many calls", "S02"),
    S02_DISPERSION(
            0.9,
            "recipients per attempt",
            "A number scan calls nobody twice",
            "S02; stands in for runs of suffixes"),
    S02_GAP_VARIATION(
            0.3,
            "standard deviation of gaps / mean gap",
            "A number scan dials at most this unevenly: a machine",
            "S02; stands in for the share of empty numbers"),
    S02_VACANT(
            0.3,
            "share",
            "… or finds at least this share of the numbers vacant",
            "S02, empty ratio"),

    S03_MEMBERS(20, "numbers", "A rotation pool uses at least this many numbers", "S03"),
    S03_POLITE_ATTEMPTS_1H(
            20,
            "attempts in 1 h",
            "A member below this stays under the thresholds that circulate in public",
            "20/h circulates in public; S03 asks for ≤ 15/h"),
    S03_POLITE_SHARE(0.9, "share", "At least this share of a rotation pool is polite", "S03"),
    S03_ATTEMPTS_1H(
            200,
            "attempts in 1 h",
            "A rotation pool makes at least this many calls together",
            "S03 says 1 000; lowered so that 25 numbers at 8/h are seen"),
    S03_ATTEMPTS_PER_MEMBER(
            5,
            "attempts in 1 h",
            "Members of a rotation pool make at least this many on average; subscribers make one or two",
            "proposed here"),
    S03_DISTINCT_CALLEES(
            0.7, "recipients per attempt", "A rotation pool calls hardly anyone twice", "S03"),
    S03_EVENNESS(
            0.85,
            "normalised entropy",
            "A rotation pool uses its numbers this evenly; a switchboard with one busy line does not",
            "proposed here"),
    S03_BOUND_SHARE(
            0.3,
            "share",
            "At most this share of a rotation pool's calls is bound",
            "proposed here"),
    S03_INBOUND(
            0.5,
            "received in 24 h per attempt of the hour",
            "A rotation pool receives at most this much; offices and subscribers receive more",
            "proposed here"),

    S04_MEMBERS(8, "numbers", "One device carries at least this many numbers", "S04"),
    S04_ATTEMPTS_1H(20, "attempts in 1 h", "A static GOIP makes at least this many calls", "S04"),
    S04_INBOUND(
            0.05,
            "received in 24 h per attempt of the hour",
            "A static GOIP receives at most this much",
            "S04, in/out ratio"),

    S05_MEMBERS(5, "numbers", "At least this many numbers move as one", "S05"),
    S05_CELLS(
            4,
            "cells in 1 h",
            "Numbers that move as one pass at least this many cells",
            "S05, shared transitions"),
    S05_ATTEMPTS_1H(
            60, "attempts in 1 h", "Numbers that move as one make at least this many calls", "S05"),

    S06_SLEPT_DAYS(
            7,
            "days",
            "A card in an improvised rack was silent this long before",
            "S06; days proposed here"),
    S06_ATTEMPTS_1H(
            20, "attempts in 1 h", "An improvised rack's card makes this many calls", "S06"),
    S06_GAP_S(60, "s", "An improvised rack's card dials again within this, on average", "S06"),
    S06_INBOUND(
            0.05,
            "received per attempt",
            "An improvised rack's card receives at most this",
            "S06, in/out ≈ 0"),

    S07_SLEPT_DAYS(30, "days", "A sleeper was silent at least this long", "S07"),
    S07_AWAKE_DAYS(1, "days", "A sleeper bursts within this after waking", "S07, 24 h"),
    S07_ATTEMPTS_1H(20, "attempts in 1 h", "A sleeper makes at least this many calls", "S07"),
    S07_NEW_CALLEES(
            0.6,
            "share",
            "A sleeper calls people never called before; who comes home calls friends",
            "proposed here"),

    S08_AGE_DAYS(7, "days", "A new card is at most this old", "S08"),
    S08_CALLEES_24H(
            60, "recipients in 24 h", "A new card's burst reaches at least this many", "S08"),
    S08_PROVINCES(
            4,
            "effective provinces",
            "A new card's burst spreads over at least this many",
            "S08 says high entropy; 2 bits proposed here"),

    S09_KMH(
            900,
            "km/h",
            "Nobody moves this fast between two areas; trains and flights stay below",
            "S09"),

    S10_DEVICES_24H(4, "devices in 24 h", "A number changes at least this many devices", "S10"),
    S10_ATTEMPTS_1H(
            20,
            "attempts in 1 h",
            "A number that changes devices makes at least this many calls meanwhile",
            "S10; burst as in S04"),

    S11_PROVINCES(8, "effective provinces", "A young number calls into this many provinces", "S11"),
    S11_AGE_DAYS(30, "days", "A young number is at most this old", "S11"),
    S11_DISPERSION(
            0.8,
            "recipients per attempt",
            "A young number that spreads calls hardly anyone twice",
            "S11"),

    S12_NIGHT_SHARE(
            0.6,
            "share",
            "A night caller makes at least this share of calls between 22:00 and 08:00",
            "S12"),
    S12_CALLEES_24H(
            20, "recipients in 24 h", "A night caller calls at least this many people", "S12"),

    S13_BOUND_CALLEES_1H(
            30,
            "recipients in 1 h",
            "One number works through at least this many bindings",
            "S13; 30 bindings an hour is a provider's own limit"),

    S14_UNBOUND_1H(
            5,
            "attempts in 1 h",
            "An unbound caller makes at least this many calls without a live binding",
            "S14"),
    S14_MIDDLE_NUMBERS_1H(
            3, "middle numbers in 1 h", "… or makes them through this many middle numbers", "S14"),

    S16_HAND_OVER_MIN(60, "min", "From the first call of a relay to the second", "S16"),

    S18_CODES(2, "messages", "Codes or bank messages during one call", "S18"),

    S20_REPORTERS_24H(
            3,
            "reporters in 24 h",
            "This many independent reporters, each with a real call, agree",
            "S20"),

    MARKETING_REPORTERS_24H(
            3,
            "reporters in 24 h",
            "This many independent people say that the number sells something",
            "row 48; as many as for S20"),

    S22_SPOOFED_24H(
            3,
            "attempts in 24 h",
            "Calls that show a number in a shape no genuine number has",
            "S22; count proposed here"),

    S23_CALLEES(
            10,
            "recipients",
            "A number rises once it has called this many strangers",
            "proposed here"),
    S23_ALIKE(
            0.3,
            "overlap of recipients",
            "From this on two numbers work through the same list",
            "S23, Jaccard"),

    R34_MEMBERS(3, "numbers", "At least this many numbers share a list", "row 34"),
    R34_COMMON(
            12,
            "recipients",
            "Numbers that share a list have at least this many recipients in common",
            "row 34; count proposed here"),
    R35_ATTEMPTS_24H(30, "attempts in 24 h", "A machine makes at least this many calls", "row 35"),
    R35_GAP_VARIATION(
            0.15, "standard deviation of gaps / mean gap", "A machine dials this evenly", "row 35"),
    R36_MEMBERS(3, "numbers", "Cards of one batch that call strangers together", "row 36"),
    R36_ATTEMPTS_1H(
            30, "attempts in 1 h", "Cards of one batch together make this many calls", "row 36"),
    R37_CALLBACKS(3, "calls in 24 h", "Calls back that found the number vacant or off", "row 37"),
    R37_SHARE(0.5, "share", "… and their share of all calls back", "row 37"),
    R38_SHORT(0.5, "share", "Answered calls under 20 s, of who hangs up on most", "row 38"),
    R38_LONG_24H(
            2, "calls in 24 h", "Calls of 10 minutes and more, to who stays on the line", "row 38"),
    R49_STRANGERS_24H(
            7, "strangers in 24 h", "A person called by this many strangers is exposed", "row 49"),

    BUDGET_ACTIONABLE_1H(
            120,
            "assessments of level 2 or above in 1 h",
            "A detector that exceeds this is shown but no longer acts",
            "safety of the breaker: more than 20 in 10 min"),

    BINDING_GRACE_S(
            5,
            "s",
            "So long an attempt that no binding covers waits for a late BIND",
            "binding and call feeds are not in step; proposed here"),
    BINDING_HELD_S(
            120,
            "s",
            "So long it waits for its platform's feed to prove alive; then it is HELD, not accused",
            "proposed here"),
    FEED_SILENT_S(
            120,
            "s",
            "A platform that tells of no binding for so long, while calls through its numbers go on, is silent",
            "proposed here"),
    FEED_SILENT_CALLS(
            15,
            "slots of 2 s with calls",
            "So much must be called through a silent platform's numbers meanwhile",
            "proposed here"),
    FEED_LAG_S(30, "s", "Bindings told of so late prove nothing by their absence", "proposed here"),
    FEED_RECOVERED_S(
            120,
            "s",
            "So long no binding may have come late before a feed is trusted again",
            "proposed here"),

    S13_BINDS_10M(50, "bindings in 10 min", "A burst of bindings has at least this many", "S13"),
    S13_BASELINE_FACTOR(
            5, "times the lease's own mean of a day", "… and is so far beyond the usual", "S13"),
    S13_BINDS_PER_PARTY_10M(
            5,
            "bindings in 10 min per party A",
            "… and each of those who serve would have this many to serve",
            "look-alike: riders at noon; proposed here"),
    S13_GAP_VARIATION(
            0.3,
            "standard deviation of gaps / mean gap",
            "Numbers are taken by a script that takes them at most this unevenly",
            "row 20; proposed here"),
    S13_PAIR_BINDS_24H(
            6,
            "bindings of one pair in 24 h",
            "The same two are bound this often: orders that nobody delivers",
            "S13; one provider refuses 30 an hour"),
    ORDER_BINDS_24H(
            4,
            "bindings of one order in 24 h",
            "An order is bound this often",
            "row 22; proposed here"),
    LEASE_BINDS_24H(
            50,
            "bindings in 24 h",
            "Shares of a lease's bindings are held against a limit from this many on",
            "proposed here"),
    UNUSED_SHARE(
            0.6,
            "share",
            "So many bindings of a lease end without a call",
            "row 21; proposed here"),
    NO_CONSENT_SHARE(0.05, "share", "So many bindings name no consent", "row 25; proposed here"),
    NO_ORDER_SHARE(0.05, "share", "So many calls of errands name no order", "S15; proposed here"),
    WRONG_DIRECTION_SHARE(
            0.05,
            "share",
            "So many calls come from who may only be called",
            "row 14; proposed here"),
    LONG_ERRAND_BINDING_H(
            72,
            "h",
            "A binding of a ride, a meal or a parcel lasts longer than this",
            "row 18; proposed here"),
    LONG_BINDING_H(
            2_160,
            "h",
            "Any other binding lasts longer than this",
            "row 18; the longest a provider grants"),
    STALE_BINDING_H(
            24,
            "h",
            "A binding is still there this long after its errand began",
            "row 16; proposed here"),
    NON700_FROM(
            20_260_201,
            "day as yyyymmdd",
            "From this day on middle numbers outside the 700 block break the rules",
            "row 3: notice of July 2025, three months of preparation, three of transition"),

    BUDGET_ALL_10M(
            120,
            "episodes in 10 min",
            "When this many have begun to act, further numbers are only tagged and warned of",
            "safety of the breaker says 20; raised to what campaigns of a city set off together"),
    BUDGET_PROVINCE_1H(
            120,
            "episodes in 1 h",
            "When this many numbers of one home province have begun to act, more are only tagged",
            "safety of the breaker; count proposed here"),
    BUDGET_CLASS_1H(
            240,
            "episodes in 1 h",
            "When this many numbers of one class have begun to act, more are only tagged",
            "safety of the breaker; count proposed here"),
    BUDGET_LEASE_1H(
            60,
            "episodes in 1 h",
            "When this many numbers of one lease have begun to act, more are only tagged",
            "safety of the breaker; count proposed here"),
    BUDGET_SURGE_FROM(
            30,
            "episodes in 1 h",
            "A surge of three times the usual is one from this many episodes on",
            "safety of the breaker; count proposed here"),
    BUDGET_VERDICTS(
            10,
            "judged decisions of a week",
            "From this many on a rule's precision and the share of appeals upheld mean something",
            "proposed here"),
    BUDGET_PRECISION(
            0.5,
            "lower bound of the share that was right",
            "A rule below this is disarmed for a day",
            "Wilson 95 % bound; floor proposed here"),
    BUDGET_UPHELD(
            0.2,
            "share of appeals of a week",
            "When more appeals are upheld numbers are only tagged for an hour",
            "safety of the breaker"),
    S18_CODES_5M(2, "messages in 5 min", "So many codes or bank messages reach one person", "S18"),
    REPORT_RING_24H(
            10,
            "reporters in 24 h",
            "So many who were not called, or had themselves called, report one number",
            "lead 11; proposed here"),
    IDENTITY_CAP(
            5,
            "numbers",
            "A natural person holds more numbers than this",
            "row 52; no number in the documents"),
    UNSEEN_CARDS_24H(
            3,
            "numbers in 24 h",
            "So many numbers of one document are opened without a face seen",
            "row 53; proposed here"),
    S05_INBOUND(
            0.1,
            "received in 24 h per attempt of the hour",
            "Numbers that move as one receive at most this much",
            "as S04; a crew on the road is called back by a few"),
    LINES_AT_ONCE(
            3,
            "outgoing calls at once",
            "One telephone holds fewer: a conference of three has two",
            "S13; proposed here"),
    HASTY_SHARE(
            0.5,
            "share",
            "So many of a lease's bindings for errands end with their only call",
            "S13, calls per binding; proposed here"),
    HASTY_24H(
            8,
            "bindings in 24 h",
            "So many hasty bindings of one party, under a lease that lives by them",
            "S13; proposed here"),
    S14_IN_VAIN(
            5,
            "attempts in 24 h",
            "An unbound caller whom nobody answered in so many attempts is looking for numbers that work",
            "S14; proposed here"),
    RING_MEMBERS(
            5,
            "reporters in 24 h",
            "So many reporters without a call of their own, most of whom know each other, are a ring",
            "lead 11; proposed here"),
    R56_SPEAKERS(
            2,
            "numbers in 24 h",
            "So many callers of one lease follow a fraud script",
            "row 56; proposed here"),
    R56_SHARE(0.3, "share", "… and so many of all its callers", "row 56; proposed here"),
    R56_PLACES(
            2,
            "cells",
            "They sit in so many places: two crews under one lessee",
            "row 56; proposed here"),
    BUDGET_ALL_1H(
            360,
            "episodes in 1 h",
            "When this many have begun to act, further numbers are only tagged and warned of",
            "safety of the breaker; half of what ten minutes allow, all hour long"),
    BUDGET_RANGE_1H(
            90,
            "episodes in 1 h",
            "When this many numbers of one class and province have begun to act, more are only tagged",
            "safety of the breaker; count proposed here"),
    BUDGET_ENTERPRISE_SHARE(
            0.02,
            "share of the numbers in use today",
            "Beyond this share of one lease's numbers in a day they are only tagged",
            "safety of the breaker, 2 % of any enterprise"),
    BUDGET_ENTERPRISE_FROM(
            5,
            "numbers in a day",
            "… but so many of any lease may be, however small it is",
            "proposed here"),
    R28_SPEAKERS(
            5,
            "numbers in 24 h",
            "So many numbers behind one trunk follow a fraud script",
            "row 28; proposed here"),
    R28_SHARE(0.2, "share", "… and so many of all numbers behind it", "row 28; proposed here"),
    R28_REPORTERS(
            5,
            "reporters in 24 h",
            "So many people report calls of numbers of one trunk or lease",
            "row 28; S20 asks for 3 of one number"),
    R28_REPORTED(3, "numbers in 24 h", "… so many of its numbers", "row 28; proposed here"),
    R28_REPORTED_SHARE(0.1, "share", "… and so many of all its numbers", "row 28; proposed here"),
    R45_SCORE(0.9, "share", "A service must be this sure of a voice", "row 45; proposed here"),
    R45_NUMBERS(
            3,
            "numbers in 7 days",
            "One voice is heard from so many numbers; two may be one person's",
            "row 45; proposed here"),
    R45_MOST(
            50,
            "numbers in 7 days",
            "A voice heard from more is a machine's that many use, and says nothing",
            "look-alike: the voice a courier company buys; proposed here"),
    R35_OPENINGS_1H(10, "calls in 1 h", "So many calls begin alike", "row 35; proposed here"),
    R35_ALIKE(
            0.8,
            "share",
            "So alike are two openings that were one text to a machine (Jaccard)",
            "row 35; proposed here"),
    R30_NUMBERS(
            5,
            "numbers in 1 h",
            "So many numbers begin as one of them does that follows a fraud script",
            "row 30; proposed here"),
    R31_NUMBERS(
            10,
            "numbers in 24 h",
            "So many numbers behind one trunk are looked at together",
            "row 31; proposed here"),
    R31_ELSEWHERE(
            0.8,
            "share",
            "So many of them are of another province than the trunk comes in by",
            "row 31; proposed here"),
    R31_PROVINCES(
            6,
            "provinces",
            "… and of so many provinces",
            "row 31; look-alike: a company with branches"),
    R56_FINGERPRINTS(
            1,
            "of places, hours and recipients",
            "So many must tell who speaks from a lease's other callers",
            "row 56; proposed here"),
    R56_CREW(
            3,
            "numbers",
            "Hours and recipients tell apart only so many who speak and so many others",
            "row 56; look-alike: a clerk or two who went astray"),
    R56_CREW_HOURS(
            3,
            "hours of the day",
            "… and hours only crews that were at work in so many",
            "row 56; look-alike: a day that has only begun"),
    R56_HOURS_APART(
            0.9,
            "share",
            "So much of the two crews' hours of work does not overlap",
            "row 56; look-alike: shifts that relieve each other"),
    R56_HOURS_BETWEEN(
            2,
            "hours of the clock",
            "… and from an hour of either crew to the nearest of the other it is so far, before and after",
            "row 56; look-alike: shifts that change on the hour (1), or of 12 h that share one (0)"),
    R56_RECIPIENTS_ALIKE(
            0.15,
            "likeness (Jaccard)",
            "Those who speak call the same people: mean of all pairs",
            "row 56; look-alike: a dispatcher in common, one of eight; proposed here"),
    R56_RECIPIENTS_SHARED(
            0.01,
            "likeness (Jaccard)",
            "… and who shares more than this with them is one of them",
            "row 56; look-alike: clerks who call the customers of their shop"),
    S13_PARTIES_PER_DEVICE_10M(
            10,
            "parties A in 10 min",
            "One device binds for this many, like clockwork (s13_gap_variation) or where a lease's"
                    + " bindings end unused or hasty (unused_share, hasty_share)",
            "row 20; look-alikes: a tablet that a shift or a family shares, a dispatcher who binds"
                    + " for all clerks at noon; proposed here"),
    S13_DEVICE_GAP_S(
            1,
            "s, mean gap between bindings of one device",
            "… where a clock is at least this slow: what comes faster is a list sent at once",
            "row 20; look-alike: a dispatcher's list; proposed here"),
    S13_SELF_ORDER_SHARE(
            0.05,
            "share",
            "So many of a lease's bindings have one device on both sides, and most end unused or"
                    + " hasty (unused_share, hasty_share)",
            "row 21; look-alikes: who once orders from the own shop; the leader of a group buying,"
                    + " a village's service point or a pharmacy, who order for others; proposed"
                    + " here"),
    S13_ADDRESS_PARTIES_24H(
            20,
            "parties B in 24 h",
            "One address is served for this many, and bindings end without a call (unused_share)",
            "row 21; look-alike: an office tower; proposed here"),
    S13_ADDRESS_SHARE(
            0.2,
            "bindings at one address / bindings in 24 h",
            "… and so many of the lease's bindings are served there",
            "row 21; look-alike: a parcel locker on a courier's round; proposed here");

    private static final Map<String, Limit> BY_NAME =
            Stream.of(values())
                    .collect(Collectors.toUnmodifiableMap(Limit::wireName, Function.identity()));

    private final double defaultValue;
    private final String unit;
    private final String sentence;
    private final String source;

    Limit(double defaultValue, String unit, String sentence, String source) {
        this.defaultValue = defaultValue;
        this.unit = unit;
        this.sentence = sentence;
        this.source = source;
    }

    /** The name policies use, such as {@code s01_attempts_1h}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a policy may set it for one province by its name, a dot and the province: pilots begin one after the other. */
    public boolean mayDifferByProvince() {
        return this == NON700_FROM;
    }

    public static Optional<Limit> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    public double defaultValue() {
        return defaultValue;
    }

    public String unit() {
        return unit;
    }

    public String sentence() {
        return sentence;
    }

    /** The signature or row the default was taken from. */
    public String source() {
        return source;
    }
}
