/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;

/** The begin of a day in Beijing, or a time with its zone. */
final class DayOrMoment implements ITypeConverter<Instant> {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Override
    public Instant convert(String time) {
        try {
            return LocalDate.parse(time).atStartOfDay(BEIJING).toInstant();
        } catch (DateTimeParseException noDay) {
            return new Moment().convert(time);
        }
    }
}
