/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.models.SyntheticNumbers;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.features.SichuanFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberTableTest {
    @TempDir Path folder;

    @Test
    void anExportIsKnownByItsHeader() throws IOException {
        var file =
                SyntheticNumbers.export(
                        SyntheticNumbers.rows(20, 1),
                        NumberFeatures.SCHEMA,
                        folder.resolve("rows.csv.gz"));

        var table = NumberTable.read(file);

        assertThat(table.kind()).isEqualTo(BundleKind.SERVING);
        assertThat(table.labelled()).hasSize(40);
        assertThatThrownBy(() -> table.requireKind(BundleKind.SICHUAN))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("holds rows of kind serving, not sichuan");
    }

    @Test
    void theSichuanTableMayLackItsLabelAndKeepsItsGaps() throws IOException {
        var names = new ArrayList<>(SichuanFeatures.COLUMNS);
        Collections.reverse(names);
        var file = folder.resolve("test.csv");
        Files.writeString(
                file,
                "num_id,"
                        + String.join(",", names)
                        + "\nS1,"
                        + names.stream()
                                .map(
                                        n ->
                                                n.equals("month_ids")
                                                        ? "8"
                                                        : n.startsWith("arpu") ? "" : "2")
                                .collect(Collectors.joining(","))
                        + "\n");

        var table = NumberTable.read(file);
        var row = table.rows().get(0);

        assertThat(table.kind()).isEqualTo(BundleKind.SICHUAN);
        assertThat(table.idColumn()).isEqualTo("num_id");
        assertThat(row.fraud()).isNull();
        assertThat(table.stratum(row)).contains("full window");
        var schema = SichuanFeatures.SCHEMA;
        assertThat(row.features()[schema.names().indexOf("fees_missing")]).isOne();
        assertThat(row.features()[schema.names().indexOf("arpu_mean")]).isNaN();
        assertThat(row.features()[schema.names().indexOf("traffic_missing")]).isZero();
    }

    @Test
    void whatIsWrongIsNamedByLineAndField() throws IOException {
        var file = folder.resolve("broken.csv");
        Files.writeString(
                file,
                "num_id,"
                        + String.join(",", SichuanFeatures.COLUMNS)
                        + ",label\nS1,many"
                        + ",1".repeat(SichuanFeatures.COLUMNS.size())
                        + "\n");

        assertThatThrownBy(() -> NumberTable.read(file))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("broken.csv line 2: opposite_count is 'many', not a number");
        assertThatThrownBy(() -> NumberTable.read(folder.resolve("none.csv")))
                .hasMessageContaining("no such file");
    }
}
