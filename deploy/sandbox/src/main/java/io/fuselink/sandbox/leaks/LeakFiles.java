/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.leaks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.Ids;
import io.fuselink.events.LedgerEntry;
import io.fuselink.events.LedgerScope;
import io.fuselink.sandbox.leaks.LeakFigure.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The figures as a file, as lines to read, and as entries of the responsibility ledger. */
public final class LeakFiles {
    private static final String FILE = "leaks.json";

    /** The ledger's name of it. */
    private static final String INDICATOR = "leak-suspicion";

    private static final String UNIT = "× expected";

    private LeakFiles() {}

    public static void write(List<LeakFigure> figures, Path folder) throws IOException {
        Files.createDirectories(folder);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(FILE).toFile(), figures);
    }

    /** One line for each party that may be spoken of. */
    public static List<String> lines(List<LeakFigure> figures) {
        return figures.stream()
                .filter(f -> f.lift() != null)
                .map(
                        f ->
                                String.format(
                                        Locale.ROOT,
                                        "%-12s %-8s %-24s %d of %d people reached, %.2f × as often as others (%.2f–%s)",
                                        f.verdict(),
                                        f.scope(),
                                        f.party(),
                                        f.reached(),
                                        f.bound(),
                                        f.lift(),
                                        f.low(),
                                        f.high() == null
                                                ? "?"
                                                : String.format(Locale.ROOT, "%.2f", f.high())))
                .toList();
    }

    /** Platforms and lessees in the ledger; what may not be told has no value there. */
    public static List<LedgerEntry> entries(List<LeakFigure> figures, LeakQuestion question) {
        return figures.stream()
                .filter(f -> f.scope() != LeakScope.LEASE && f.verdict() != Verdict.SUPPRESSED)
                .map(f -> entry(f, question))
                .toList();
    }

    private static LedgerEntry entry(LeakFigure figure, LeakQuestion question) {
        var scope =
                figure.scope() == LeakScope.PLATFORM ? LedgerScope.PLATFORM : LedgerScope.LESSEE;
        return new LedgerEntry(
                Ids.hash(
                        "ledger", INDICATOR, scope, figure.party(), question.from(), question.to()),
                INDICATOR,
                scope,
                figure.party(),
                null,
                figure.reached() == null ? 0 : figure.reached(),
                figure.bound() == null ? 0 : figure.bound(),
                orNone(figure.lift()),
                orNone(figure.low()),
                orNone(figure.high()),
                UNIT,
                figure.lift() != null,
                question.from(),
                question.to(),
                question.from());
    }

    private static double orNone(Double value) {
        return value == null ? Double.NaN : value;
    }
}
