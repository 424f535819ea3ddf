/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.patterns.script.ScriptVerdict.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Real customer service chats must hardly ever look suspicious. Recall on the fraud texts is printed, never asserted: they
 * are messages, LLM rewrites and LLM dialogues, so it says nothing about calls in the field.
 */
class PublicTextsTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "fraud_text");

    private static final class Share {
        private int suspicious;
        private int texts;
    }

    @Test
    void realCustomerServiceChatsAreHardlyEverSuspicious() throws IOException {
        assumeThat(FOLDER.resolve("train.jsonl.gz"))
                .as("public texts, see docs/scripts.md")
                .exists();
        Map<String, Share> shares = new TreeMap<>();
        read("train", shares);
        read("dev", shares);
        shares.forEach(
                (set, share) ->
                        System.out.printf(
                                "%s: %d of %d suspicious (%.2f %%)%n",
                                set,
                                share.suspicious,
                                share.texts,
                                100.0 * share.suspicious / share.texts));

        for (String part : new String[] {"train", "dev"}) {
            Share chats = shares.get("jddc 0 " + part);
            assertThat((double) chats.suspicious / chats.texts)
                    .as("suspicious share of %s", part)
                    .isLessThan(0.002);
        }
    }

    private static void read(String part, Map<String, Share> shares) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(FOLDER.resolve(part + ".jsonl.gz"))),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = json.readTree(line);
                String set =
                        row.get("source").asText() + " " + row.get("label").asInt() + " " + part;
                Share share = shares.computeIfAbsent(set, key -> new Share());
                WholeText read = ScriptReader.standard().readWhole(row.get("text").asText());
                share.texts++;
                share.suspicious += read.verdict() == Verdict.SUSPICIOUS ? 1 : 0;
            }
        }
    }
}
