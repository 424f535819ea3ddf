/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.numbering.ClassifiedNumber;
import io.fuselink.events.numbering.NumberClassifier;
import io.fuselink.events.token.Tokenizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands out numbers that fit the number plan, none of them twice. */
final class NumberBook {
    static final String HOME_PROVINCE = "44";
    static final int NUMBERS_OF_A_UNIT = 10_000;

    private static final String VISITOR_PROVINCE = "43";
    private static final List<String> MOBILE_PROMPT = List.of("139", "138", "136", "150", "188");
    private static final List<String> MOBILE_SLOW = List.of("186", "176", "130");
    private static final List<String> VIRTUAL_PROMPT = List.of("1703", "1705", "165");
    private static final List<String> VIRTUAL_SLOW = List.of("1707", "1709", "167");
    private static final List<String> PROVINCES =
            List.of("11", "31", "32", "33", "35", "37", "42", "43", "44", "45", "50", "51");

    /** Coprime to ten, so that consecutive indices give distinct and scattered digits. */
    private static final long STRIDE = 48_271;

    /** Outsiders begin here, so that they never meet the city's own mobiles. */
    private static final long FIRST_OUTSIDER = 20_000_000;

    private final Tokenizer tokenizer = Tokenizer.sandbox();
    private final NumberClassifier classifier = new NumberClassifier();
    private final Map<String, Range> byRange = new HashMap<>();
    private final long offset;
    private long mobiles;
    private long virtuals;
    private long landlines;
    private long outsiders;

    NumberBook(long seed) {
        this.offset = Math.floorMod(seed * 7_368_787, 10_000_000L);
    }

    /** A mobile of the city; four of five at the prompt carrier. */
    Phone mobile() {
        return mobile(mobiles++);
    }

    /** The n-th mobile of the city. */
    Phone mobile(long n) {
        return n % 5 == 4
                ? mobile(MOBILE_SLOW, n, Parties.SLOW, HOME_PROVINCE)
                : mobile(MOBILE_PROMPT, n, Parties.PROMPT, HOME_PROVINCE);
    }

    /** Sets so many mobiles aside; the first of them. */
    long reserveMobiles(int count) {
        var first = mobiles;
        mobiles += count;
        return first;
    }

    /** A mobile of another province. */
    Phone visitor() {
        return mobile(MOBILE_PROMPT, mobiles++, Parties.PROMPT, VISITOR_PROVINCE);
    }

    /** A number of a virtual operator, hosts in turn. */
    Phone virtual() {
        var n = virtuals++;
        return n % 2 == 0
                ? mobile(VIRTUAL_PROMPT, n, Parties.PROMPT, HOME_PROVINCE)
                : mobile(VIRTUAL_SLOW, n, Parties.SLOW, HOME_PROVINCE);
    }

    /** Somebody anywhere in the country, each time somebody else. */
    Phone outsider() {
        var n = FIRST_OUTSIDER + outsiders++;
        var prov = PROVINCES.get((int) (n * STRIDE / 7 % PROVINCES.size()));
        return n % 3 == 0
                ? mobile(MOBILE_SLOW, n, Parties.SLOW, prov)
                : mobile(MOBILE_PROMPT, n, Parties.PROMPT, prov);
    }

    private Phone mobile(List<String> prefixes, long n, String carrier, String prov) {
        var prefix = prefixes.get((int) (n % prefixes.size()));
        return byRange.computeIfAbsent(prefix, this::mobileRange)
                .phone(prefix + scattered(n, 11 - prefix.length()), carrier, prov);
    }

    private Range mobileRange(String prefix) {
        return new Range(prefix + "0".repeat(11 - prefix.length()));
    }

    /** A fixed line of the city. */
    Phone landline() {
        return phone("0208" + scattered(landlines++, 7), Parties.PROMPT, HOME_PROVINCE);
    }

    /** A given number: a service line everybody knows, or one abroad. */
    Phone known(String dialled) {
        return phone(dialled, Parties.PROMPT, HOME_PROVINCE);
    }

    /** The n-th middle number of a lease; ten thousand share a managed unit. */
    Phone middleNumber(int lease, int n) {
        var unit = "700" + (30_000_000 + lease * 10_000 + n / NUMBERS_OF_A_UNIT);
        return byRange.computeIfAbsent(unit, u -> new Range(u + "0000"))
                .phone(unit + padded(n % NUMBERS_OF_A_UNIT, 4), Parties.PLATFORM, HOME_PROVINCE);
    }

    private Phone phone(String dialled, String carrier, String prov) {
        var read = classifier.classify(dialled);
        return new Phone(
                read.canonical(),
                tokenizer.token(read.canonical()),
                read.numberClass(),
                read.display(),
                read.unit(),
                carrier,
                prov);
    }

    /** Numbers of one range and length, all of them read by the number plan as the first one is. */
    private final class Range {
        private final ClassifiedNumber first;
        private final String form;
        private final int shownFirst;
        private final int shownLast;
        private final String stars;

        Range(String dialled) {
            first = classifier.classify(dialled);
            form = first.canonical().substring(0, first.canonical().length() - dialled.length());
            shownFirst = first.display().indexOf('*');
            shownLast = first.display().length() - first.display().lastIndexOf('*') - 1;
            stars = "*".repeat(Math.max(0, first.display().length() - shownFirst - shownLast));
        }

        Phone phone(String dialled, String carrier, String prov) {
            var canonical = form.concat(dialled);
            return new Phone(
                    canonical,
                    tokenizer.token(canonical),
                    first.numberClass(),
                    display(dialled),
                    first.unit(),
                    carrier,
                    prov);
        }

        /** A middle number shows its unit alone. */
        private String display(String dialled) {
            return first.unit() != null
                    ? first.display()
                    : dialled.substring(0, shownFirst)
                            + stars
                            + dialled.substring(dialled.length() - shownLast);
        }
    }

    /** Token of anything else that must be joinable but not readable: devices, cells, orders, accounts. */
    String token(String kind, long n) {
        return tokenizer.token(kind + ":" + scattered(n, 15));
    }

    /** Token of something that goes by a name in the city. */
    String token(String kind, String name) {
        return tokenizer.token(kind + ":" + name);
    }

    /** Who carries which range, for the owner feed. */
    static Map<String, String> ranges() {
        var ranges = new LinkedHashMap<String, String>();
        MOBILE_PROMPT.forEach(r -> ranges.put(r, Parties.PROMPT));
        VIRTUAL_PROMPT.forEach(r -> ranges.put(r, Parties.PROMPT));
        MOBILE_SLOW.forEach(r -> ranges.put(r, Parties.SLOW));
        VIRTUAL_SLOW.forEach(r -> ranges.put(r, Parties.SLOW));
        return ranges;
    }

    private String scattered(long n, int digits) {
        var space = 1L;
        for (var i = 0; i < digits; i++) {
            space *= 10;
        }
        var number = Math.floorMod(n * STRIDE + offset, space);
        return padded(number, digits);
    }

    private static String padded(long number, int digits) {
        var text = Long.toString(number);
        return "0".repeat(digits - text.length()).concat(text);
    }
}
