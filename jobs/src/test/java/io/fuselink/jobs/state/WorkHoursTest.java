/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkHoursTest {
    @Test
    void noonIsTheTwelfthHourInBeijing() {
        assertThat(WorkHours.of(NOON)).isEqualTo(1 << 12);
        assertThat(WorkHours.of(NOON + 13 * HOUR)).isEqualTo(1 << 1);
    }

    @Test
    void anHourIsOverWhenItComesAgain() {
        var hours = WorkHours.of(NOON) | WorkHours.of(NOON + HOUR);
        var told = NOON + HOUR + MINUTE;

        assertThat(WorkHours.still(hours, told, NOON + DAY - 1)).isEqualTo(hours);
        assertThat(WorkHours.still(hours, told, NOON + DAY)).isEqualTo(1 << 13);
        assertThat(WorkHours.still(hours, told, NOON + DAY + HOUR)).isZero();
        assertThat(WorkHours.still(hours, told, NOON + 30 * DAY)).isZero();
    }

    @Test
    void theLastDayIsTheHourOfNowAndTheTwentyThreeBefore() {
        var now = NOON + 59 * MINUTE;

        assertThat(WorkHours.lately(NOON, now)).isTrue();
        assertThat(WorkHours.lately(NOON - 23 * HOUR, now)).isTrue();
        assertThat(WorkHours.lately(NOON - 23 * HOUR - 1, now)).isFalse();
        assertThat(WorkHours.lately(NOON + HOUR, now)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0x0|unknown hours",
                "0xffffff|all hours",
                "0x1000|12 h",
                "0x000f00|8-11 h",
                "0xc00003|22-1 h",
                "0xc00f03|8-11, 22-1 h"
            })
    void spansAreWrittenRoundMidnight(String mask, String words) {
        assertThat(WorkHours.words(Integer.decode(mask))).isEqualTo(words);
    }
}
