/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentIdsTest {
    private final RecentIds ids = new RecentIds();

    @Test
    void anIdIsKnownForTwoMinutes() {
        assertThat(ids.add("call-1", NOON)).isTrue();
        assertThat(ids.add("call-1", NOON + 120 * SECOND)).isFalse();
        assertThat(ids.add("call-2", NOON + 120 * SECOND)).isTrue();
        assertThat(ids.add("call-1", NOON + 121 * SECOND)).isTrue();
    }

    @Test
    void aRepetitionDoesNotRenewIt() {
        ids.add("call-1", NOON);
        ids.add("call-1", NOON + 100 * SECOND);

        assertThat(ids.add("call-1", NOON + 130 * SECOND)).isTrue();
        assertThat(ids.seen).as("one hash and its time").hasSize(2);
    }
}
