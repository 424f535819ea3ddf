/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.DeviceClass;
import io.fuselink.events.GroupKind;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Subject;
import java.util.HexFormat;
import java.util.List;
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

    /** Written by the version before this one: a number with a caller, an open call and ten busy minutes. */
    private static final String FORM_OF_VERSION_1 =
            "010000019cac13ba600101000000c0fc15000000000663656c6c0001c0cf24910103010300035b53d717e86c18068db92af303efb6bf1913ccaf27d6de7800035b53d717e86c1806c0cf2400008db92af303efb6bf80a61d00001913ccaf27d6de78c0fc150000010863616c6c6572c09a0cc09a0ce0d4030101d975ff7014b010cb0a63616c6c65652d3201c0fc15a0e01401e3f119a7c5b59418c0cf240000000104343403c0fc15c0e99dc19567000240ed4c000000000000000000000000000000";

    @Example
    void aFormOfTheVersionBeforeIsStillRead() {
        var profile = ProfileForm.read(HexFormat.of().parseHex(FORM_OF_VERSION_1));

        assertThat(profile.caller("caller").stranger).isTrue();
        assertThat(profile.open).singleElement().matches(call -> call.outgoing && call.codes == 0);
        assertThat(profile.attempts1h(profile.lastActive)).isEqualTo(3);
        assertThat(profile.whereabouts).usingRecursiveComparison().isEqualTo(new Whereabouts());
        assertThat(ProfileForm.read(ProfileForm.write(profile)))
                .usingRecursiveComparison()
                .isEqualTo(profile);
    }

    @Property(tries = 300)
    void anIdIsNotedInTheHeadAsInTheWhole(@ForAll long seed) {
        var random = new Random(seed);
        var profile = life(random);
        var bytes = ProfileForm.write(profile);
        var at = profile.lastActive + random.nextInt((int) MINUTE);
        var head = ProfileHead.of(bytes);
        head.recentIds.add("event", at);
        head.settledCdrs.add("cdr", at);
        profile.recentIds.add("event", at);
        profile.settledCdrs.add("cdr", at);

        assertThat(ProfileForm.read(head.profile())).usingRecursiveComparison().isEqualTo(profile);
    }

    @Example
    void theHeadKnowsTheCallsTheNumberHasOpenItself() {
        var profile = new NumberProfile();
        profile.open("made", token(1), true, NOON);
        profile.open("received", token(2), false, NOON);
        profile.seen(NOON);
        var head = ProfileHead.of(ProfileForm.write(profile));

        assertThat(head.lastActive()).isEqualTo(NOON);
        assertThat(head.calls("made")).isTrue();
        assertThat(head.calls("received")).isFalse();
        assertThat(head.calls("over")).isFalse();
    }

    @Example
    void aFormOfTheVersionsBeforeHasNoHead() {
        assertThat(ProfileHead.of(HexFormat.of().parseHex(FORM_OF_VERSION_1))).isNull();
    }

    @Example
    void whatNobodyHeardTakesNoRoom() {
        var profile = life(new Random(1));
        profile.spoken = List.of();
        var silent = ProfileForm.write(profile).length;
        profile.spoke(new SpokenCall(Hashes.of("c"), profile.lastActive, 3, 1_200, false, 970));

        assertThat(ProfileForm.write(profile)).hasSizeBetween(silent + 1, silent + 20);
        profile.seen(profile.lastActive + DAY);
        assertThat(ProfileForm.read(ProfileForm.write(profile)).spoken).isEmpty();
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
        switch (random.nextInt(15)) {
            case 0 -> profile.seenInCell(token(random.nextInt(5)), at);
            case 1 -> profile.seenWithDevice("handset-" + random.nextInt(3), at);
            case 2 -> {
                var caller = profile.received(peer, at, random.nextBoolean());
                caller.lastDurationMs = SECOND;
                caller.door = random.nextInt(3) - 1;
                caller.device = random.nextInt(2);
                caller.masked = random.nextBoolean();
                caller.foreign = random.nextBoolean();
            }
            case 3 -> {
                var open = profile.open("call-" + at, peer, random.nextBoolean(), at);
                open.answeredAt = at;
                open.codes = random.nextInt(2);
                open.lastCodeAt = open.codes * at;
            }
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
            case 9 -> where(profile.whereabouts, random, at);
            case 10 -> {
                profile.foundVacant(at);
                profile.exposed(at);
                profile.calledBackInVain(peer, at);
            }
            case 11 -> profile.footprintAt = at;
            case 12 ->
                    profile.spoke(
                            new SpokenCall(
                                    random.nextInt(12),
                                    at,
                                    random.nextInt(6),
                                    random.nextInt(2_000),
                                    random.nextBoolean(),
                                    random.nextInt(1_002) + SpokenCall.UNHEARD));
            default -> {
                profile.attempted(peer, at, random.nextBoolean(), false, false, "44");
                profile.answered(peer, at);
                profile.talked(random.nextInt((int) HOUR), at);
                profile.due(at);
            }
        }
    }

    private static void where(Whereabouts where, Random random, long at) {
        where.inArea(random.nextBoolean() ? "ws0e7" : "wtw3s", at);
        where.callsFrom(random.nextInt(3), random.nextBoolean(), "wtw3s", at);
        where.batch = random.nextInt();
        if (random.nextBoolean()) {
            var seen = at - random.nextInt(9) * DAY;
            where.seated(DeviceClass.HANDSET, seen, seen, at);
        } else {
            where.calls(at, "44", "31");
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
