/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.Arrays;
import java.util.List;

/**
 * Who holds a number in the city: honest people, each mistaken easily for somebody else, and evaders,
 * whom the detectors are there to find. {@code docs/city.md} is written from here.
 */
public enum Persona {
    FRIEND_AND_FAMILY(
            "calls a small circle and a few strangers, is called back",
            "nobody in particular: the background, from taciturn to talkative",
            "§3.2"),
    COURIER(
            "delivers 10 to 20 orders an hour, each inside its own binding",
            "stranger burst, binding-burst farm",
            "G02"),
    RIDER(
            "delivers food in bursts at noon and in the evening, along the streets; at times calls a customer directly",
            "vehicle GOIP, stranger burst",
            "§3.4"),
    DRIVER(
            "calls one stranger after the other from a moving car; passengers who left something ring dead middle numbers",
            "vehicle GOIP, harvested middle numbers",
            "G03"),
    TEACHER(
            "after a quiet day calls the parents of a class one after the other",
            "stranger burst, sleeper card",
            "§3.4"),
    RECRUITER(
            "agents behind one trunk call applicants all over the country all day and are reported for it",
            "polite rotator, report convergence",
            "§3.4"),
    HOSPITAL_LINE(
            "reminds 30 to 60 patients an hour on a registered line", "stranger burst", "G15"),
    CUSTOMER_SERVICE(
            "calls customers from a 95 line and shows its 400 number at times, which no caller should",
            "spoofed hotline",
            "§3.4"),
    LAWYER(
            "from another province calls one office over twenty times in a morning, answered twice",
            "stranger burst from afar",
            "G01"),
    HIKER_ABROAD(
            "roams and calls home over an international trunk, at times with +86 before the number",
            "re-originated domestic number, relay closer from abroad",
            "§1.5"),
    ELDERLY(
            "talks for half an hour, rings the bank, gets its codes meanwhile and pays a new grandchild",
            "a victim under remote control",
            "S17–S19"),
    SHOP_AT_NOON(
            "calls whoever ordered lunch, seconds each, all within two hours",
            "stranger burst, fake-order farm",
            "§3.4"),
    WEDDING_PLANNER(
            "with a card of four days calls vendors and guests of one family in every province",
            "new-card burst",
            "S08, S11"),
    IOT_MODULE(
            "a lift or car that reports to its control room like clockwork and never hears anything",
            "GOIP on a module",
            "§3.4"),
    REPAIR_SHOP(
            "tries one card in every handset on the bench and every customer's card in one",
            "device hopping, GOIP",
            "§3.4"),
    HOTLINE(
            "is rung by strangers all day, listens for long and rings back who hung up",
            "relay impersonator",
            "§6.4"),
    GOVERNMENT_LINE("is called and mostly busy", "nobody", "G01"),
    ADVISORY_LINE(
            "a bank or the anti-fraud line, warning people in the words of the fraud it warns of",
            "relay impersonator by its words",
            "G09"),
    NEW_HOLDER(
            "was given a number that somebody gave up, in one case a burnt one of a phoenix",
            "the number's last holder",
            "§6.5"),
    MIDDLE_NUMBER("stands between two parties of an order", "whoever calls through it", "§1.2"),
    OUTSIDER("anybody beyond the city who is only ever called", "nobody", "–"),

    POLITE_ROTATOR(
            "a pool behind one trunk that takes turns",
            "recruiters, an office",
            "S03, G06",
            "16 → 3.5 min between calls of a number, 36 → 22 numbers"),
    STATIC_GOIP(
            "many cards in one device that never moves",
            "IoT module, repair shop",
            "S04, G04",
            "8 → 1.4 min between calls of a card, 5 → 15 cards, 3 → 1 devices"),
    VEHICLE_GOIP(
            "cards that drive around together",
            "rider, driver",
            "S05, G05",
            "10 → 2 min between calls of a card, 5 → 9 cards, own devices → one device"),
    RELAY_IMPERSONATOR(
            "hands victims from customer service on to the police, who want the money on a safe account",
            "hotline, elderly people's long calls",
            "S16–S19, S22, G07, G08",
            "3 → 7 victims, own number → imitated one"),
    RESALE_SPLIT(
            "sub-lets the middle numbers of one lease to crews that do not know each other",
            "courier, shop",
            "S13, §5",
            "6 → 2 min between calls of an agent, 60 → 30 % answered, 20 → 5 % rung back"),
    BINDING_BURST_FARM(
            "binds, calls and drops strangers in bursts under a parcel lease",
            "courier on a busy day",
            "S13",
            "6 → 40 bindings a burst, bursts 30 → 8 min apart"),
    NO_BINDING_SPOOFER(
            "calls middle numbers off parcel labels without a binding, or long after it ended",
            "a passenger who lost something",
            "S14, S15, G11",
            "25 → 4 min between calls"),
    SPOOFED_HOTLINE(
            "calls from abroad in the name of a bank or authority",
            "customer service, hiker abroad",
            "S22, G12",
            "10 → 2.5 min between calls, own number → imitated one"),
    SLEEPER_CARD(
            "cards silent for months wake up in a new handset in another province",
            "teacher, lawyer",
            "S07",
            "7 → 1.5 min between calls, 3 → 6 cards"),
    NEW_CARD_BURST(
            "cards of a few days on one document call the whole country",
            "wedding planner, recruiter",
            "S08, S11",
            "5 → 1.2 min between calls, 3 → 8 cards"),
    PHOENIX(
            "burnt numbers are given up and the same crew rises under new ones",
            "new holder of a recycled number",
            "S23",
            "6 → 1.5 min between calls, 10 → 60 % of the old list, new → same device"),
    SCRIPT_PARAPHRASER(
            "says what impersonators say in words no lexicon holds",
            "hotline, long calls of families",
            "§4.3",
            "all calls → one in five paraphrased, 20 → 8 min between calls"),
    REPORT_BOMBER(
            "a crew that reports somebody who did nothing",
            "people who were really called",
            "S20, G14",
            "lures the victim into calling → never spoke to it, 6 → 14 reporters"),
    FAKE_ORDER_FARM(
            "a seller and hired buyers place orders that nobody delivers",
            "courier, shop at noon",
            "§2.3 (30 binds/h)",
            "6 → 1 min between orders, 10 → 4 buyers taking turns");

    private final String does;
    private final String lookAlike;
    private final String source;
    private final String politeToBlatant;

    Persona(String does, String lookAlike, String source) {
        this(does, lookAlike, source, null);
    }

    Persona(String does, String lookAlike, String source, String politeToBlatant) {
        this.does = does;
        this.lookAlike = lookAlike;
        this.source = source;
        this.politeToBlatant = politeToBlatant;
    }

    /** Whether this is one whom the detectors are there to find. */
    public boolean evader() {
        return politeToBlatant != null;
    }

    /** What it does, in one line. */
    public String does() {
        return does;
    }

    /** Whom it is easily taken for. */
    public String lookAlike() {
        return lookAlike;
    }

    /** Signature, golden case or section of the domain it comes from. */
    public String source() {
        return source;
    }

    /** What changes between intensity 0 and 1; null for the honest. */
    public String politeToBlatant() {
        return politeToBlatant;
    }

    public static List<Persona> evaders() {
        return Arrays.stream(values()).filter(Persona::evader).toList();
    }
}
