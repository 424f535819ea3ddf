/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.ActionType;
import io.fuselink.events.Assessment;
import io.fuselink.events.Family;
import io.fuselink.events.Reason;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import io.fuselink.jobs.AnAssessment;
import io.fuselink.jobs.Told;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is acted on, for every subject, level and action (domain.md §6.4). */
class TargetsTest {
    private static final Set<ActionType> HELP = EnumSet.of(ActionType.WARN, ActionType.DISSUADE);

    @Property(tries = 500)
    void neverAWholeMiddleNumberCellOrPlatformAndNeverAVictim(
            @ForAll SubjectType subject,
            @ForAll @IntRange(min = 0, max = 4) int level,
            @ForAll boolean byAuthority,
            @ForAll boolean spoofed) {
        var bundle = Bundles.opened("bundle", assessed(subject, level, spoofed));
        for (var rung : Ladder.rungs(level, byAuthority, subject)) {
            var target = Targets.of(rung.action(), bundle, List.of("TRUNK:t1"));
            assertThat(target).isPresent();
            if (subject == SubjectType.VICTIM) {
                assertThat(HELP).contains(rung.action());
                assertThat(target.get().type()).isEqualTo(TargetType.CALLEE);
            }
            if (spoofed && Ladder.restricts(rung.action()) && subject == SubjectType.NUMBER) {
                assertThat(target.get()).isEqualTo(new Target(TargetType.TRUNK, "t1"));
            }
            assertThat(subject)
                    .isNotIn(SubjectType.CELL, SubjectType.PLATFORM, SubjectType.CAMPAIGN);
        }
    }

    @Property(tries = 50)
    void anImitatedNumberIsLeftAloneWhereNoTrunkIsKnown(@ForAll ActionType action) {
        if (Ladder.restricts(action)) {
            var bundle = Bundles.opened("bundle", assessed(SubjectType.NUMBER, 3, true));

            assertThat(Targets.of(action, bundle, List.of())).isEmpty();
        }
    }

    private static Assessment assessed(SubjectType subject, int level, boolean spoofed) {
        var code = spoofed ? "S22_SPOOF_SHAPE" : "S01_STRANGER_BURST";
        return AnAssessment.about(new Subject(subject, "subject", 1), level, Told.NOON)
                .because(new Reason("rule", 1, code, Family.BEHAVIOUR, 5, 3, 2, 0))
                .told();
    }
}
