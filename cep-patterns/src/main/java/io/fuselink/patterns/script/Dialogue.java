/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that tells by itself who speaks: every line begins with a speaker and a colon, and there are at most two speakers.
 * The caller is who is called so, else who faces somebody called the callee, else who speaks first.
 */
final class Dialogue {

    private static final Set<String> CALLERS =
            Set.of(
                    "left", "caller", "agent", "主叫", "来电", "来电者", "来电人", "来电方", "拨打方", "对方", "骗子",
                    "嫌疑人", "坐席", "客服", "客服人员", "工作人员");

    private static final Set<String> CALLEES =
            Set.of(
                    "right",
                    "callee",
                    "customer",
                    "user",
                    "被叫",
                    "接听者",
                    "接听人",
                    "接听方",
                    "机主",
                    "受害人",
                    "受害者",
                    "事主",
                    "用户",
                    "客户",
                    "顾客");

    private static final Pattern LINE =
            Pattern.compile("(?m)^[\\s【\\[]*([^\\s:：，。,【】\\[\\]]{1,8})[】\\]]?[ \\t]*[:：]");

    /** Known speakers may also follow each other on one line. */
    private static final Pattern INLINE =
            Pattern.compile(
                    "(?<=[\\s。！？!?；;…])(?=" + alternatives(CALLERS, CALLEES) + "\\s*[:：])",
                    Pattern.CASE_INSENSITIVE);

    private Dialogue() {}

    /** What one speaker says at a stretch. */
    record Turn(boolean callersWords, int offset, String words) {}

    private record Label(String speaker, int begin, int end) {}

    /** The turns, or none if the text does not tell who speaks. */
    static List<Turn> turns(String text) {
        String lines = INLINE.matcher(text).replaceAll("\n");
        return lines.length() == text.length() ? split(text) : rejoined(text, lines);
    }

    /** A line break was put in before each inline speaker; offsets must not count it. */
    private static List<Turn> rejoined(String text, String lines) {
        List<Turn> turns = new ArrayList<>();
        int from = 0;
        for (Turn turn : split(lines)) {
            String words = turn.words().strip();
            int at = words.isEmpty() ? from : text.indexOf(words, from);
            turns.add(new Turn(turn.callersWords(), at, words));
            from = at + words.length();
        }
        return turns;
    }

    private static List<Turn> split(String text) {
        List<Label> labels = labels(text);
        Set<String> speakers = new LinkedHashSet<>();
        labels.forEach(label -> speakers.add(label.speaker()));
        if (!evident(text, labels, speakers)) {
            return List.of();
        }
        String caller = caller(speakers);
        List<Turn> turns = new ArrayList<>(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            int end = i + 1 < labels.size() ? labels.get(i + 1).begin() : text.length();
            turns.add(
                    new Turn(
                            label.speaker().equals(caller),
                            label.end(),
                            text.substring(label.end(), end)));
        }
        return turns;
    }

    private static List<Label> labels(String text) {
        List<Label> labels = new ArrayList<>();
        Matcher matcher = LINE.matcher(text);
        while (matcher.find()) {
            labels.add(
                    new Label(
                            matcher.group(1).toLowerCase(Locale.ROOT),
                            matcher.start(),
                            matcher.end()));
        }
        return labels;
    }

    private static boolean evident(String text, List<Label> labels, Set<String> speakers) {
        if (labels.isEmpty()
                || speakers.size() > 2
                || !text.substring(0, labels.get(0).begin()).isBlank()) {
            return false;
        }
        boolean known = speakers.stream().anyMatch(s -> CALLERS.contains(s) || CALLEES.contains(s));
        return known || (speakers.size() == 2 && labels.size() > 2);
    }

    private static String caller(Set<String> speakers) {
        for (String speaker : speakers) {
            if (CALLERS.contains(speaker)) {
                return speaker;
            }
        }
        for (String speaker : speakers) {
            if (!CALLEES.contains(speaker)) {
                return speaker;
            }
        }
        return "";
    }

    private static String alternatives(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return "(?:" + String.join("|", all) + ")";
    }
}
