/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FeedReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "feeds.md");

    @Test
    void thePublishedContractIsTheOneTheCodecsFollow() throws Exception {
        if (System.getProperty("fuselink.regenerate") != null) {
            FeedReference.main(new String[] {PAGE.toString()});
        }

        assertThat(PAGE).exists();
        assertThat(FeedReference.markdown())
                .as("docs/feeds.md is out of date: run mvn -pl events test -Dfuselink.regenerate")
                .isEqualTo(Files.readString(PAGE));
    }
}
