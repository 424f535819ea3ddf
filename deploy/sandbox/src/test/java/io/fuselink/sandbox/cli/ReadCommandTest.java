/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.sandbox.ExitCodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts are read row by row, and told of without being repeated. */
class ReadCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCRIPT = "你涉嫌洗钱，把钱转到安全账户";

    @TempDir private Path folder;

    @Test
    void aTableIsReadInItsOrder() throws IOException {
        var lines =
                read(
                        "set\tlabel\ttext\n# what follows was made up\nown\tfraud\t"
                                + SCRIPT
                                + "\n\nown\tbenign\t您的快递放驿站了\nown\tbenign\t警方提醒您谨防诈骗，没有安全账户\n");

        assertThat(lines)
                .extracting(line -> line.get("id").asText())
                .containsExactly("1", "2", "3");
        assertThat(lines)
                .extracting(line -> line.get("verdict").asText())
                .containsExactly("SUSPICIOUS", "NONE", "ADVISORY");
        var first = lines.get(0);
        assertThat(first.properties().stream().map(field -> field.getKey()))
                .containsExactly("id", "score", "stages", "hits", "verdict");
        assertThat(first.get("score").asDouble()).isGreaterThanOrEqualTo(6);
        assertThat(first.get("stages").toString()).isEqualTo("[\"THREAT\",\"TRANSFER\"]");
        assertThat(first.get("hits").get(0).get("at").asInt()).isEqualTo(1);
        assertThat(first.toString()).doesNotContain("安全账户");
    }

    @Test
    void jsonLinesKeepTheirIdsZippedOrNot() throws IOException {
        var json = "{\"id\":\"a7\",\"text\":\"" + SCRIPT + "\",\"label\":1}\n";
        var zipped = folder.resolve("texts.jsonl.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(json).get(0).get("id").asText()).isEqualTo("a7");
        assertThat(lines(Run.of("read", "--in", zipped.toString()).out())).isEqualTo(read(json));
    }

    @Test
    void aDialogueIsReadByChannel() throws IOException {
        var fromTheCaller = "{\"text\":\"left: " + SCRIPT + "\\nright: 我不信\"}";
        var fromTheCallee = "{\"text\":\"left: 您好\\nright: 他说我涉嫌洗钱，我正要把钱转到安全账户\"}";

        assertThat(read(fromTheCaller + "\n" + fromTheCallee))
                .extracting(line -> line.get("verdict").asText())
                .containsExactly("SUSPICIOUS", "VICTIM");
    }

    @Test
    void standardInputIsReadAndAFileWritten() throws IOException {
        var out = folder.resolve("verdicts.jsonl");
        var before = System.in;
        System.setIn(
                new ByteArrayInputStream(("text\n" + SCRIPT).getBytes(StandardCharsets.UTF_8)));
        try {
            var run = Run.of("read", "--in", "-", "--out", out.toString());
            assertThat(run.exit()).isEqualTo(ExitCodes.OK);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("1 SUSPICIOUS, 0 VICTIM");
        } finally {
            System.setIn(before);
        }
        assertThat(lines(Files.readString(out))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "set~text~~a~b~c        | line 3: has 3 cells, the header names 2 (set, text)",
                "set~label~~a~b         | line 1: names no column 'text'",
                "{'id':'1','text':'安'}~~{'id':'2'} | line 3: holds no string 'text'",
                "{'id':'1','text':      | line 1: is not a JSON object",
                "~                      | holds no rows"
            })
    void whatIsNotUnderstoodIsNamedByItsLine(String content, String complaint) throws IOException {
        var file =
                file(content.strip().replace("~~", "\n\n").replace('~', '\t').replace('\'', '"'));

        var run = Run.of("read", "--in", file.toString());

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains(file + " ").contains(complaint);
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsRefused() throws IOException {
        var missing = Run.of("read", "--in", folder.resolve("none").toString());
        var latin =
                Files.write(
                        folder.resolve("latin"),
                        new byte[] {'t', 'e', 'x', 't', '\n', (byte) 0xff});
        var binary = Run.of("read", "--in", latin.toString());
        var itself = Run.of("read", "--in", latin.toString(), "--out", latin.toString());

        assertThat(missing.err()).contains("does not exist");
        assertThat(binary.err()).contains("not UTF-8");
        assertThat(itself.err()).contains("are both");
        assertThat(List.of(missing.exit(), binary.exit(), itself.exit()))
                .containsOnly(ExitCodes.BAD_INPUT);
    }

    private List<JsonNode> read(String content) throws IOException {
        var run = Run.of("read", "--in", file(content).toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.OK);
        return lines(run.out());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("texts"), content);
    }

    private static List<JsonNode> lines(String out) {
        return out.lines().map(ReadCommandTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
