/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads transcribed Chinese words against the lexicon and the slot rules (docs/scripts.md). Immutable and safe to share
 * between threads; not serialisable, so open one where it is used.
 */
public final class ScriptReader {

    private static final String LEXICON = "lexicon.tsv";
    private static final String CONCEPTS = "concepts.tsv";
    private static final String PATTERNS = "patterns.tsv";
    private static final String WORDS = "words.tsv";
    private static final String SYLLABLES = "syllables.tsv";

    private final RuleBook book;
    private final ScriptLimits limits;

    private ScriptReader(RuleBook book, ScriptLimits limits) {
        this.book = book;
        this.limits = limits;
    }

    /** The rules that ship with fuselink; compiled once per class loader. */
    public static ScriptReader standard() {
        return Standard.READER;
    }

    /**
     * Rules of one's own.
     *
     * @param folder holds lexicon.tsv, concepts.tsv, patterns.tsv and words.tsv
     * @throws IllegalArgumentException naming file and line if a rule is not understood
     */
    public static ScriptReader from(Path folder, ScriptLimits limits) throws IOException {
        RuleBook book =
                RuleBook.of(
                        Files.readString(folder.resolve(LEXICON)),
                        Files.readString(folder.resolve(CONCEPTS)),
                        Files.readString(folder.resolve(PATTERNS)),
                        Files.readString(folder.resolve(WORDS)),
                        Standard.resource(SYLLABLES));
        return new ScriptReader(book, limits);
    }

    RuleBook book() {
        return book;
    }

    /** Reads one segment, or one whole text. */
    public SegmentHits read(String text) {
        Reading reading = new Reading(book, PlainWords.of(text));
        List<Hit> hits = reading.hits();
        // Most segments say nothing of interest, and nothing scores nothing.
        SideScore alone = hits.isEmpty() ? null : alone(reading);
        return new SegmentHits(
                book.version(),
                Fingerprint.beginning(text, 8),
                text.length(),
                hits,
                reading.advisory(),
                reading.breaker(),
                alone != null && reading.advisory() && !alone.warns(),
                reading.legit(),
                reading.legitUnlessAnchor(),
                alone == null ? 0 : alone.score());
    }

    /** Reads a text that came without its call, by channel if it names its speakers. */
    public WholeText readWhole(String text) {
        return WholeText.of(text, this, limits);
    }

    /** The segment as if it were the whole call. */
    private SideScore alone(Reading reading) {
        CallScript.Spoken spoken =
                new CallScript.Spoken(
                        0,
                        0,
                        0,
                        true,
                        true,
                        reading.advisory(),
                        reading.breaker(),
                        reading.legit(),
                        reading.legitUnlessAnchor(),
                        reading.hits());
        return SideScore.of(List.of(spoken), 0, false, limits);
    }

    /** Which rules this reader reads by; see {@link SegmentHits#lexiconVersion}. */
    public String lexiconVersion() {
        return book.version();
    }

    /** The lexicon's phrase behind a {@link Hit#ruleId}, for reason cards; empty for slot rules and unknown ids. */
    public Optional<String> phrase(String ruleId) {
        return Optional.ofNullable(book.phrasesById().get(ruleId)).map(Phrase::written);
    }

    private static final class Standard {
        static final ScriptReader READER =
                new ScriptReader(
                        RuleBook.of(
                                resource(LEXICON),
                                resource(CONCEPTS),
                                resource(PATTERNS),
                                resource(WORDS),
                                resource(SYLLABLES)),
                        ScriptLimits.standard());

        private static String resource(String name) {
            try (InputStream in = ScriptReader.class.getResourceAsStream(name)) {
                return new String(
                        Objects.requireNonNull(in, name + " is missing from the jar")
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "rule file " + name + " cannot be read from the jar", e);
            }
        }
    }
}
