/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.fuselink.events.LedgerEntry;
import io.fuselink.events.LedgerScope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be shown to everybody: the figures without those of so few cases that they speak of persons.
 * A cell is left out when its count, its base, or in a share what is not counted, is above 0 and below
 * k. Where the cells left out of one line could still be had by subtracting the others from the whole,
 * the smallest others are left out as well.
 */
public final class PublicExport {
    private final int k;

    /** One line; a suppressed one says only that there is something. */
    @JsonPropertyOrder({
        "indicator",
        "scope",
        "party",
        "phase",
        "from",
        "to",
        "count",
        "base",
        "value",
        "low",
        "high",
        "unit",
        "ranked"
    })
    record Row(
            String indicator,
            LedgerScope scope,
            String party,
            String phase,
            String from,
            String to,
            String count,
            String base,
            String value,
            String low,
            String high,
            String unit,
            boolean ranked) {}

    /**
     * @param k the fewest cases a cell may speak of
     */
    public PublicExport(int k) {
        this.k = k;
    }

    /** Writes the lines as CSV with a header. */
    public void write(List<LedgerEntry> entries, Path file) throws IOException {
        var csv = new CsvMapper();
        csv.writer(csv.schemaFor(Row.class).withHeader())
                .writeValues(file.toFile())
                .writeAll(rows(entries))
                .close();
    }

    List<Row> rows(List<LedgerEntry> entries) {
        var hidden = hidden(entries);
        return entries.stream().map(e -> row(e, hidden.contains(e.id()))).toList();
    }

    /** Ids of the entries that must not be shown. */
    private Set<String> hidden(List<LedgerEntry> entries) {
        var hidden = new HashSet<String>();
        Map<List<Object>, List<LedgerEntry>> lines =
                entries.stream()
                        .collect(Collectors.groupingBy(e -> List.of(e.indicator(), e.scope())));
        for (var line : lines.values()) {
            line.stream().filter(this::isSmall).forEach(e -> hidden.add(e.id()));
            if (line.get(0).scope() != LedgerScope.ALL) {
                complement(line, hidden);
            }
        }
        return hidden;
    }

    private boolean isSmall(LedgerEntry e) {
        var rest = isShare(e) ? e.base() - e.count() : 0;
        return isFew(e.count()) || isFew(e.base()) || isFew(rest);
    }

    private static boolean isShare(LedgerEntry e) {
        return Indicator.valueOf(e.indicator().toUpperCase(Locale.ROOT).replace('-', '_'))
                .isShare();
    }

    private boolean isFew(long cases) {
        return cases > 0 && cases < k;
    }

    /** One cell left out, or several that are few together, is the whole less the others: hides the smallest more. */
    private void complement(List<LedgerEntry> line, Set<String> hidden) {
        var out = new ArrayList<>(line.stream().filter(e -> hidden.contains(e.id())).toList());
        var shown =
                new ArrayList<>(
                        line.stream()
                                .filter(e -> !hidden.contains(e.id()))
                                .sorted(
                                        Comparator.comparingLong(LedgerEntry::base)
                                                .thenComparing(LedgerEntry::party))
                                .toList());
        while (!out.isEmpty() && !shown.isEmpty() && isToldByTheOthers(out)) {
            var next = shown.remove(0);
            hidden.add(next.id());
            out.add(next);
        }
    }

    private boolean isToldByTheOthers(List<LedgerEntry> out) {
        return out.size() == 1
                || isFew(out.stream().mapToLong(LedgerEntry::count).sum())
                || isFew(out.stream().mapToLong(LedgerEntry::base).sum());
    }

    private Row row(LedgerEntry e, boolean hidden) {
        return new Row(
                e.indicator(),
                e.scope(),
                e.party(),
                e.phase(),
                Instant.ofEpochMilli(e.periodStart()).toString(),
                Instant.ofEpochMilli(e.periodEndAt()).toString(),
                hidden ? "suppressed" : Long.toString(e.count()),
                hidden ? "suppressed" : Long.toString(e.base()),
                hidden ? "" : number(e.value()),
                hidden ? "" : number(e.low()),
                hidden ? "" : number(e.high()),
                e.unit(),
                e.ranked() && !hidden);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
