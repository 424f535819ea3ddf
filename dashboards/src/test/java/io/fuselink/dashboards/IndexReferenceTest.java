/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/indices.md} says what the templates say; run with {@code -Dfuselink.docs=write} to renew it. */
final class IndexReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "indices.md");

    @Test
    void thePageIsNotStale() throws IOException {
        var rendered = IndexReference.render();
        if ("write".equals(System.getProperty("fuselink.docs"))) {
            Files.writeString(PAGE, rendered);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/indices.md is stale: mvn -pl dashboards -am test -Dfuselink.docs=write")
                .isEqualTo(rendered);
    }
}
