/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the command line, which must name its zone: providers differ in theirs. */
final class Moment implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + time + "' is no time with a zone, such as 2026-03-02T09:30:00+08:00");
        }
    }
}
