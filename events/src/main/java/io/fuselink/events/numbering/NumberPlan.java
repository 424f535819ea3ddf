/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import io.fuselink.events.NumberClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The numbering plan: which prefix at which exact length is what, given to whom, according to which source of which day. */
public final class NumberPlan {
    private static final String BUILT_IN = "numbering.tsv";
    private static final String CARRIER_SELECT = "CARRIER_SELECT";
    private static final int COLUMNS = 7;
    private static final Pattern HEADLINE =
            Pattern.compile("# as_of=(\\d{4}-\\d{2}-\\d{2}) source=(.+)");

    private final Map<String, List<Range>> ranges = new HashMap<>();
    private final Set<String> carrierSelect = new HashSet<>();
    private final LocalDate asOf;
    private final String source;
    private int longestPrefix;

    /** One row: a prefix and the total lengths it is valid at. */
    public record Range(
            String prefix, int shortest, int longest, NumberClass numberClass, String holder) {
        boolean covers(String number) {
            return number.length() >= shortest
                    && number.length() <= longest
                    && number.startsWith(prefix);
        }
    }

    private NumberPlan(BufferedReader rows, String origin) throws IOException {
        var headline = HEADLINE.matcher(String.valueOf(rows.readLine()));
        if (!headline.matches()) {
            throw new IllegalArgumentException(
                    origin + ": the first line must read '# as_of=YYYY-MM-DD source=…'");
        }
        asOf = LocalDate.parse(headline.group(1));
        source = headline.group(2);
        rows.readLine(); // column names
        var line = 2;
        for (var row = rows.readLine(); row != null; row = rows.readLine()) {
            line++;
            add(row.split("\t", -1), origin + ":" + line);
        }
    }

    private void add(String[] row, String place) {
        if (row.length < COLUMNS) {
            throw new IllegalArgumentException(
                    place
                            + ": a row has prefix, total_len, class, holder, mvno, satellite, source");
        }
        if (row[2].equals(CARRIER_SELECT)) {
            carrierSelect.add(row[0]);
            return;
        }
        var lengths = row[1].split("-");
        var range =
                new Range(
                        row[0],
                        Integer.parseInt(lengths[0]),
                        Integer.parseInt(lengths[lengths.length - 1]),
                        row[4].equals("1") ? NumberClass.MVNO : NumberClass.valueOf(row[2]),
                        row[3].equals("-") ? null : row[3]);
        ranges.computeIfAbsent(range.prefix(), prefix -> new ArrayList<>()).add(range);
        longestPrefix = Math.max(longestPrefix, range.prefix().length());
    }

    /** The plan shipped with the project. */
    public static NumberPlan builtIn() {
        return BuiltIn.PLAN;
    }

    private static final class BuiltIn {
        private static final NumberPlan PLAN = load();

        private static NumberPlan load() {
            try (var rows =
                    new InputStreamReader(
                            NumberPlan.class.getResourceAsStream(BUILT_IN),
                            StandardCharsets.UTF_8)) {
                return read(rows, BUILT_IN);
            } catch (IOException e) {
                throw new UncheckedIOException("the built-in number plan is not readable", e);
            }
        }
    }

    /** A plan in the format of the built-in one; {@code origin} names it in errors. */
    public static NumberPlan read(Reader rows, String origin) throws IOException {
        return new NumberPlan(new BufferedReader(rows), origin);
    }

    /** The longest prefix of a national number, without country code or trunk prefix, that is valid at exactly this length. */
    public Optional<Range> lookup(String national) {
        for (var length = Math.min(longestPrefix, national.length()); length > 0; length--) {
            for (var range : ranges.getOrDefault(national.substring(0, length), List.of())) {
                if (range.covers(national)) {
                    return Optional.of(range);
                }
            }
        }
        return Optional.empty();
    }

    /** What follows a carrier-select prefix, or nothing when there is none. */
    Optional<String> afterCarrierSelect(String number) {
        return carrierSelect.stream()
                .filter(number::startsWith)
                .findFirst()
                .map(prefix -> number.substring(prefix.length()));
    }

    public String source() {
        return source;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** How old the plan is at a moment given in epoch ms; old plans miss new ranges. */
    public long ageDays(long atMs) {
        var day = Instant.ofEpochMilli(atMs).atZone(ZoneOffset.UTC).toLocalDate();
        return ChronoUnit.DAYS.between(asOf, day);
    }
}
