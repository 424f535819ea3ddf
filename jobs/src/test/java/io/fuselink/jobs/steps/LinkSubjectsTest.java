/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.ActionType;
import io.fuselink.events.Assessment;
import io.fuselink.events.GroupKind;
import io.fuselink.events.Proof;
import io.fuselink.events.ProofKind;
import io.fuselink.events.Subject;
import io.fuselink.jobs.AnAssessment;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How far suspicion reaches from one number to those that share something with it. */
class LinkSubjectsTest {
    private static final String DOCUMENT = LinkKind.DOCUMENT.key("document-1");
    private static final String DEVICE = LinkKind.DEVICE.key("phone-1");
    private static final String OTHER_DEVICE = LinkKind.DEVICE.key("phone-2");
    private static final String OTHER_ACCOUNT = LinkKind.ACCOUNT.key("account-2");

    @Test
    void ofSixNumbersOnOneDocumentAtMostFiveAreLinkedAndNoneActedOn() throws Exception {
        var told = linkedBy(DOCUMENT, 3, "sim-2", "sim-3", "sim-4", "sim-5", "sim-6");

        assertThat(told).hasSize(5).allMatch(a -> a.level() >= 1 && a.level() <= 2);
        assertThat(told).filteredOn(a -> a.level() == 2).as("one in five seeds").hasSize(1);
        assertThat(told)
                .allSatisfy(
                        a -> {
                            assertThat(a.linkedFrom()).isEqualTo("NUMBER:seed:1");
                            assertThat(a.linkPath())
                                    .containsExactly("NUMBER:seed:1", DOCUMENT, a.subject().key());
                            assertThat(a.families()).isEqualTo("D");
                        });
    }

    @Test
    void aSeventhNumberOnTheDocumentIsSkippedAndSaysWhy() throws Exception {
        var told = linkedBy(DOCUMENT, 3, "s2", "s3", "s4", "s5", "s6", "s7");

        assertThat(told)
                .filteredOn(a -> a.level() == 0)
                .singleElement()
                .satisfies(a -> assertThat(a.suppressedBy()).contains("cap of DOCUMENT"))
                .satisfies(a -> assertThat(a.allowed()).isFalse());
    }

    @Test
    void weakKindsLinkNobodyByThemselves() throws Exception {
        for (var kind :
                List.of(LinkKind.ROSTER, LinkKind.DEALER, LinkKind.CELL_HOUR, LinkKind.CALLEE)) {
            assertThat(linkedBy(kind.key("shared"), 3, "other"))
                    .singleElement()
                    .satisfies(a -> assertThat(a.level()).isZero())
                    .satisfies(a -> assertThat(a.suppressedBy()).contains("too weak"));
        }
    }

    /** By one key each, even the strongest, what is left after two hops is below the floor. */
    @Property(tries = 200)
    void overOneKeyEachASecondHopIsNeverKept(
            @ForAll LinkKind first, @ForAll LinkKind second, @ForAll @IntRange(max = 30) int days) {
        var twoHops = LinkSubjects.weight(first, days * DAY) * LinkSubjects.weight(second, 0) * 0.5;

        assertThat(twoHops).isLessThan(LinkSubjects.KEPT_FROM);
    }

    @Test
    void twoHopsThatEachRestOnDocumentAndDeviceReachTheFloorAndOnlyATag() throws Exception {
        var story = new Neighbourhood();
        story.sees("seed", DOCUMENT, DEVICE).sees("friend", DOCUMENT, DEVICE);
        story.sees("friend", OTHER_ACCOUNT, OTHER_DEVICE).sees("far", OTHER_ACCOUNT, OTHER_DEVICE);
        var told = story.found(AnAssessment.ofLevel(3, "seed", NOON));

        var friend = about("friend", told);
        assertThat(friend).isNotEmpty().allMatch(a -> a.level() == 2 && a.score() > 0.85);
        var far = about("far", told);
        assertThat(far)
                .isNotEmpty()
                .allSatisfy(
                        a -> {
                            assertThat(a.level()).isEqualTo(1);
                            assertThat(a.score()).isBetween(LinkSubjects.KEPT_FROM, 0.5);
                            assertThat(a.linkedFrom()).isEqualTo("NUMBER:seed:1");
                            assertThat(a.linkPath())
                                    .hasSize(5)
                                    .startsWith("NUMBER:seed:1")
                                    .contains("NUMBER:friend:1")
                                    .endsWith("NUMBER:far:1");
                        });
    }

    @Test
    void aSecondHopOverOneKeyIsShownAndNotKept() throws Exception {
        var story = new Neighbourhood();
        story.sees("seed", DOCUMENT, DEVICE).sees("friend", DOCUMENT, DEVICE);
        story.sees("friend", OTHER_ACCOUNT).sees("far", OTHER_ACCOUNT);
        var told = story.found(AnAssessment.ofLevel(3, "seed", NOON));

        assertThat(about("far", told))
                .singleElement()
                .satisfies(a -> assertThat(a.level()).isZero())
                .satisfies(a -> assertThat(a.suppressedBy()).contains("too weak"));
    }

    @Test
    void afterTwoHopsSuspicionGoesNoFurther() throws Exception {
        var story = new Neighbourhood();
        story.sees("seed", DOCUMENT, DEVICE).sees("friend", DOCUMENT, DEVICE);
        story.sees("friend", OTHER_ACCOUNT, OTHER_DEVICE).sees("far", OTHER_ACCOUNT, OTHER_DEVICE);
        story.sees("far", "DEVICE:third", "DOCUMENT:third").sees("stranger", "DEVICE:third");
        story.sees("stranger", "DOCUMENT:third");

        assertThat(about("stranger", story.found(AnAssessment.ofLevel(4, "seed", NOON)))).isEmpty();
    }

    @Test
    void aKeyThatIsSharedLaterIsKnownToThoseSharedBefore() throws Exception {
        var story = new Neighbourhood();
        story.sees("seed", DOCUMENT).sees("friend", DOCUMENT);
        story.sees("friend", DEVICE).sees("seed", DEVICE);

        assertThat(about("friend", story.found(AnAssessment.ofLevel(3, "seed", NOON))))
                .isNotEmpty()
                .allMatch(a -> a.score() > 0.85);
    }

    @Test
    void whatWasLastSeenTogetherLongAgoIsSuspectedLess() {
        assertThat(LinkSubjects.weight(LinkKind.DEVICE, 0)).isEqualTo(0.7);
        assertThat(LinkSubjects.weight(LinkKind.DEVICE, 2 * DAY))
                .isCloseTo(0.567, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void theNextHolderOfANumberSharesNothingOfTheLast() throws Exception {
        try (var numbers =
                StepHarness.of(new RememberLinks(), LinkTouch.class, LinkTouch::memberTk)) {
            numbers.tell(
                            LinkTouch.member(DOCUMENT, "seed", 1, NOON),
                            LinkTouch.member(LinkKind.DOCUMENT.key("new"), "seed", 2, NOON + DAY))
                    .until(NOON + 2 * DAY);
            numbers.tell(LinkTouch.seed(ofHolder(2, NOON + 3 * DAY))).until(NOON + 3 * DAY);

            assertThat(numbers.told())
                    .filteredOn(touch -> touch.seed() != null)
                    .extracting(LinkTouch::linkKey)
                    .containsExactly(LinkKind.DOCUMENT.key("new"));
        }
    }

    @Test
    void anEpisodeLinksTwentyAtLevelOne() throws Exception {
        try (var caps = StepHarness.of(new CapLinks(), Assessment.class, CapLinks::key)) {
            var seed = AnAssessment.ofLevel(3, "seed", NOON);
            caps.tell(seed);
            for (var i = 0; i < 30; i++) {
                caps.tell(linked(seed, "n" + i));
            }
            caps.until(NOON + HOUR);

            assertThat(caps.told()).filteredOn(a -> a.level() == 2).hasSize(1);
            assertThat(caps.told()).filteredOn(a -> a.level() == 1).hasSize(20);
            assertThat(caps.told())
                    .filteredOn(a -> a.level() == 0)
                    .hasSize(9)
                    .allMatch(a -> a.suppressedBy().contains("cap of the episode"));

            caps.until(NOON + 3 * DAY);

            assertThat(caps.remembered()).isZero();
        }
    }

    @Test
    void whoTakesOverFromABlockedNumberIsSeenAtItsFirstCall() throws Exception {
        try (var keys = StepHarness.of(new LinkSubjects(), LinkTouch.class, LinkTouch::linkKey)) {
            keys.tell(
                            LinkTouch.member(GroupKind.DEVICE, "imei", "blocked", 1, NOON - HOUR),
                            LinkTouch.blocked(GroupKind.DEVICE, "imei", "blocked", block()),
                            LinkTouch.member(GroupKind.DEVICE, "imei", "sibling", 1, NOON + MINUTE))
                    .until(NOON + HOUR);

            assertThat(keys.told(SideOutputs.PROOFS))
                    .singleElement()
                    .satisfies(
                            proof -> {
                                assertThat(proof.kind()).isEqualTo(ProofKind.DISPLACEMENT);
                                assertThat(proof.subjectTk()).isEqualTo("blocked");
                                assertThat(proof.otherTk()).isEqualTo("sibling");
                                assertThat(proof.delayMs()).isEqualTo(MINUTE);
                                assertThat(proof.at()).isEqualTo(NOON + MINUTE);
                            })
                    .extracting(Proof::linkKey)
                    .isEqualTo("DEVICE:imei");
        }
    }

    @Test
    void whoComesWhenTheTimeOfTheKeyIsOverTakesOverFromNobodyWhetherItWasSweptOrNot()
            throws Exception {
        var overAt = NOON + LinkKind.DEVICE.windowMs();
        for (var sweptBefore : List.of(false, true)) {
            try (var keys =
                    StepHarness.of(new LinkSubjects(), LinkTouch.class, LinkTouch::linkKey)) {
                keys.tell(LinkTouch.blocked(GroupKind.DEVICE, "imei", "blocked", block()))
                        .until(NOON);
                if (sweptBefore) {
                    keys.until(overAt + 2 * DAY);
                    assertThat(keys.remembered()).isZero();
                }
                keys.tell(LinkTouch.member(GroupKind.DEVICE, "imei", "later", 1, overAt + 3 * DAY))
                        .until(overAt + 3 * DAY);

                assertThat(keys.told(SideOutputs.PROOFS)).isEmpty();
            }
        }
    }

    @Test
    void aNumberIsForgottenWithItsLastKeyWhetherItWasSweptOrNot() throws Exception {
        for (var sweptBefore : List.of(false, true)) {
            try (var numbers =
                    StepHarness.of(new RememberLinks(), LinkTouch.class, LinkTouch::memberTk)) {
                numbers.tell(
                                LinkTouch.member(DEVICE, "sim", 1, NOON),
                                LinkTouch.member(DOCUMENT, "sim", 1, NOON))
                        .until(NOON);
                if (sweptBefore) {
                    numbers.until(NOON + LinkKind.DEVICE.windowMs() + 2 * DAY);
                }
                numbers.tell(LinkTouch.seed(AnAssessment.ofLevel(3, "sim", NOON + 10 * DAY)))
                        .until(NOON + 10 * DAY);

                assertThat(numbers.told())
                        .filteredOn(touch -> touch.seed() != null)
                        .as("the handset's three days are over, the document's half year is not")
                        .extracting(LinkTouch::linkKey)
                        .containsExactly(DOCUMENT);

                numbers.until(NOON + LinkKind.DOCUMENT.windowMs() + 2 * DAY);

                assertThat(numbers.remembered()).isZero();
            }
        }
    }

    /** The seed and its neighbours behind one key, through both halves and the caps. */
    private static List<Assessment> linkedBy(String key, int seedLevel, String... neighbours)
            throws Exception {
        var story = new Neighbourhood().sees("seed", key);
        for (var neighbour : neighbours) {
            story.sees(neighbour, key);
        }
        return story.found(AnAssessment.ofLevel(seedLevel, "seed", NOON));
    }

    private static Ack block() {
        return new Ack(
                "leg",
                "bundle",
                "carrier",
                AckStatus.EFFECTIVE,
                1,
                NOON,
                null,
                "blocked",
                1,
                ActionType.BLOCK);
    }

    private static List<Assessment> about(String number, List<Assessment> told) {
        return told.stream().filter(a -> a.subjectTk().equals(number)).toList();
    }

    /** Who was seen behind which keys an hour ago, one after the other. */
    private static final class Neighbourhood {
        private final List<LinkTouch> touches = new ArrayList<>();

        private Neighbourhood sees(String number, String... keys) {
            for (var key : keys) {
                touches.add(LinkTouch.member(key, number, 1, NOON - HOUR + touches.size()));
            }
            return this;
        }

        /** What is said of everybody else once somebody is found. */
        private List<Assessment> found(Assessment seed) throws Exception {
            try (var numbers =
                            StepHarness.of(
                                    new RememberLinks(), LinkTouch.class, LinkTouch::memberTk);
                    var keys =
                            StepHarness.of(
                                    new LinkSubjects(), LinkTouch.class, LinkTouch::linkKey);
                    var further =
                            StepHarness.of(
                                    new LinkSubjects(), LinkTouch.class, LinkTouch::linkKey);
                    var caps = StepHarness.of(new CapLinks(), Assessment.class, CapLinks::key)) {
                numbers.tell(touches).until(NOON - 1);
                numbers.tell(LinkTouch.seed(seed)).until(NOON);
                keys.tell(numbers.told()).until(NOON);
                further.tell(numbers.told().stream().filter(LinkTouch::strong).toList());
                further.tell(keys.told(SideOutputs.CARRIED)).until(NOON);
                caps.tell(seed);
                caps.tell(keys.told());
                caps.tell(further.told()).until(NOON);
                return caps.told();
            }
        }
    }

    private static Assessment ofHolder(int epoch, long at) {
        return AnAssessment.about(Subject.number("seed", epoch), 3, at).told();
    }

    private static Assessment linked(Assessment seed, String number) {
        var a = AnAssessment.ofLevel(2, number, NOON);
        return new Assessment(
                a.id(),
                a.subjectType(),
                a.subjectTk(),
                1,
                2,
                2,
                "D",
                0.6,
                List.of("linkage"),
                List.of(),
                List.of(),
                "linked-" + number,
                NOON,
                NOON,
                null,
                null,
                false,
                true,
                seed.subject().key(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(DOCUMENT),
                0,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(seed.subject().key(), DOCUMENT, a.subject().key()),
                null,
                false);
    }
}
