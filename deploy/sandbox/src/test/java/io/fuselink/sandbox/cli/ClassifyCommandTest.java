/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.sandbox.ExitCodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifyCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    @Test
    void aMobileIsOneLineWithItsToken() {
        var line = only(classify("--sandbox-key", "13800138000"));

        assertThat(line.properties().stream().map(field -> field.getKey()))
                .containsExactly(
                        "class",
                        "canonical",
                        "spoof_shape",
                        "mvno",
                        "display",
                        "token",
                        "reasons",
                        "tag");
        assertThat(line.get("class").asText()).isEqualTo("MOBILE");
        assertThat(line.get("canonical").asText()).isEqualTo("CN:M:13800138000");
        assertThat(line.get("token").asText())
                .isEqualTo(Tokenizer.sandbox().token("CN:M:13800138000"));
        assertThat(line.get("reasons")).isNotEmpty();
    }

    @Test
    void aMiddleNumberHasItsUnit() {
        var line = only(classify("--sandbox-key", "700123456781234"));

        assertThat(line.get("class").asText()).isEqualTo("NUMBER_PROTECTION");
        assertThat(line.get("unit").asText()).isEqualTo("70012345678");
        assertThat(line.get("parts").toString())
                .isEqualTo("{\"unit\":\"70012345678\",\"user\":\"1234\"}");
    }

    @Test
    void itIsMarkedAsAMiddleNumberWhateverItsRisk() {
        var harmless = only(classify("--sandbox-key", "700123456781234")).get("tag");
        assertThat(harmless.get("service").asText()).contains("号码保护服务");
        assertThat(harmless.has("risk")).isFalse();
        var risky = only(classify("--sandbox-key", "--level", "3", "700123456781234")).get("tag");
        assertThat(risky.get("service").asText()).contains("号码保护服务");
        assertThat(risky.get("wording_id").asText()).isEqualTo("RISK-L3-1");
    }

    @Test
    void theDraftStandardIsReadWhereItIsChosen() {
        var parts =
                only(classify("--sandbox-key", "--profile", "draft-2025-12", "700123456781234"))
                        .get("parts");

        assertThat(parts.get("operator").asText()).isEqualTo("1");
        assertThat(parts.get("platform").asText()).isEqualTo("2345678");
        assertThat(Run.of("classify", "--profile", "draft", "700123456781234").exit())
                .isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void tokensAreMadeWithTheKeyOfTheFile() throws IOException {
        var key = Files.writeString(folder.resolve("key"), "7:" + "ab".repeat(32));

        var line = only(classify("--key-file", key.toString(), "95588"));

        assertThat(line.get("token").asText()).startsWith("07");
    }

    @Test
    void whatStandsForNobodyHasNoToken() {
        var line = only(classify("--sandbox-key", "138****8000"));

        assertThat(line.get("class").asText()).isEqualTo("MASKED");
        assertThat(line.has("token")).isFalse();
        assertThat(line.has("canonical")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    +86110      | INTL_SHORT_CODE
                    -13800138000| NONE
                    -138****8000| NONE
                    *#06#       | MALFORMED
                    ''          | HIDDEN
                    (home)      | MALFORMED
                    """)
    void aNumberMayBeginWithAnything(String number, String shape) {
        var line = only(classify("--sandbox-key", number));

        assertThat(line.get("spoof_shape").asText()).isEqualTo(shape);
    }

    @Test
    void anythingIsANumberAfterTwoDashes() {
        assertThat(lines(classify("--sandbox-key", "--", "--unknown", "110"))).hasSize(2);
    }

    @Test
    void aMobileFromAbroadIsASpoofUnlessItRoams() {
        var stray = only(classify("--sandbox-key", "--trunk", "intl", "+8613800138000"));
        var roaming =
                only(classify("--sandbox-key", "--trunk", "intl", "--roaming", "+8613800138000"));

        assertThat(stray.get("spoof_shape").asText()).isEqualTo("INTL_DOMESTIC");
        assertThat(roaming.get("spoof_shape").asText()).isEqualTo("NONE");
    }

    @Test
    void numbersComeFromStandardInputOneALine() {
        var before = System.in;
        System.setIn(new ByteArrayInputStream("13800138000\n\n１１０\n".getBytes(UTF_8)));
        try {
            assertThat(lines(classify("--sandbox-key", "-")))
                    .extracting(line -> line.get("class").asText())
                    .containsExactly("MOBILE", "MALFORMED", "SHORT_CODE");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aMisspeltOptionIsNoNumber() {
        var run = Run.of("classify", "--trnk", "intl", "110");

        assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains("'--trnk'").contains("--trunk");
    }

    @Test
    void aKeyFileThatIsNoneIsNamedInOneSentence() throws IOException {
        var file = Files.writeString(folder.resolve("key"), "secret");

        var run = Run.of("classify", "--key-file", file.toString(), "110");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains(file.toString()).doesNotContain("secret");
    }

    private static Run classify(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "classify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var run = Run.of(all);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCodes.OK);
        return run;
    }

    private static JsonNode only(Run run) {
        var lines = lines(run);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static List<JsonNode> lines(Run run) {
        return run.out().lines().map(ClassifyCommandTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
