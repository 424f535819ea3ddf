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

    @Property(tries = 200)
    void aSecondHopCouldNeverBeKept(
            @ForAll LinkKind first, @ForAll LinkKind second, @ForAll @IntRange(max = 30) int days) {
        var seed = AnAssessment.ofLevel(4, "seed", NOON);
        var twoHops = LinkSubjects.suspicion(seed, first, days * DAY) * second.weight() * 0.5;

        assertThat(twoHops).isLessThan(LinkSubjects.KEPT_FROM);
    }

    @Test
    void whatWasLastSeenTogetherLongAgoIsSuspectedLess() {
        var seed = AnAssessment.ofLevel(3, "seed", NOON);

        assertThat(LinkSubjects.suspicion(seed, LinkKind.DEVICE, 0)).isEqualTo(0.7);
        assertThat(LinkSubjects.suspicion(seed, LinkKind.DEVICE, 2 * DAY))
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
            var block =
                    new Ack(
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
            keys.tell(
                            LinkTouch.member(GroupKind.DEVICE, "imei", "blocked", 1, NOON - HOUR),
                            LinkTouch.blocked(GroupKind.DEVICE, "imei", "blocked", block),
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

    /** The seed and its neighbours behind one key, through both halves and the caps. */
    private static List<Assessment> linkedBy(String key, int seedLevel, String... neighbours)
            throws Exception {
        var seed = AnAssessment.ofLevel(seedLevel, "seed", NOON);
        var edges = new ArrayList<LinkTouch>();
        edges.add(LinkTouch.member(key, "seed", 1, NOON - HOUR));
        for (var neighbour : neighbours) {
            edges.add(LinkTouch.member(key, neighbour, 1, NOON - HOUR));
        }
        try (var numbers =
                        StepHarness.of(new RememberLinks(), LinkTouch.class, LinkTouch::memberTk);
                var keys = StepHarness.of(new LinkSubjects(), LinkTouch.class, LinkTouch::linkKey);
                var caps = StepHarness.of(new CapLinks(), Assessment.class, CapLinks::key)) {
            numbers.tell(edges).until(NOON - 1);
            keys.tell(edges).until(NOON - 1);
            numbers.tell(LinkTouch.seed(seed)).until(NOON);
            keys.tell(numbers.told()).until(NOON);
            caps.tell(seed);
            caps.tell(keys.told()).until(NOON);
            return caps.told();
        }
    }

    private static Assessment ofHolder(int epoch, long at) {
        var a = AnAssessment.ofLevel(3, "seed", at);
        return new Assessment(
                a.id(),
                a.subjectType(),
                a.subjectTk(),
                epoch,
                a.level(),
                a.rawLevel(),
                a.families(),
                a.score(),
                a.detectors(),
                a.findingIds(),
                a.reasons(),
                a.episodeId(),
                a.episodeStart(),
                a.at(),
                null,
                null,
                false,
                true,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                0,
                null,
                null,
                null,
                null,
                null);
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
                null);
    }
}
