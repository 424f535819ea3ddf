/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One square diagram as inline SVG; both axes run from 0 to 1. */
final class Chart {
    private static final int SIDE = 300;
    private static final int MARGIN = 46;
    private static final String[] COLOURS = {"#1f5fbf", "#c2571a", "#3a8a3f", "#7a4fa3"};

    /** Curves are thinned to this many points: a page is for eyes. */
    private static final int POINTS = 400;

    private final String title;
    private final String across;
    private final String up;
    private final StringBuilder marks = new StringBuilder();
    private final List<String> legend = new ArrayList<>();

    record Spot(double x, double y) {}

    Chart(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    Chart diagonal() {
        marks.append(line("#bbb", "4 4", List.of(new Spot(0, 0), new Spot(1, 1))));
        return this;
    }

    /** Adds a curve in the next colour. */
    Chart curve(String name, List<Spot> spots) {
        var colour = COLOURS[legend.size() % COLOURS.length];
        legend.add(name);
        marks.append(line(colour, "none", thinned(spots)));
        return this;
    }

    /** The same with a dot at each spot, for curves of few. */
    Chart dottedCurve(String name, List<Spot> spots) {
        var colour = COLOURS[legend.size() % COLOURS.length];
        curve(name, spots);
        spots.forEach(
                spot ->
                        marks.append(
                                "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>"
                                        .formatted(x(spot.x()), y(spot.y()), colour)));
        return this;
    }

    String svg() {
        var svg = new StringBuilder();
        int width = SIDE + MARGIN + 12, height = SIDE + MARGIN + 34;
        svg.append(
                "<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"><title>%s</title>"
                        .formatted(width, height, width, height, Html.text(title)));
        svg.append(
                "<text x=\"%d\" y=\"16\" class=\"t\">%s</text>"
                        .formatted(MARGIN, Html.text(title)));
        for (int tick = 0; tick <= 5; tick++) {
            var at = tick / 5.0;
            svg.append(line("#e6e6e6", "none", List.of(new Spot(at, 0), new Spot(at, 1))));
            svg.append(line("#e6e6e6", "none", List.of(new Spot(0, at), new Spot(1, at))));
            svg.append(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%.1f</text>"
                            .formatted(x(at), number(SIDE + 24 + 14), at));
            svg.append(
                    "<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%.1f</text>"
                            .formatted(MARGIN - 6, number(Double.parseDouble(y(at)) + 4), at));
        }
        svg.append(marks);
        svg.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                        .formatted(MARGIN + SIDE / 2, SIDE + 24 + 32, Html.text(across)));
        svg.append(
                "<text transform=\"translate(12 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>"
                        .formatted(24 + SIDE / 2, Html.text(up)));
        for (int i = 0; i < legend.size(); i++) {
            svg.append(
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" style=\"fill:%s\">%s</text>"
                            .formatted(
                                    MARGIN + SIDE - 8,
                                    24 + SIDE - 12 - 16 * (legend.size() - 1 - i),
                                    COLOURS[i % COLOURS.length],
                                    Html.text(legend.get(i))));
        }
        return svg.append("</svg>").toString();
    }

    private static String line(String colour, String dash, List<Spot> spots) {
        var points = new StringBuilder();
        spots.forEach(
                spot -> points.append(x(spot.x())).append(',').append(y(spot.y())).append(' '));
        return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-dasharray=\"%s\" points=\"%s\"/>"
                .formatted(
                        colour,
                        colour.equals("#e6e6e6") ? "1" : "1.8",
                        dash,
                        points.toString().trim());
    }

    private static List<Spot> thinned(List<Spot> spots) {
        if (spots.size() <= POINTS) {
            return spots;
        }
        var kept = new ArrayList<Spot>();
        for (int i = 0; i < POINTS; i++) {
            kept.add(spots.get((int) ((long) i * (spots.size() - 1) / (POINTS - 1))));
        }
        return kept;
    }

    private static String x(double value) {
        return number(MARGIN + value * SIDE);
    }

    private static String y(double value) {
        return number(24 + (1 - value) * SIDE);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
