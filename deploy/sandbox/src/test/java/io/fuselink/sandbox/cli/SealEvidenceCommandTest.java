/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small case from files to a pack in court. */
class SealEvidenceCommandTest {
    private static final String BUNDLE = "00000000000000000000000000000001";
    private static final String NINE = "1767229200000";
    private static final String TK = "ff000000000000000000000000000001";

    @TempDir private Path folder;
    private Path told;
    private Path key;
    private Path out;

    @BeforeEach
    void tell() throws IOException {
        told = Files.createDirectory(folder.resolve("told"));
        key = folder.resolve("centre.key");
        out = folder.resolve("packs");
        write(
                "bundles",
                """
                {"bundle_id":"B","episode_id":"E","version":1,"subject_type":"NUMBER","subject_tk":"TK","epoch":1,"level":3,"finding_ids":["F"],"opened_at":NINE,"policy_version":4,"model_version":"m1","at":NINE}
                {"bundle_id":"other","episode_id":"E2","version":1,"subject_type":"NUMBER","subject_tk":"x","epoch":1,"level":2,"at":NINE}
                {"bundle_id":"B","episode_id":"E","version":1,"subject_type":"NUMBER","subject_tk":"TK","epoch":1,"level":3,"finding_ids":["F"],"opened_at":NINE,"policy_version":4,"model_version":"m1","at":NINE}
                """);
        write(
                "assessments",
                "{\"id\":\"a\",\"episode_id\":\"E\",\"level\":3,\"at\":NINE}\n{\"id\":\"b\",\"level\":1,\"at\":NINE}\n");
        write(
                "findings",
                """
                {"id":"F","detector":"number-model","model_version":"m1","score":0.97,"at":NINE,"evidence":[{"signal_id":"s","code":"S01","value":31.0,"limit":20.0,"at":NINE,"event_ids":["call-1","call-2"]}]}
                {"id":"G","detector":"other","at":NINE}
                """);
        write(
                "legs",
                "{\"leg_id\":\"L\",\"bundle_id\":\"B\",\"version\":1,\"state\":\"ISSUED\",\"at\":NINE}\n");
        write(
                "actions",
                "{\"leg_id\":\"L\",\"bundle_id\":\"B\",\"command\":\"APPLY\",\"issued_at\":NINE}\n");
        write(
                "acks",
                "{\"event_id\":\"k\",\"source\":\"CARRIER\",\"provider\":\"p\",\"event_time\":NINE,\"ingest_time\":NINE,\"schema_ver\":1,\"leg_id\":\"L\",\"bundle_id\":\"B\",\"party\":\"p\",\"status\":\"EFFECTIVE\",\"version\":1,\"at\":NINE}\n");
        assertThat(Run.of("evidence-key", key.toString()).exit()).isEqualTo(ExitCodes.OK);
    }

    private void write(String name, String lines) throws IOException {
        Files.writeString(
                told.resolve(name + ".jsonl"),
                lines.replace("\"B\"", "\"" + BUNDLE + "\"")
                        .replace("NINE", NINE)
                        .replace("\"TK\"", "\"" + TK + "\""));
    }

    private Run seal(String... which) {
        var arguments = new ArrayList<>(List.of(which));
        arguments.addAll(
                0,
                List.of(
                        "seal-evidence",
                        "--outputs",
                        told.toString(),
                        "--key",
                        key.toString(),
                        "--out",
                        out.toString()));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Path pack() {
        return out.resolve(BUNDLE + ".evidence.jsonl");
    }

    @Test
    void aPackHoldsEverythingOfItsBundleOnceAndNothingOfOthers() throws IOException {
        var run = seal("--bundle", BUNDLE);

        assertThat(run.exit()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("11 records").contains("to be kept YEARS_2");
        var lines = Files.readAllLines(pack());
        assertThat(lines)
                .extracting(line -> line.replaceAll(".*\"kind\":\"(\\w+)\".*", "$1"))
                .containsExactly(
                        "CASE",
                        "VERSIONS",
                        "EVENT_REF",
                        "EVENT_REF",
                        "FINDING",
                        "FEATURES",
                        "ASSESSMENT",
                        "BUNDLE",
                        "LEG",
                        "ACTION",
                        "ACK",
                        "SEAL");
        assertThat(lines.get(4)).contains("\"limit\":20.0", "\"value\":31.0");
        assertThat(lines.get(1)).contains("\"policy\":[\"4\"]", "\"model\":[\"m1\"]");
    }

    @Test
    void whatWasSealedVerifiesAndABrokenByteIsNamed() throws IOException {
        seal("--all");
        var publicKey = key + ".pub";

        var intact = Run.of("verify-evidence", pack().toString(), "--public-key", publicKey);
        assertThat(intact.exit()).isEqualTo(ExitCodes.OK);
        assertThat(intact.out()).contains("intact: ").contains("which is the one given");

        Files.writeString(pack(), Files.readString(pack()).replace("31.0", "13.0"));
        var broken = Run.of("verify-evidence", pack().toString());
        assertThat(broken.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(broken.err()).hasLineCount(1).contains("record 5 is altered");
    }

    @Test
    void allMeansOnePackForEveryBundle() throws IOException {
        assertThat(seal("--all").exit()).isEqualTo(ExitCodes.OK);

        try (var packs = Files.list(out)) {
            assertThat(packs).hasSize(2);
        }
    }

    @Test
    void aBundleNobodyToldOfIsNamed() {
        var run = seal("--bundle", "nobody");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("Nothing was told of bundle nobody");
    }

    @Test
    void aKeyIsNeverReplaced() {
        var again = Run.of("evidence-key", key.toString());

        assertThat(again.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(again.err()).contains("exists already");
    }

    @Test
    void whatIsNoKeyIsNamed() throws IOException {
        var notAKey = Files.writeString(folder.resolve("not.key"), "hello");
        var run = Run.of("verify-evidence", notAKey.toString(), "--public-key", notAKey.toString());

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("not.key holds no Ed25519 key");
    }
}
