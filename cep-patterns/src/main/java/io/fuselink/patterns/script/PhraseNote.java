/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code note} column of one lexicon line: the phrase's kind and the conditions under which it counts. */
final class PhraseNote {

    private static final Set<String> KINDS =
            Set.of("core", "variant", "asr", "obf", "dialect", "legit", "advisory", "negcue");

    /** Said for the reader of the file; {@code norm} and {@code strip} happen to every text anyway. */
    private static final Set<String> REMARKS =
            Set.of("norm", "strip", "lang", "sub", "target", "remark");

    private static final Pattern REACH = Pattern.compile("±(\\d{1,2})字");

    private String kind = "";
    private Anchor anchor = Anchor.NONE;
    private boolean weakAlone;
    private List<Stage> needsStages = List.of();
    private final List<String> traps = new ArrayList<>();
    private int reach;
    private boolean after;
    private boolean reported;
    private boolean unlessAnchor;
    private boolean breaker;

    private PhraseNote() {}

    static PhraseNote of(RuleTable.Line line, int column) {
        PhraseNote note = new PhraseNote();
        for (String part : line.cell(column).split(";")) {
            note.read(part.strip(), line);
        }
        if (!KINDS.contains(note.kind)) {
            throw line.wrong(
                    "note needs kind= one of " + KINDS + ", got '" + note.kind + "'", null);
        }
        if (note.kind.equals("negcue") && note.reach == 0) {
            throw line.wrong("a negcue needs window=±<1 to 99>字", null);
        }
        return note;
    }

    private void read(String part, RuleTable.Line line) {
        int equals = part.indexOf('=');
        if (equals < 0 || part.startsWith("norm→")) {
            readFlag(part);
        } else {
            readValue(part.substring(0, equals), part.substring(equals + 1), line);
        }
    }

    /** A word alone; what is not a known flag is a remark for people. */
    private void readFlag(String flag) {
        if (flag.startsWith("weak_alone")) {
            weakAlone = true;
        } else if (flag.startsWith("ADVISORY_BREAKER")) {
            breaker = true;
        } else if (flag.equals("reported_speech")) {
            reported = true;
        } else if (flag.equals("suppress_unless_anchor")) {
            unlessAnchor = true;
        }
    }

    private void readValue(String key, String value, RuleTable.Line line) {
        switch (key) {
            case "kind" -> kind = value;
            case "anchor" -> anchor = anchorNamed(value, line);
            case "trap" -> traps.addAll(plain(value.startsWith("不:") ? value.substring(2) : value));
            case "needs_stage" -> needsStages = stages(value, line);
            // Only the calling number could tell; until it does, such words count half on their
            // own.
            case "needs" -> weakAlone = true;
            case "window" -> reach = reachOf(value, line);
            case "scope" -> after = afterAnchor(value, line);
            default -> {
                if (!REMARKS.contains(key)) {
                    throw line.wrong(
                            "note key '" + key + "' is unknown; use remark= for free text", null);
                }
            }
        }
    }

    private static Anchor anchorNamed(String name, RuleTable.Line line) {
        try {
            return Anchor.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw line.wrong("anchor '" + name + "' is unknown", e);
        }
    }

    private static List<String> plain(String alternatives) {
        List<String> words = new ArrayList<>();
        for (String word : alternatives.split("\\|")) {
            words.add(PlainWords.of(word).words());
        }
        return words;
    }

    private static List<Stage> stages(String names, RuleTable.Line line) {
        List<Stage> stages = new ArrayList<>();
        for (String name : names.split("\\|")) {
            Stage stage = Stage.named(name);
            if (stage == null) {
                throw line.wrong("needs_stage '" + name + "' is no stage", null);
            }
            stages.add(stage);
        }
        return List.copyOf(stages);
    }

    private static int reachOf(String window, RuleTable.Line line) {
        Matcher reach = REACH.matcher(window);
        if (!reach.matches()) {
            throw line.wrong("window '" + window + "' must read ±<1 to 99>字", null);
        }
        return Integer.parseInt(reach.group(1));
    }

    private static boolean afterAnchor(String scope, RuleTable.Line line) {
        return switch (scope) {
            case "before_anchor" -> false;
            case "after_anchor" -> true;
            default ->
                    throw line.wrong(
                            "scope '" + scope + "' must be before_anchor or after_anchor", null);
        };
    }

    /** What the phrase does when heard. */
    Phrase.Role role() {
        return switch (kind) {
            case "legit" -> unlessAnchor ? Phrase.Role.LEGIT_UNLESS_ANCHOR : Phrase.Role.LEGIT;
            case "advisory" -> breaker ? Phrase.Role.BREAKER : Phrase.Role.ADVISORY;
            case "negcue" ->
                    reported
                            ? Phrase.Role.REPORT_CUE
                            : after ? Phrase.Role.NO_AFTER : Phrase.Role.NO_BEFORE;
            default -> Phrase.Role.FRAUD;
        };
    }

    Anchor anchor() {
        return anchor;
    }

    boolean weakAlone() {
        return weakAlone;
    }

    List<Stage> needsStages() {
        return needsStages;
    }

    List<String> traps() {
        return List.copyOf(traps);
    }

    int reach() {
        return reach;
    }

    boolean misspelt() {
        return kind.equals("asr") || kind.equals("obf");
    }
}
