/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/indicators.md} says what the code counts; run with {@code -Dfuselink.regenerate} to renew it. */
class IndicatorReferenceTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "indicators.md");

    @Test
    void thePageIsNotStale() throws IOException {
        var rendered = IndicatorReference.render();
        if (System.getProperty("fuselink.regenerate") != null) {
            Files.writeString(PAGE, rendered);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(rendered);
    }
}
