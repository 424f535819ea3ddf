/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.List;
import java.util.Locale;

/** How a report writes text, numbers and tables. */
final class Html {
    private Html() {}

    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String figure(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "–";
    }

    static String figure(Figures.Measure measure) {
        if (!Double.isFinite(measure.value())) {
            return "–";
        }
        return Double.isFinite(measure.interval().low())
                ? "%s [%s, %s]"
                        .formatted(
                                figure(measure.value()),
                                rounded(measure.interval().low()),
                                rounded(measure.interval().high()))
                : figure(measure.value());
    }

    /** A table of plain text cells; the first of a row is its name. */
    static String table(List<String> header, List<List<String>> rows) {
        var html = new StringBuilder("<div class=\"w\"><table><thead><tr>");
        header.forEach(cell -> html.append("<th>").append(text(cell)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (var row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(text(cell)).append("</td>"));
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
