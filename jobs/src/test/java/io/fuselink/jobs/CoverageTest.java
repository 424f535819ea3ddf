/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/coverage.md} to what is there: every class and test that it names exists. */
class CoverageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/coverage.md");
    private static final Pattern SOURCE = Pattern.compile(".*/src/(main|test)/java/.*\\.java");

    /** Sources by class name. */
    private static final Map<String, Path> SOURCES = new HashMap<>();

    /** One line: what is asked for, the code, a test that fires, a test that nearly does, what is missing. */
    private record Row(
            String id, String what, String code, String fires, String misses, String missing) {
        static Row of(String line) {
            var parts = line.split("\t", -1);
            assertThat(parts).as(line).hasSize(6);
            return new Row(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
        }

        String page() {
            return "| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(id, what, mark(code), mark(fires), mark(misses), missing);
        }

        private static String mark(String names) {
            return names.equals("-") ? "–" : "`" + names.replace(", ", "`, `") + "`";
        }
    }

    @BeforeAll
    static void findSources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            files.filter(file -> SOURCE.matcher(file.toString()).matches())
                    .forEach(
                            file ->
                                    SOURCES.put(
                                            file.getFileName().toString().replace(".java", ""),
                                            file));
        }
    }

    @Test
    void everyClassAndTestThatIsNamedExists() throws IOException {
        for (var row : rows()) {
            for (var name : row.code().split(", ")) {
                if (!name.equals("-")) {
                    assertThat(SOURCES).as("code of row %s", row.id()).containsKey(name);
                }
            }
            exists(row.id(), row.fires());
            exists(row.id(), row.misses());
        }
    }

    @Test
    void everyRowIsThereAndWhatIsMissingSaysWhy() throws IOException {
        var rows = rows();

        for (var row = 1; row <= 51; row++) {
            var id = String.valueOf(row);
            assertThat(rows).as("row %s", id).anyMatch(r -> r.id().equals(id));
        }
        assertThat(rows)
                .filteredOn(row -> row.fires().equals("-"))
                .allSatisfy(row -> assertThat(row.missing()).as(row.id()).isNotBlank());
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        var page = page(rows());
        if (System.getProperty("fuselink.regenerate") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/coverage.md is out of date: run mvn -pl jobs test -Dfuselink.regenerate")
                .isEqualTo(page);
    }

    private static void exists(String row, String test) throws IOException {
        if (test.equals("-")) {
            return;
        }
        var parts = test.split("#", -1);
        assertThat(SOURCES).as("test of row %s", row).containsKey(parts[0]);
        if (parts.length > 1) {
            assertThat(Files.readString(SOURCES.get(parts[0])))
                    .as("row %s: %s", row, test)
                    .contains("void " + parts[1] + "(");
        }
    }

    private static String page(List<Row> rows) {
        var page =
                new StringBuilder(
                        """
                        # Coverage

                        Generated from `jobs/src/test/resources/io/fuselink/jobs/coverage.tsv` by `CoverageTest`, which holds every
                        class and test named here to exist; do not edit. Renew it with `mvn -pl jobs test -Dfuselink.regenerate`.

                        Rows 1–51 are the capabilities of numbers, bindings, evasion and detection; the others are those next to them,
                        and the golden scenarios G01–G21.

                        | Row | Capability | Code | Fires | Near miss | Missing, and notes |
                        |---|---|---|---|---|---|
                        """);
        rows.forEach(row -> page.append(row.page()));
        return page.toString();
    }

    private static List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        try (var in = CoverageTest.class.getResourceAsStream("coverage.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Row::of)
                    .forEach(rows::add);
        }
        return rows;
    }
}
