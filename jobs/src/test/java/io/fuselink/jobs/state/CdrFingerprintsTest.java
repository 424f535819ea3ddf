/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CdrFingerprintsTest {
    private final CdrFingerprints cdrs = new CdrFingerprints();

    @Test
    void aPushRepeatedTenAndAHalfHoursLaterIsKnown() {
        assertThat(cdrs.add("cdr-1", NOON)).isTrue();
        assertThat(cdrs.add("cdr-2", NOON)).isTrue();
        assertThat(cdrs.add("cdr-1", NOON + 10 * HOUR + 30 * MINUTE)).isFalse();
        assertThat(cdrs.add("cdr-1", NOON + 12 * HOUR)).isFalse();
    }

    @Test
    void afterTwelveHoursItIsForgottenAndTakesNoRoom() {
        for (var i = 0; i < 100; i++) {
            cdrs.add("cdr-" + i, NOON);
        }

        assertThat(cdrs.add("cdr-1", NOON + 12 * HOUR + MINUTE)).isTrue();
        assertThat(cdrs.seen).hasSize(1);
    }

    @Test
    void aThousandCdrsOfOneNumberAreToldApart() {
        for (var i = 0; i < 1_000; i++) {
            assertThat(cdrs.add("cdr-" + i, NOON + i * MINUTE / 2)).as("cdr-%s", i).isTrue();
        }
    }
}
