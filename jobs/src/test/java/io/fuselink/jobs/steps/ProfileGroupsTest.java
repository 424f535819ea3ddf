/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.GroupKind;
import io.fuselink.events.GroupPartial;
import io.fuselink.events.NumberClass;
import io.fuselink.jobs.order.StepHarness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long numbers that share a handset are remembered as a group. */
class ProfileGroupsTest {

    @Test
    void aHandsetIsForgottenADayAfterItsLastCallByTheDailySweep() throws Exception {
        try (var groups =
                StepHarness.of(new ProfileGroups(), GroupPartial.class, GroupPartial::key)) {
            groups.tell(minuteOf("sim", NOON)).until(NOON + MINUTE);
            groups.tell(minuteOf("sim", NOON + 20 * HOUR)).until(NOON + 20 * HOUR + MINUTE);
            groups.until(NOON + DAY + HOUR);

            assertThat(groups.remembered()).as("it called five hours ago").isPositive();

            groups.until(NOON + 20 * HOUR + ProfileGroups.KEPT_MS + 2 * DAY);

            assertThat(groups.remembered()).isZero();
        }
    }

    private static GroupPartial minuteOf(String number, long at) {
        return new GroupPartial(
                GroupKind.DEVICE,
                "imei",
                number,
                1,
                NumberClass.MOBILE,
                at,
                1,
                1,
                1,
                0,
                0,
                null,
                List.of(7L),
                at + MINUTE);
    }
}
