/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static io.fuselink.events.DeadLetterReason.NOT_A_TOKEN;
import static io.fuselink.events.DeadLetterReason.OUT_OF_RANGE;

import io.fuselink.events.token.Tokenizer;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What the {@code unit} of a wire field promises, as a check: the reference prints the words, the
 * codecs hold writers to them.
 */
enum Unit {
    /** Names, reasons and the like: short enough to show, and valid text. */
    NONE("", value -> !(value instanceof String s) || text(s, 500)),
    ID("1–100 characters", value -> id((String) value)),
    TOKEN("token", value -> Tokenizer.isToken((String) value)),
    TOKEN_OR_ID("token or id", value -> id((String) value)),
    /** Communication content; the longest we read at once. */
    WORDS("≤ 20 000 characters", value -> text((String) value, 20_000)),
    TIME("epoch ms UTC", value -> within(value, 1, Unit.END_OF_9999)),
    TIME_OR_ZERO("epoch ms UTC, or 0", value -> within(value, 0, Unit.END_OF_9999)),
    MILLISECONDS("ms", value -> within(value, 0, Unit.END_OF_9999)),
    SECONDS("s", value -> within(value, 0, Integer.MAX_VALUE)),
    FEN("fen", value -> within(value, 0, Long.MAX_VALUE)),
    PER_HOUR("per hour", value -> within(value, 0, Integer.MAX_VALUE)),
    FROM_ZERO("integer ≥ 0", value -> within(value, 0, Long.MAX_VALUE)),
    FROM_ONE("integer ≥ 1", value -> within(value, 1, Long.MAX_VALUE)),
    SHARE("0–1", value -> (Double) value >= 0 && (Double) value <= 1),
    Q850("1–127", value -> within(value, 1, 127)),
    SIP_STATUS("100–699", value -> within(value, 100, 699)),
    MANAGED_UNIT("11 digits", value -> digits((String) value, 11)),
    PROVINCE("GB/T 2260, 2 digits", value -> digits((String) value, 2)),
    GEOHASH_5("geohash, 5 characters", value -> geohash((String) value)),
    LANGUAGE("BCP 47", value -> ((String) value).matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"));

    /** Beyond this an epoch in ms is a mistake, and arithmetic on it might overflow. */
    static final long END_OF_9999 = 253_402_300_799_999L;

    /** Without the letters that look like digits or like each other. */
    private static final String GEOHASH = "0123456789bcdefghjkmnpqrstuvwxyz";

    private final String words;
    private final Predicate<Object> holds;

    Unit(String words, Predicate<Object> holds) {
        this.words = words;
        this.holds = holds;
    }

    static Unit of(String words) {
        return Arrays.stream(values())
                .filter(unit -> unit.words.equals(words))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no check for the unit '" + words + "'"));
    }

    String words() {
        return words;
    }

    /** Refuses a value outside the unit; the value itself is never repeated. */
    void check(String field, Object value) {
        if (!holds.test(value)) {
            throw this == TOKEN
                    ? new Refusal(NOT_A_TOKEN, field + " is not 32 lower-case hex digits")
                    : new Refusal(
                            OUT_OF_RANGE,
                            field
                                    + " is outside its range: "
                                    + (words.isEmpty() ? "valid text ≤ 500 characters" : words));
        }
    }

    private static boolean within(Object value, long least, long most) {
        var number = ((Number) value).longValue();
        return number >= least && number <= most;
    }

    private static boolean digits(String value, int length) {
        if (value.length() != length) {
            return false;
        }
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean geohash(String value) {
        if (value.length() != 5) {
            return false;
        }
        for (var i = 0; i < value.length(); i++) {
            if (GEOHASH.indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean id(String value) {
        return !value.isEmpty() && text(value, 100);
    }

    /** Half a surrogate pair is text nobody can write out again: it would break a sink much later. */
    private static boolean text(String value, int most) {
        if (value.length() > most) {
            return false;
        }
        for (var i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                var paired =
                        Character.isHighSurrogate(value.charAt(i))
                                && i + 1 < value.length()
                                && Character.isLowSurrogate(value.charAt(i + 1));
                if (!paired) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
