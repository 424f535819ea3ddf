/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PatternReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "patterns.md");

    @Test
    void thePageSaysWhatTheCodeDoes() throws Exception {
        if (System.getProperty("fuselink.regenerate") != null) {
            Files.writeString(PAGE, PatternReference.write());
        }
        assertThat(PAGE)
                .as("run mvn -pl cep-patterns test -Dfuselink.regenerate to renew the page")
                .hasContent(PatternReference.write());
    }
}
