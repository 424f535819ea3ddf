/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The people of a city and what a play made of them, as two tables for a terminal. */
final class CastTables {
    private static final String HONEST = "%-18s %7s  %5s  %5s  %s";
    private static final String EVADER = "%-16s %-19s %7s  %5s  %7s  %s";

    private CastTables() {}

    static List<String> of(TruthCheck check) {
        var lines = new ArrayList<String>();
        lines.add("The honest: the highest level of each kind, actions upon it, and wrong ones:");
        lines.add(line(HONEST, "persona", "numbers", "level", "wrong", "actions"));
        check.honest().stream()
                .filter(CastTables::spokenOf)
                .map(CastTables::row)
                .forEach(lines::add);
        lines.add("  nothing was said of " + leftAlone(check));
        uponNobody(check)
                .forEach(
                        (type, n) ->
                                lines.add("  wrong, with nobody behind it: " + type + " " + n));
        lines.add(
                "The evaders: highest level, minutes from the first act to level 2, and by whom:");
        lines.add(line(EVADER, "campaign", "evader", "members", "level", "minutes", "detectors"));
        check.evaders().stream().map(CastTables::row).forEach(lines::add);
        return lines;
    }

    private static boolean spokenOf(HonestRow row) {
        return row.level() > 0 || row.wrongActions() > 0;
    }

    private static String row(HonestRow row) {
        return line(
                HONEST,
                row.persona(),
                row.numbers(),
                row.level(),
                row.wrongActions(),
                row.actions().entrySet().stream()
                        .map(action -> action.getKey() + " " + action.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private static String row(CampaignRow row) {
        return line(
                EVADER,
                row.campaign(),
                row.evader(),
                row.members(),
                row.level(),
                row.minutesToAction() == null ? "-" : row.minutesToAction(),
                row.found() ? String.join(", ", row.detectors()) : "missed");
    }

    private static String leftAlone(TruthCheck check) {
        return check.honest().stream()
                .filter(row -> !spokenOf(row))
                .map(row -> row.persona().name())
                .collect(Collectors.joining(", "));
    }

    /** Wrong actions in no row, because nobody is known behind their subject. */
    private static Map<String, Integer> uponNobody(TruthCheck check) {
        var upon = new TreeMap<>(check.wrongActions());
        check.honest().forEach(row -> upon.remove(row.persona().name()));
        return upon;
    }

    private static String line(String format, Object... cells) {
        return ("  " + String.format(Locale.ROOT, format, cells)).stripTrailing();
    }
}
