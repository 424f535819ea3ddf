/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.texts.TextGrams;
import io.fuselink.models.texts.TextRow;
import io.fuselink.models.texts.TextTurns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Labelled texts, read once for training: their turns, and their n-grams as a whole. */
record TextExamples(List<Example> rows) {

    /**
     * @param grams of the whole text
     */
    record Example(String source, boolean fraud, TextTurns turns, int[] grams) {}

    static TextExamples of(List<TextRow> rows) {
        var examples = new ArrayList<Example>(rows.size());
        for (var row : rows) {
            var turns = TextTurns.of(row.text());
            examples.add(
                    new Example(row.source(), row.fraud(), turns, TextGrams.of(turns.whole())));
        }
        return new TextExamples(examples);
    }

    TextExamples without(String source) {
        return new TextExamples(rows.stream().filter(row -> !row.source().equals(source)).toList());
    }

    TextExamples only(String source) {
        return new TextExamples(rows.stream().filter(row -> row.source().equals(source)).toList());
    }

    TextExamples and(TextExamples others) {
        var both = new ArrayList<>(rows);
        both.addAll(others.rows);
        return new TextExamples(both);
    }

    /**
     * Frauds and normal texts of each source apart, in a fixed order. A source of one class alone stands
     * twice, so that all sources weigh alike.
     */
    List<List<Example>> cells() {
        var cells = new TreeMap<String, Map<Boolean, List<Example>>>();
        for (var row : rows) {
            cells.computeIfAbsent(row.source(), source -> new TreeMap<>())
                    .computeIfAbsent(row.fraud(), fraud -> new ArrayList<>())
                    .add(row);
        }
        return cells.values().stream()
                .flatMap(
                        classes ->
                                classes.size() > 1
                                        ? classes.values().stream()
                                        : Stream.of(true, false)
                                                .map(i -> classes.values().iterator().next()))
                .toList();
    }

    boolean[] fraud() {
        var fraud = new boolean[rows.size()];
        for (int i = 0; i < fraud.length; i++) {
            fraud[i] = rows.get(i).fraud();
        }
        return fraud;
    }
}
