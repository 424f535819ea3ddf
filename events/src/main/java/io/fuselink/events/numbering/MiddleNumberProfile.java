/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How the fifteen digits of a middle number of the 700 block are to be read. No rule is in force that says
 * more than 11 managed digits and 4 of the user, so {@link #OPAQUE} reads no more into them; what a draft
 * says is a profile of its own, with the day from which it may be used.
 */
public enum MiddleNumberProfile {
    /** Managed unit (11) and user part (4): the notice of 2025 says so and nothing else. */
    OPAQUE(LocalDate.of(2025, 7, 1), 0),
    /** Draft standard of December 2025: 700, operator (1), platform (7), user (4). */
    DRAFT_2025_12(LocalDate.of(2025, 12, 1), 1);

    private static final int LENGTH = 15;
    private static final int UNIT = 11;
    private static final int BLOCK = 3;
    private static final String PREFIX = "700";

    private final LocalDate validFrom;
    private final int operatorDigits;

    MiddleNumberProfile(LocalDate validFrom, int operatorDigits) {
        this.validFrom = validFrom;
        this.operatorDigits = operatorDigits;
    }

    /** Name on the command line, such as {@code draft-2025-12}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MiddleNumberProfile> named(String wireName) {
        return Arrays.stream(values()).filter(p -> p.wireName().equals(wireName)).findFirst();
    }

    /**
     * The parts of a middle number; empty for anything but 15 digits of the 700 block, and before the
     * profile's day.
     */
    public Optional<Parts> read(String digits, LocalDate on) {
        if (digits == null
                || digits.length() != LENGTH
                || !digits.startsWith(PREFIX)
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                || on.isBefore(validFrom)) {
            return Optional.empty();
        }
        var operator = BLOCK + operatorDigits;
        return Optional.of(
                new Parts(
                        digits.substring(0, UNIT),
                        digits.substring(UNIT),
                        operatorDigits == 0 ? null : digits.substring(BLOCK, operator),
                        operatorDigits == 0 ? null : digits.substring(operator, UNIT)));
    }

    /**
     * Parts of a middle number.
     *
     * @param unit the eleven managed digits; {@code user} the four of the user
     * @param operator null where the profile names none; likewise platform
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parts(String unit, String user, String operator, String platform) {}
}
