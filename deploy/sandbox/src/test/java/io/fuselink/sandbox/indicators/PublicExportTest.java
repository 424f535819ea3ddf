/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.LedgerEntry;
import io.fuselink.events.LedgerScope;
import io.fuselink.sandbox.indicators.PublicExport.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What so few people are behind that they could be known is not shown, nor what gives it away. */
class PublicExportTest {
    private static final long DAY = 1_767_225_600_000L;

    @TempDir private Path folder;

    private static LedgerEntry entry(
            Indicator indicator, LedgerScope scope, String party, long count, long base) {
        return new LedgerEntry(
                indicator + " " + scope + " " + party,
                indicator.wireName(),
                scope,
                party,
                null,
                count,
                base,
                100.0 * count / base,
                Double.NaN,
                Double.NaN,
                indicator.sign(),
                true,
                DAY,
                DAY + 1,
                DAY);
    }

    private static LedgerEntry lessee(String party, long count, long base) {
        return entry(Indicator.CONFIRMED_FRAUD, LedgerScope.LESSEE, party, count, base);
    }

    private static List<String> shown(LedgerEntry... entries) {
        return new PublicExport(10)
                .rows(Arrays.asList(entries)).stream()
                        .filter(row -> !row.count().equals("suppressed"))
                        .map(Row::party)
                        .toList();
    }

    @Test
    void fewCasesAreSuppressedAndNoneAreShown() {
        assertThat(shown(lessee("none", 0, 1_000), lessee("many", 40, 1_000)))
                .containsExactly("none", "many");
        assertThat(shown(lessee("nine", 9, 1_000))).isEmpty();
        assertThat(shown(lessee("ten", 10, 1_000))).containsExactly("ten");
        assertThat(shown(lessee("small", 0, 9))).isEmpty();
    }

    @Test
    void aShareOfAlmostAllSpeaksOfThoseLeft() {
        assertThat(shown(entry(Indicator.ON_700, LedgerScope.ALL, null, 995, 1_000))).isEmpty();
        assertThat(shown(entry(Indicator.ON_700, LedgerScope.ALL, null, 1_000, 1_000))).hasSize(1);
    }

    @Test
    void oneThatIsSuppressedTakesTheSmallestOtherWithIt() {
        assertThat(
                        shown(
                                lessee("few", 3, 500),
                                lessee("small", 20, 400),
                                lessee("large", 90, 9_000)))
                .containsExactly("large");
    }

    @Test
    void severalThatAreFewTogetherTakeOneMoreWithThem() {
        assertThat(
                        shown(
                                lessee("one", 1, 500),
                                lessee("two", 2, 500),
                                lessee("small", 20, 400),
                                lessee("large", 90, 9_000)))
                .containsExactly("large");
    }

    @Test
    void aSuppressedLineIsNeitherAValueNorARank() throws IOException {
        var file = folder.resolve("public.csv");
        new PublicExport(10).write(List.of(lessee("a, b", 3, 500)), file);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "indicator,scope,party,phase,from,to,count,base,value,low,high,unit,ranked",
                        "confirmed-fraud,LESSEE,\"a, b\",,2026-01-01T00:00:00Z,2026-01-01T00:00:00.001Z,suppressed,suppressed,,,,\"per 100 000\",false");
    }
}
