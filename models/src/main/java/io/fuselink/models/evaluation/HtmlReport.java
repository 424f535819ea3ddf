/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** An evaluation as one page that needs nothing else, neither network nor script. */
record HtmlReport(Evaluation evaluation, Breakdown own, Map<String, Breakdown> others) {

    private static final String STYLE =
            """
            body{font:14px/1.45 system-ui,sans-serif;color:#222;margin:24px auto;max-width:1180px;padding:0 16px}
            h1{font-size:22px;margin:0 0 4px}h2{font-size:17px;margin:28px 0 8px}p{margin:4px 0}
            .w{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}
            th,td{border-bottom:1px solid #ddd;padding:4px 10px;text-align:right;vertical-align:top}
            th:first-child,td:first-child{text-align:left}td:last-child{text-align:left}
            thead th{border-bottom:2px solid #888;font-weight:600}
            svg{margin:0 14px 8px 0}svg text{font:11px system-ui,sans-serif;fill:#444}svg .t{font-size:13px;font-weight:600}
            .muted{color:#666}
            """;

    private static final Map<String, Function<Figures, String>> LINES = lines();

    private static Map<String, Function<Figures, String>> lines() {
        var lines = new LinkedHashMap<String, Function<Figures, String>>();
        lines.put("rows", f -> count(f.rows()));
        lines.put("of them fraud", f -> count(f.fraud()));
        lines.put("AUC", f -> Html.figure(f.auc()));
        lines.put("PR-AUC", f -> Html.figure(f.prAuc()));
        lines.put("recall at FPR 0.1 %", f -> Html.figure(f.recallAt1Permille()));
        lines.put("recall at FPR 1 %", f -> Html.figure(f.recallAt1Percent()));
        lines.put("F1 at threshold", f -> Html.figure(f.f1()));
        lines.put("recall at threshold", f -> Html.figure(f.recall()));
        lines.put("precision at threshold", f -> Html.figure(f.precision()));
        lines.put("FPR at threshold", f -> Html.figure(f.falsePositiveRate()));
        lines.put("benign subjects accused", f -> count(f.harmed()));
        lines.put("Brier score", f -> Html.figure(f.brier()));
        lines.put("calibration error", f -> Html.figure(f.calibrationError()));
        return lines;
    }

    String html() {
        var page = new StringBuilder();
        page.append(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title><style>%s</style></head><body>"
                        .formatted(Html.text(evaluation.model()), STYLE));
        page.append("<h1>%s</h1>".formatted(Html.text(evaluation.model())));
        page.append(
                "<p class=\"muted\">judged by %s · %,d rows, %s of them fraud · threshold %s</p>"
                        .formatted(
                                Html.text(evaluation.data()),
                                own.overall().rows(),
                                percent((double) own.overall().fraud() / own.overall().rows()),
                                Html.figure(evaluation.threshold())));
        evaluation.notes().forEach(note -> page.append("<p>%s</p>".formatted(Html.text(note))));
        section(page, "Figures, with 95 % intervals", figures());
        section(page, "Curves", curves());
        section(page, "By stratum", parts(own.strata()));
        others.forEach((name, its) -> section(page, name + " by stratum", parts(its.strata())));
        section(page, "By source", parts(own.sources()));
        section(page, "Confusion at the threshold", confusion());
        for (var table : evaluation.tables()) {
            section(
                    page,
                    table.title(),
                    (table.note().isEmpty() ? "" : "<p>" + Html.text(table.note()) + "</p>")
                            + Html.table(table.header(), table.rows()));
        }
        section(page, "Top false alarms", falseAlarms());
        page.append(
                "<p class=\"muted\">Intervals of AUC, PR-AUC and recall at a rate come from a bootstrap over rows with a fixed seed; those of shares are Wilson's.</p>");
        return page.append("</body></html>\n").toString();
    }

    private static void section(StringBuilder page, String title, String content) {
        if (!content.isEmpty()) {
            page.append("<h2>").append(Html.text(title)).append("</h2>").append(content);
        }
    }

    private String figures() {
        var columns = new LinkedHashMap<String, Figures>();
        columns.put(evaluation.model(), own.overall());
        others.forEach((name, its) -> columns.put(name, its.overall()));
        var header = new ArrayList<>(List.of("figure"));
        header.addAll(columns.keySet());
        var lines = new ArrayList<List<String>>();
        LINES.forEach(
                (name, cell) -> {
                    var line = new ArrayList<>(List.of(name));
                    columns.values().forEach(figures -> line.add(cell.apply(figures)));
                    lines.add(line);
                });
        return Html.table(header, lines);
    }

    private static String parts(Map<String, Figures> parts) {
        if (parts.isEmpty()) {
            return "";
        }
        var header =
                List.of(
                        "",
                        "rows",
                        "fraud",
                        "AUC",
                        "PR-AUC",
                        "recall at 1 % FPR",
                        "F1",
                        "recall",
                        "FPR",
                        "harmed");
        var lines = new ArrayList<List<String>>();
        parts.forEach(
                (part, figures) ->
                        lines.add(
                                List.of(
                                        part,
                                        count(figures.rows()),
                                        count(figures.fraud()),
                                        Html.figure(figures.auc()),
                                        Html.figure(figures.prAuc()),
                                        Html.figure(figures.recallAt1Percent()),
                                        Html.figure(figures.f1()),
                                        Html.figure(figures.recall()),
                                        Html.figure(figures.falsePositiveRate()),
                                        count(figures.harmed()))));
        return Html.table(header, lines);
    }

    private String confusion() {
        var c = Confusion.of(evaluation.rows(), evaluation.threshold());
        return Html.table(
                List.of("", "accused", "left alone"),
                List.of(
                        List.of("fraud", count(c.hits()), count(c.misses())),
                        List.of("benign", count(c.falseAlarms()), count(c.rightlyLeftAlone()))));
    }

    private String falseAlarms() {
        var lines = new ArrayList<List<String>>();
        for (var row : evaluation.topFalseAlarms()) {
            lines.add(
                    List.of(
                            row.id(),
                            row.source(),
                            row.stratum(),
                            Html.figure(row.score()),
                            String.join(" · ", evaluation.reasons().apply(row))));
        }
        return lines.isEmpty()
                ? "<p>None at this threshold.</p>"
                : Html.table(List.of("row", "source", "stratum", "score", "reasons"), lines);
    }

    private String curves() {
        var roc = new Chart("ROC", "benign accused", "fraud found").diagonal();
        var precision = new Chart("Precision and recall", "fraud found", "precision");
        var calibration = new Chart("Calibration", "score", "share of fraud").diagonal();
        var models = new LinkedHashMap<String, List<JudgedRow>>();
        models.put(evaluation.model(), evaluation.rows());
        models.putAll(evaluation.beside());
        models.forEach(
                (name, rows) -> {
                    var points = Ranking.of(rows).points();
                    roc.curve(name, rocOf(points));
                    precision.curve(name, precisionOf(points));
                    calibration.dottedCurve(
                            name,
                            CalibrationBin.of(rows).stream()
                                    .map(bin -> new Chart.Spot(bin.said(), bin.was()))
                                    .toList());
                });
        return roc.svg() + precision.svg() + calibration.svg();
    }

    private static List<Chart.Spot> rocOf(List<Ranking.Point> points) {
        var end = points.get(points.size() - 1);
        var spots = new ArrayList<>(List.of(new Chart.Spot(0, 0)));
        points.forEach(
                p ->
                        spots.add(
                                new Chart.Spot(
                                        share(p.benign(), end.benign()),
                                        share(p.fraud(), end.fraud()))));
        return spots;
    }

    private static List<Chart.Spot> precisionOf(List<Ranking.Point> points) {
        var end = points.get(points.size() - 1);
        return points.stream()
                .map(
                        p ->
                                new Chart.Spot(
                                        share(p.fraud(), end.fraud()),
                                        share(p.fraud(), p.fraud() + p.benign())))
                .toList();
    }

    private static double share(double part, double of) {
        return of == 0 ? 0 : part / of;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
