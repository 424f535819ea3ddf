/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.GroupKind;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Subject;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A profile that was put away is the same when it is taken out again, and small meanwhile. */
class ProfileFormTest {

    @Property(tries = 300)
    void whatWasPutAwayIsTakenOut(@ForAll long seed) {
        var profile = life(new Random(seed));
        var bytes = ProfileForm.write(profile);
        var same = ProfileForm.read(bytes);

        assertThat(same).usingRecursiveComparison().isEqualTo(profile);
        assertThat(ProfileForm.write(same)).isEqualTo(bytes);
        assertThat(same.snapshot(Subject.number("n", 1), profile.lastActive, "e"))
                .isEqualTo(profile.snapshot(Subject.number("n", 1), profile.lastActive, "e"));
    }

    @Example
    void aNumberNobodyKnowsYetTakesLittle() {
        assertThat(ProfileForm.write(new NumberProfile())).hasSizeLessThan(80);
    }

    /** A few hours of somebody: random calls both ways, cells, devices, reports and silence. */
    private static NumberProfile life(Random random) {
        var profile = new NumberProfile();
        var at = NOON;
        for (var i = random.nextInt(60); i >= 0; i--) {
            at += random.nextInt((int) (10 * MINUTE));
            step(profile, random, at);
            profile.seen(at);
        }
        return profile;
    }

    private static void step(NumberProfile profile, Random random, long at) {
        var peer = token(random.nextInt(40));
        switch (random.nextInt(10)) {
            case 0 -> profile.seenInCell(token(random.nextInt(5)), at);
            case 1 -> profile.seenWithDevice("handset-" + random.nextInt(3), at);
            case 2 -> profile.received(peer, at, random.nextBoolean()).lastDurationMs = SECOND;
            case 3 -> profile.open("call-" + at, peer, random.nextBoolean(), at).answeredAt = at;
            case 4 -> profile.unbound(peer, at);
            case 5 -> profile.tellOnce("S01", at, at);
            case 6 -> profile.recentIds.add("event-" + at, at);
            case 7 -> profile.settledCdrs.add("cdr-" + at, at);
            case 8 -> {
                profile.boundPurpose = PurposeClass.values()[random.nextInt(3)];
                profile.leaseKey = "租-" + random.nextInt(9);
                profile.minuteStart = at;
                profile.minute.add(minute(peer));
            }
            default -> {
                profile.attempted(peer, at, random.nextBoolean(), false, false, "44");
                profile.answered(peer, at);
                profile.talked(random.nextInt((int) HOUR), at);
                profile.due(at);
            }
        }
    }

    private static MinuteInGroup minute(String peer) {
        var minute = new MinuteInGroup();
        minute.kind = GroupKind.LEASE;
        minute.key = "lease";
        minute.attempts = 3;
        minute.callees.add(Hashes.of(peer));
        return minute;
    }

    private static String token(int n) {
        return String.format("%032x", 0x1234_5678_9abcL * (n + 1));
    }
}
