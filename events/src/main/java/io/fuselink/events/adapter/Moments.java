/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.OptionalLong;

/** How one party writes moments: a pattern and, where the text names none, its time zone. */
final class Moments {
    static final String EPOCH_MS = "epoch-ms";
    static final String EPOCH_S = "epoch-s";
    static final String ISO = "iso";

    private final String format;
    private final DateTimeFormatter pattern;
    private final ZoneId zone;

    /** Whether the pattern itself is digits alone, such as {@code yyyyMMddHHmmss}. */
    private final boolean bareDigits;

    /**
     * @param format {@code epoch-ms}, {@code epoch-s}, {@code iso} or a pattern of {@link DateTimeFormatter}
     * @throws IllegalArgumentException when the pattern is none
     */
    Moments(String format, ZoneId zone) {
        this.format = format;
        this.zone = zone;
        pattern =
                switch (format) {
                    case EPOCH_MS, EPOCH_S -> null;
                    case ISO -> DateTimeFormatter.ISO_DATE_TIME;
                    default -> DateTimeFormatter.ofPattern(format, Locale.ROOT);
                };
        bareDigits = pattern != null && !format.equals(ISO) && format.matches("[A-Za-z]+");
    }

    /** Epoch ms of a text; empty when it is written differently. Digits alone are epoch ms unless the format says otherwise. */
    OptionalLong read(String text) {
        if (text.matches("\\d{1,15}") && !bareDigits) {
            var number = Long.parseLong(text);
            return OptionalLong.of(format.equals(EPOCH_S) ? number * 1000 : number);
        }
        if (pattern == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(instant(text).toEpochMilli());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private Instant instant(String text) {
        var parsed = pattern.parse(text);
        return parsed.query(TemporalQueries.zone()) == null
                ? LocalDateTime.from(parsed).atZone(zone).toInstant()
                : OffsetDateTime.from(parsed).toInstant();
    }
}
