/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Calls and messages composed from {@code rehearsal-lines.tsv}, the project's own lines: scams of today that no
 * published collection holds, and the honest calls that sound most like them.
 */
public final class RehearsalTexts {
    /** What rows composed here name as their source. */
    public static final String SOURCE = "rehearsal";

    private static final int REPLY = 9;
    private static final double ONE_LINE = 0.4;
    private static final double PART_SAID = 0.75;
    private static final double SECOND_LINE = 0.3;
    private static final double ANSWERED = 0.4;

    private final Map<Boolean, List<Kind>> kinds = new TreeMap<>();
    private final Map<Boolean, Kind> replies = new TreeMap<>();
    private final Random random;

    private record Line(int part, boolean telling, String text) {}

    private record Kind(String name, List<Line> lines) {}

    private RehearsalTexts(long seed) {
        random = new Random(seed);
        var found = new TreeMap<String, Kind>();
        for (var line : resource()) {
            var column = line.split("\t", -1);
            boolean fraud = column[1].equals("fraud");
            var kind =
                    found.computeIfAbsent(
                            column[1] + column[0], name -> new Kind(column[0], new ArrayList<>()));
            int part = column[2].charAt(0) - '0';
            kind.lines().add(new Line(part, column[2].endsWith("+"), column[3]));
            if (part == REPLY) {
                replies.put(fraud, kind);
            }
        }
        found.forEach(
                (key, kind) -> {
                    if (!replies.containsValue(kind)) {
                        kinds.computeIfAbsent(key.startsWith("fraud"), f -> new ArrayList<>())
                                .add(kind);
                    }
                });
    }

    /** {@code each} frauds and as many normal texts, all kinds alike often; the same seed gives the same texts. */
    public static List<TextRow> compose(int each, long seed) {
        var texts = new RehearsalTexts(seed);
        var rows = new ArrayList<TextRow>(2 * each);
        for (int i = 0; i < 2 * each; i++) {
            boolean fraud = i % 2 == 0;
            var of = texts.kinds.get(fraud);
            var kind = of.get(i / 2 % of.size());
            rows.add(
                    new TextRow(
                            SOURCE + "-" + i, SOURCE, fraud, kind.name(), texts.call(kind, fraud)));
        }
        return rows;
    }

    private String call(Kind kind, boolean fraud) {
        var telling = kind.lines().stream().filter(line -> line.telling() || !fraud).toList();
        if (random.nextDouble() < ONE_LINE) {
            return said(pick(telling));
        }
        var call = new StringBuilder();
        boolean told = false;
        for (int part = 1; part < REPLY; part++) {
            int now = part;
            var lines = kind.lines().stream().filter(line -> line.part() == now).toList();
            if (!lines.isEmpty() && random.nextDouble() < PART_SAID) {
                told |= say(call, lines, fraud);
            }
        }
        if (!told) {
            call.append(said(pick(telling)));
        }
        return call.toString();
    }

    private boolean say(StringBuilder call, List<Line> lines, boolean fraud) {
        var first = pick(lines);
        var second = pick(lines);
        call.append(said(first)).append('\n');
        if (random.nextDouble() < ANSWERED) {
            call.append(said(pick(replies.get(fraud).lines()))).append('\n');
        }
        if (!second.equals(first) && random.nextDouble() < SECOND_LINE) {
            call.append(said(second)).append('\n');
        }
        return first.telling() || !fraud;
    }

    /** Chooses one of every {@code {a|b}}. */
    private String said(Line line) {
        var said = new StringBuilder();
        var text = line.text();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            var choices = text.substring(open + 1, close).split("\\|", -1);
            said.append(text, at, open).append(choices[random.nextInt(choices.length)]);
            at = close + 1;
        }
        return said.append(text, at, text.length()).toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> resource() {
        try (var in = RehearsalTexts.class.getResourceAsStream("rehearsal-lines.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("rehearsal-lines.tsv cannot be read from the jar", e);
        }
    }
}
