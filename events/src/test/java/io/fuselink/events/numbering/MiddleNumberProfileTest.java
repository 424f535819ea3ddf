/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.numbering.MiddleNumberProfile.Parts;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MiddleNumberProfileTest {
    private static final LocalDate IN_FORCE = LocalDate.of(2026, 3, 2);
    private static final String NUMBER = "700123456789012";

    @Test
    void withoutAStandardTheDigitsSayNoMoreThanWhoManagesThem() {
        assertThat(MiddleNumberProfile.OPAQUE.read(NUMBER, IN_FORCE))
                .contains(new Parts("70012345678", "9012", null, null));
    }

    @Test
    void theDraftNamesOperatorAndPlatform() {
        assertThat(MiddleNumberProfile.DRAFT_2025_12.read(NUMBER, IN_FORCE))
                .contains(new Parts("70012345678", "9012", "1", "2345678"));
    }

    @Test
    void noProfileReadsBeforeItsDayNorAnythingButAMiddleNumber() {
        var draft = MiddleNumberProfile.DRAFT_2025_12;

        assertThat(draft.read(NUMBER, LocalDate.of(2025, 11, 30))).isEmpty();
        assertThat(draft.read("70012345678901", IN_FORCE)).isEmpty();
        assertThat(draft.read("170123456789012", IN_FORCE)).isEmpty();
        assertThat(draft.read("70012345678901x", IN_FORCE)).isEmpty();
        assertThat(draft.read(null, IN_FORCE)).isEmpty();
    }

    @Test
    void aProfileIsChosenByItsName() {
        assertThat(MiddleNumberProfile.named("draft-2025-12"))
                .contains(MiddleNumberProfile.DRAFT_2025_12);
        assertThat(MiddleNumberProfile.named("draft")).isEmpty();
    }
}
