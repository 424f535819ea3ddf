/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.patterns.script.Hit;
import io.fuselink.patterns.script.ScriptReader;
import io.fuselink.patterns.script.ScriptVerdict.Verdict;
import io.fuselink.patterns.script.Stage;
import io.fuselink.patterns.script.WholeText;
import io.fuselink.sandbox.OperatorError;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What lexicon and slot rules say of texts, outside any job: to try wordings, and to judge a change of the rules. */
@Command(
        name = "read",
        description = {
            "Reads texts for fraud scripts: one JSON line for each row, in order, with id, score, stages, hits and verdict.",
            "The verdict is SUSPICIOUS (the caller follows a script), VICTIM (the callee speaks of one), ADVISORY (a warning) or NONE. A dialogue whose lines name their speakers is read by channel. The texts themselves are not printed.",
            "",
            "  read --in sentences.tsv",
            "  read --in chats.jsonl.gz --out verdicts.jsonl",
            ""
        },
        mixinStandardHelpOptions = true)
final class ReadCommand implements Runnable {

    private static final String STANDARD_STREAM = "-";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec private CommandSpec spec;

    @Option(
            names = "--in",
            required = true,
            paramLabel = "FILE",
            description =
                    "A table with tabs and a header that names text (set, label, text), or JSON lines with id and text; either may be gzipped. - reads standard input.")
    private String in;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the lines go instead of standard output; written anew.")
    private Path out;

    private final ScriptReader reader = ScriptReader.standard();
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

    /** One line of output. */
    private record Line(
            String id, double score, List<Stage> stages, List<Rule> hits, Verdict verdict) {

        static Line of(String id, WholeText read) {
            return new Line(
                    id,
                    Math.round(read.score() * 100) / 100.0,
                    read.stages(),
                    read.hits().stream().map(Rule::of).toList(),
                    read.verdict());
        }
    }

    /** A rule that stands in the text. */
    private record Rule(String rule, String category, Stage stage, int weight, int at) {

        static Rule of(Hit hit) {
            return new Rule(hit.ruleId(), hit.category(), hit.stage(), hit.weight(), hit.offset());
        }
    }

    @Override
    public void run() {
        try (InputStream texts = open();
                PrintWriter lines = lines()) {
            TextRows.read(texts, name(), row -> print(row, lines));
            lines.flush();
        } catch (IOException e) {
            throw OperatorError.badInput(
                    "%s cannot be read, or the output not written (%s)."
                            .formatted(name(), e.getMessage()),
                    e);
        }
        tell();
    }

    private String name() {
        return in.equals(STANDARD_STREAM) ? "standard input" : in;
    }

    private InputStream open() throws IOException {
        if (in.equals(STANDARD_STREAM)) {
            return new Unclosed(System.in);
        }
        Path file = Path.of(in);
        if (Files.isDirectory(file)) {
            throw OperatorError.badInput(in + " is a directory; give a file.");
        }
        if (!Files.exists(file)) {
            throw OperatorError.badInput("File " + in + " does not exist; check the path.");
        }
        if (out != null && Files.exists(out) && Files.isSameFile(file, out)) {
            throw OperatorError.badInput(
                    "--in and --out are both " + in + "; choose another --out.");
        }
        return Files.newInputStream(file);
    }

    private PrintWriter lines() throws IOException {
        return out == null
                ? new PrintWriter(spec.commandLine().getOut())
                : new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8));
    }

    private void print(TextRows.Row row, PrintWriter lines) {
        WholeText read = reader.readWhole(row.text());
        verdicts.merge(read.verdict(), 1L, Long::sum);
        try {
            lines.println(JSON.writeValueAsString(Line.of(row.id(), read)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell() {
        String counts =
                Arrays.stream(Verdict.values())
                        .map(
                                verdict ->
                                        String.format(
                                                Locale.ROOT,
                                                "%,d %s",
                                                verdicts.getOrDefault(verdict, 0L),
                                                verdict))
                        .collect(Collectors.joining(", "));
        spec.commandLine()
                .getErr()
                .println("fuselink: " + counts + ", by rules " + reader.lexiconVersion() + ".");
    }

    /** Standard input belongs to the process. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
