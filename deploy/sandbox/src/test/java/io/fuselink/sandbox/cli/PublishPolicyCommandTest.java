/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy file is taken whole or refused whole, with the field that is wrong. */
class PublishPolicyCommandTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            textBlock =
                    """
                    {"version": 1, "by": "wang", "limits": {"s01_attempts_1h": 60}}             |
                    {"version": 1, "by": "wang", "rule_states": {"night-calls": "SHADOW"}}      |
                    {"version": 1, "by": "wang", "limits": {"s01_atempts": 60}}                 | limits.s01_atempts is not a known limit
                    {"version": 1, "by": "wang", "limits": {"s01_attempts_1h": "60"}}           | limits.s01_attempts_1h must be a number
                    {"version": 1, "by": "wang", "limits": {"s12_night_share": 60}}             | limits.s12_night_share is a share
                    {"version": 1, "by": "wang", "rule_states": {"night-calls": "QUIET"}}       | rule_states.night-calls must be LIVE, SHADOW or OFF
                    {"version": 1, "by": "wang", "rule_states": {"astrology": "OFF"}}           | rule_states.astrology is not a known detector
                    {"version": 1, "by": "wang", "limit": {"s01_attempts_1h": 60}}              | limit is no field of a policy
                    {"version": 1, "by": "wang", "version": 2}                                  | not JSON at line 1
                    {"version": "one", "by": "wang"}                                            | version must be an integer
                    {"version": 1}                                                              | by must say who publishes
                    {"version": 1, "by": "wang", "valid_from": "tomorrow"}                      | valid_from must be epoch ms or a time with a zone
                    {"version": 1, "by": "wang", "valid_from": "2026-03-02T09:30:00Z"}          | valid_from must be at least 3000 ms after
                    {"version": 1, "by": "wang", "lexicon_version": "of-1998"}                  | lexicon_version of-1998 is not in this job
                    [1]                                                                         | not one JSON object
                    {"version": 1,                                                              | not JSON at line 1
                    """)
    void everyFieldIsChecked(String contents, String wrong) throws IOException {
        var file = Files.writeString(folder.resolve("policy.json"), contents);

        var run = Run.of("publish-policy", file.toString(), "--check");

        if (wrong == null) {
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("may be published");
        } else {
            assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(run.err()).hasLineCount(1).contains(file.toString()).contains(wrong);
        }
    }

    @Test
    void aMissingFileIsNamed() {
        var run = Run.of("publish-policy", folder.resolve("none.json").toString(), "--check");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains("none.json: cannot be read");
    }
}
