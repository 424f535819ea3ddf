/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import static io.fuselink.events.Family.AUTHORITY;
import static io.fuselink.events.Family.BEHAVIOUR;
import static io.fuselink.events.Family.CONTENT;
import static io.fuselink.events.Family.DEVICE;
import static io.fuselink.events.Family.FUNDS;
import static io.fuselink.events.Family.REPORTS;

import io.fuselink.events.Family;
import io.fuselink.events.Signal;

/**
 * Every fact a signal may state; {@link Signal#code} is the constant's name. Where facts of one story
 * become known at one instant they are read in the order of this list.
 */
public enum SignalCode {
    S01_STRANGER_BURST(BEHAVIOUR, "S01", "Calls strangers by the dozen; nobody calls back"),
    S02_NUMBER_SCAN(BEHAVIOUR, "S02", "Dials new numbers at a machine's pace"),
    POOL_BUSY(
            BEHAVIOUR,
            "S03",
            "Numbers of one group together call masses of strangers, each of them politely"),
    POOL_SHARED_INGRESS(
            DEVICE, "S03", "Many numbers are used alike behind one trunk, lease or device"),
    S04_STATIC_GOIP(DEVICE, "S04", "One device carries many numbers that call but are not called"),
    S04_ONE_WAY_TRAFFIC(
            BEHAVIOUR, "S04", "A device's numbers make calls by the dozen and receive none"),
    S08_NEW_CARD_BURST(BEHAVIOUR, "S08", "A card of a few days calls people all over the country"),
    S10_DEVICE_CHANGES(
            DEVICE, "S10", "A number moves from device to device while it calls in bursts"),
    S11_PROVINCE_SPREAD(BEHAVIOUR, "S11", "A young number calls strangers in many provinces"),
    S12_NIGHT_CALLS(BEHAVIOUR, "S12", "Calls many people, most of them at night"),
    S14_UNBOUND_CALLS(DEVICE, "S14", "Calls through middle numbers it has no live binding for"),
    EXPIRED_BINDING_CALL(BEHAVIOUR, "S14", "A call through a binding after its end and its grace"),
    STRANGER_SHORT_CALL(BEHAVIOUR, "S16", "A stranger called this person briefly"),
    STRANGER_LONG_CALL(BEHAVIOUR, "S16", "A stranger kept this person on the line"),
    SCRIPT_SUSPICIOUS(CONTENT, "S17", "The caller's words follow a fraud script"),
    SCRIPT_STAGE_THREAT(CONTENT, "S17", "The caller threatens this person"),
    SCRIPT_STAGE_STEER(
            CONTENT, "S17", "The caller takes hold of this person's phone, codes or accounts"),
    SCRIPT_STAGE_TRANSFER(CONTENT, "S17", "The caller has this person move money"),
    SCRIPT_VICTIM(CONTENT, "S17", "This person's own words show that they are being worked on"),
    VERIFIED_REPORT(REPORTS, "S20", "A person reports a call that really took place"),
    S20_REPORTS_CONVERGE(REPORTS, "S20", "Independent people report real calls of the same number"),
    S22_SPOOF_SHAPE(BEHAVIOUR, "S22", "Shows a number in a shape no genuine number has"),
    POLICE_PUSH(AUTHORITY, "E6", "An authority instructs"),

    S13_BIND_BURST(
            BEHAVIOUR,
            "S13",
            "A lease binds far more than usual, and more than its people can serve"),
    S13_SCRIPTED_BINDS(BEHAVIOUR, "S13", "Numbers of a lease are taken at a machine's pace"),
    S13_PAIR_REBOUND(BEHAVIOUR, "S13", "The same two are bound again and again"),
    S13_BINDS_WITHOUT_CALL(BEHAVIOUR, "S13", "Most bindings of a lease end without a call"),
    ORDER_REBOUND(BEHAVIOUR, "S13", "An order is bound again and again"),
    S15_NO_ORDER_CALLS(BEHAVIOUR, "S15", "Calls of errands name no order"),
    S15_WRONG_DIRECTION_CALLS(BEHAVIOUR, "S15", "Those call who may only be called"),
    STALE_BINDING(BEHAVIOUR, "S15", "A binding outlives its errand"),
    LONG_BINDING(BEHAVIOUR, "S15", "A binding is made to last longer than its purpose needs"),
    NO_CONSENT(BEHAVIOUR, "S24", "Bindings name no consent of the user"),
    QUARANTINE_BREACH(BEHAVIOUR, "S24", "A locked middle number was given out again"),
    S24_NON700_MIDDLE_NUMBER(
            BEHAVIOUR,
            "S24",
            "A platform uses middle numbers outside the 700 block after the cut-over"),
    S24_UNQUALIFIED_PLATFORM(
            BEHAVIOUR, "S24", "A platform without the pilot's qualification serves a lessee"),
    S24_SPOOFED_700(
            BEHAVIOUR, "S24", "Shows a number of the 700 block that it does not call through"),
    MARKETING_REPORTS(
            REPORTS, "48", "Independent people say that the number wants to sell them something"),
    S18_CODES_ARRIVE(FUNDS, "S18", "Codes or bank messages reach this person one after the other"),
    S19_NEW_PAYEE_TRANSFER(
            FUNDS, "S19", "This person pays somebody new, or somebody the bank suspects"),
    REPORT_RING(REPORTS, "S20", "People who were not called report one number together"),
    IDENTITY_CAP(DEVICE, "S08", "One person holds more numbers than the cap"),
    WEAK_IDENTITY(DEVICE, "S08", "Cards are opened in a row without a face seen"),
    S05_MOVING_TOGETHER(
            DEVICE, "S05", "Numbers that call strangers pass the same cells at the same times"),
    S06_IMPROVISED_RACK(
            BEHAVIOUR,
            "S06",
            "A card long asleep calls without a pause from one cell and is not called"),
    S07_SLEEPER_WAKES(
            DEVICE, "S07", "A card asleep for weeks wakes up elsewhere and calls strangers"),
    S09_POSITION_JUMP(
            BEHAVIOUR, "S09", "Is in two places at once, or moves faster than an airliner"),
    S13_BUSY_HANDS(
            BEHAVIOUR, "S13", "Works through more bindings in an hour than anybody can deliver"),
    MACHINE_PACE(BEHAVIOUR, "row 35", "Dials strangers as evenly as a machine"),
    CALLBACKS_FAIL(BEHAVIOUR, "row 37", "Those it called find it vacant or switched off"),
    BOTH_TAILS(
            BEHAVIOUR, "row 38", "Hangs up on most strangers and keeps a few on the line for long"),
    EXPOSED(BEHAVIOUR, "row 49", "This person is called by one stranger after the other"),
    S18_CODES_IN_CALL(FUNDS, "S18", "Codes arrive while a stranger keeps this person on the line"),
    MONEY_ARRIVES(
            FUNDS, "row 46", "An account of this number is paid by somebody a bank worries about"),
    S21_FORWARDED(DEVICE, "S21", "Calls to this person are forwarded elsewhere"),
    S21_WARNING_MISSED(AUTHORITY, "S21", "This person does not take the warning line's call"),
    NUMBER_BROKEN(AUTHORITY, "S23", "A number was broken that was seen here"),
    NUMBER_RISES(BEHAVIOUR, "S23", "A number begins to call strangers from here"),
    LIST_SHARED(BEHAVIOUR, "row 34", "Numbers work through the same list of recipients"),
    DEALER_BATCH_BUSY(DEVICE, "row 36", "Cards opened together call strangers together"),
    CARDS_FALL_SILENT(
            BEHAVIOUR, "row 36", "Numbers that called strangers together fall silent together"),
    S05_ONE_WAY_TRAFFIC(
            BEHAVIOUR, "S05", "Numbers that move as one call by the dozen and are not called"),
    MANY_LINES(
            DEVICE,
            "S13",
            "Holds more calls through middle numbers at once than one telephone can"),
    HASTY_BINDINGS(
            BEHAVIOUR, "S13", "Bindings for errands end with their only call: no errand is run"),
    UNBOUND_IN_VAIN(
            BEHAVIOUR, "S14", "Goes from middle number to middle number and nobody answers"),
    RING_REPORTERS(REPORTS, "S20", "Reporters without a call of their own agree about one number"),
    RING_ACQUAINTED(BEHAVIOUR, "S20", "Those who report one number call each other"),
    LEASE_SCRIPTED(
            CONTENT,
            "row 56",
            "The words of a good part of a lease's callers follow a fraud script"),
    RESALE_SPLIT(
            DEVICE, "row 56", "Its callers fall into crews apart by places, hours or recipients"),
    BYPASS_DIRECT(
            BEHAVIOUR,
            "row 23",
            "Calls a person directly whom it had reached only through a middle number"),
    S22_FORGED_CALL(
            BEHAVIOUR, "S22", "A call from abroad shows a number that nobody abroad can have"),
    TRUNK_SCRIPTED(
            CONTENT,
            "row 28",
            "The words of a good part of the numbers behind one trunk follow a fraud script"),
    DOOR_REPORTED(
            REPORTS,
            "row 28",
            "Independent people report real calls of several numbers of one trunk or lease"),
    VOICE_SHARED(
            DEVICE, "row 45", "A service outside hears one voice from several people's numbers"),
    ROBOT_OPENING(BEHAVIOUR, "row 35", "Call after call begins with the very same words"),
    OPENING_SHARED(
            CONTENT,
            "row 30",
            "Numbers begin with the very same words as one whose words follow a fraud script"),
    REGION_CHOSEN(
            DEVICE,
            "row 31",
            "Numbers behind one trunk show regions all over the country, and hardly its own"),
    S13_ONE_DEVICE_BINDS(
            BEHAVIOUR, "S13", "One device takes a lease's numbers for one party after the other"),
    S13_SELF_ORDERS(BEHAVIOUR, "S13", "Both parties of a lease's bindings hold one device"),
    S13_ONE_ADDRESS(
            BEHAVIOUR,
            "S13",
            "A lease serves one address for many parties, and hardly anybody calls");

    /** Prefix of the link key that carries a police case: {@code CASE:<id>}. */
    public static final String CASE_LINK = "CASE:";

    private final Family family;
    private final String signature;
    private final String sentence;

    SignalCode(Family family, String signature, String sentence) {
        this.family = family;
        this.signature = signature;
        this.sentence = sentence;
    }

    public Family family() {
        return family;
    }

    /** The signature of the catalogue it belongs to, S01–S24, or the row of the capabilities; E6 for what authorities say. */
    public String signature() {
        return signature;
    }

    public String sentence() {
        return sentence;
    }

    public boolean marks(Signal signal) {
        return name().equals(signal.code());
    }
}
