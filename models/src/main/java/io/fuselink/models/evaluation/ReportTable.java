/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.List;

/**
 * A table that one kind of model adds to its report, such as "leave one source out".
 *
 * @param note a sentence below the title, may be empty
 * @param rows cells as text, as many as the header has
 */
public record ReportTable(String title, String note, List<String> header, List<List<String>> rows) {

    public ReportTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
