/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Feed;
import io.fuselink.events.PolicyVersion;
import io.fuselink.jobs.order.Diary.Line;
import io.fuselink.jobs.order.Diary.Visitor;
import io.fuselink.patterns.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The inbox: records and alarms of one key are told in the order in which they happened. */
class OrderedOperatorTest {
    private static final Visitor ANNA = Visitor.of("anna", 10);
    private static final Visitor BEN = Visitor.of("ben", 20);
    private static final Visitor CLEO = Visitor.of("cleo", 30);

    @Test
    void tellsInTheOrderOfTimeWhateverTheArrival() throws Exception {
        try (var diary = streaming()) {
            diary.tell(CLEO, ANNA, BEN).until(25);

            assertThat(texts(diary)).containsExactly("anna@10", "ben@20");

            diary.until(30);

            assertThat(texts(diary)).containsExactly("anna@10", "ben@20", "cleo@30");
        }
    }

    @Test
    void theNameDecidesBetweenEqualTimes() throws Exception {
        try (var diary = streaming()) {
            diary.tell(Visitor.of("zoe", 10), Visitor.of("ann", 10), Visitor.of("max", 10))
                    .until(10);

            assertThat(texts(diary)).containsExactly("ann@10", "max@10", "zoe@10");
        }
    }

    @Test
    void everyDoorHasItsOwnInbox() throws Exception {
        try (var diary = streaming()) {
            diary.tell(BEN.at("back door"), ANNA).until(30);

            assertThat(texts(diary)).containsExactlyInAnyOrder("anna@10", "ben@20");
            assertThat(diary.remembered()).isZero();
        }
    }

    @Test
    void anAlarmRingsAfterTheRecordsOfItsTimeAndBeforeLaterOnes() throws Exception {
        try (var diary = streaming()) {
            diary.tell(CLEO, BEN, ANNA.settingAlarm(20)).until(100);

            assertThat(texts(diary)).containsExactly("anna@10", "ben@20", "alarm@20", "cleo@30");
        }
    }

    @Test
    void anAlarmSetTwiceRingsOnce() throws Exception {
        try (var diary = streaming()) {
            diary.tell(ANNA.settingAlarm(50)).until(15).tell(BEN.settingAlarm(50)).until(100);

            assertThat(texts(diary)).containsExactly("anna@10", "ben@20", "alarm@50");
        }
    }

    @Test
    void anAlarmForThePastRingsNow() throws Exception {
        try (var diary = streaming()) {
            diary.tell(BEN.settingAlarm(5), CLEO).until(100);

            assertThat(texts(diary)).containsExactly("ben@20", "alarm@20", "cleo@30");
        }
    }

    @Test
    void beyondTheHorizonNothingRings() throws Exception {
        var horizon = 40;
        try (var diary = diary(new InboxSettings(Arrival.WATERMARKED, horizon, 100))) {
            diary.tell(ANNA.settingAlarm(horizon), BEN.settingAlarm(horizon + 1))
                    .until(Long.MAX_VALUE);

            assertThat(texts(diary)).containsExactly("anna@10", "ben@20", "alarm@40");
            assertThat(diary.remembered()).isZero();
        }
    }

    @Test
    void whoComesAfterTheWatermarkIsRefusedAtHisOwnTime() throws Exception {
        try (var diary = streaming()) {
            diary.tell(BEN).until(25).tell(ANNA);

            assertThat(texts(diary)).containsExactly("ben@20", "anna LATE@10");
            assertThat(diary.toldAt()).containsExactly(20L, 10L);
            assertThat(diary.accounted(Outcome.LATE, Feed.CALLS)).isEqualTo(1);
            assertThat(diary.accounted(Outcome.PROCESSED, Feed.CALLS)).isEqualTo(1);
        }
    }

    @Test
    void aFullInboxRefusesAloudAndOnlyItsOwnDoor() throws Exception {
        try (var diary = diary(new InboxSettings(Arrival.WATERMARKED, Long.MAX_VALUE, 2))) {
            diary.tell(CLEO, BEN, ANNA, ANNA.at("back door"));

            assertThat(texts(diary)).containsExactly("anna INBOX_FULL@10");
            assertThat(diary.accounted(Outcome.DEAD_LETTER, Feed.CALLS)).isEqualTo(1);

            diary.until(50).tell(Visitor.of("dora", 60)).until(60);

            assertThat(texts(diary))
                    .containsExactlyInAnyOrder(
                            "anna INBOX_FULL@10", "anna@10", "ben@20", "cleo@30", "dora@60");
        }
    }

    @Test
    void whoIsUrgentDoesNotWait() throws Exception {
        try (var diary = streaming()) {
            diary.tell(ANNA, CLEO.immediately());

            assertThat(texts(diary)).containsExactly("cleo@30");

            diary.until(20).tell(Visitor.of("late", 5).immediately().settingAlarm(25)).until(40);

            assertThat(texts(diary)).containsExactly("cleo@30", "anna@10", "late@5", "alarm@25");
            assertThat(diary.remembered()).isZero();
        }
    }

    @Test
    void whatIsToldCarriesTheTimeOfItsCause() throws Exception {
        try (var diary = streaming()) {
            diary.tell(BEN, ANNA.settingAlarm(15)).until(1_000);

            assertThat(diary.toldAt()).containsExactly(10L, 15L, 20L);
        }
    }

    @Test
    void inBatchALaterRecordCompletesAllEarlierOnesWhileTiesWait() throws Exception {
        try (var diary = diary(new InboxSettings(Arrival.SORTED, 1_000, Integer.MAX_VALUE))) {
            diary.tell(ANNA, Visitor.of("bill", 20), BEN);

            assertThat(texts(diary)).containsExactly("anna@10");

            diary.tell(CLEO);

            assertThat(texts(diary)).containsExactly("anna@10", "ben@20", "bill@20");

            diary.until(Long.MAX_VALUE);

            assertThat(texts(diary)).containsExactly("anna@10", "ben@20", "bill@20", "cleo@30");
            assertThat(diary.remembered()).isZero();
        }
    }

    @Test
    void inBatchAlarmsRingBetweenTheRecordsToo() throws Exception {
        try (var diary = diary(new InboxSettings(Arrival.SORTED, 1_000, Integer.MAX_VALUE))) {
            diary.tell(ANNA.settingAlarm(25), BEN.settingAlarm(70), CLEO).until(Long.MAX_VALUE);

            assertThat(texts(diary))
                    .containsExactly("anna@10", "ben@20", "alarm@25", "cleo@30", "alarm@70");
        }
    }

    @Test
    void aRecordIsJudgedByThePolicyOfItsOwnTime() throws Exception {
        try (var diary = streaming()) {
            diary.tell(ANNA, BEN.settingAlarm(25), CLEO);
            diary.policy(policy(2, 30, 7)).policy(policy(1, 20, 5));
            diary.until(100);

            assertThat(diary.told())
                    .extracting(Line::text)
                    .containsExactly(
                            "anna@10 limit 3",
                            "ben@20 limit 5",
                            "alarm@25 limit 5",
                            "cleo@30 limit 7");
        }
    }

    @Test
    void aRestartHalfWayChangesNothing() throws Exception {
        try (var uninterrupted = streaming();
                var restarted = streaming()) {
            for (var diary : List.of(uninterrupted, restarted)) {
                diary.policy(policy(1, 20, 5));
                diary.tell(CLEO, BEN, ANNA.settingAlarm(25)).until(10);
            }
            restarted.restart();
            for (var diary : List.of(uninterrupted, restarted)) {
                diary.tell(Visitor.of("dora", 22)).until(100);
            }

            assertThat(restarted.told()).hasSize(5).isEqualTo(uninterrupted.told());
            assertThat(restarted.toldAt()).isEqualTo(uninterrupted.toldAt());
            assertThat(restarted.accounted(Outcome.PROCESSED, Feed.CALLS))
                    .isEqualTo(uninterrupted.accounted(Outcome.PROCESSED, Feed.CALLS))
                    .isEqualTo(4);
            assertThat(restarted.remembered()).isZero();
        }
    }

    @Test
    void whatWaitsMovesWithItsKeyToMoreTasksAndToFewer() throws Exception {
        try (var alone = streaming();
                var rescaled = streaming()) {
            for (var diary : List.of(alone, rescaled)) {
                for (var i = 0; i < 30; i++) {
                    diary.tell(
                            Visitor.of("visitor-" + i, 10 + i)
                                    .at("door-" + i)
                                    .settingAlarm(60 + i));
                }
                diary.until(25);
            }
            alone.until(200);

            var told = new ArrayList<Line>(rescaled.told());
            var three = StepHarness.sharedOut(3, rescaled);
            for (var task : three) {
                task.until(65);
                assertThat(task.told()).as("every task has some of the keys").isNotEmpty();
                told.addAll(task.told());
            }
            for (var task : StepHarness.sharedOut(2, three.get(0), three.get(1), three.get(2))) {
                task.until(200);
                told.addAll(task.told());
                assertThat(task.remembered()).isZero();
                task.close();
            }

            assertThat(told).hasSize(60).containsExactlyInAnyOrderElementsOf(alone.told());
        }
    }

    @Test
    void whatIsToldWhileACheckpointIsWrittenIsToldAgainAfterARestart() throws Exception {
        try (var uninterrupted = streaming();
                var restarted = streaming()) {
            for (var diary : List.of(uninterrupted, restarted)) {
                diary.tell(CLEO, BEN, ANNA.settingAlarm(25)).until(10);
            }
            restarted.restartFromBefore(
                    () -> restarted.tell(Visitor.of("dora", 22).settingAlarm(40)).until(100));
            for (var diary : List.of(uninterrupted, restarted)) {
                diary.until(100);
            }

            assertThat(restarted.told()).isNotEmpty().isEqualTo(uninterrupted.told());
        }
    }

    @Test
    void whoWouldHaveBeenLateBeforeARestartIsLateAfterIt() throws Exception {
        try (var diary = streaming()) {
            diary.tell(ANNA).until(100).restart();
            diary.tell(Visitor.of("late", 99), Visitor.of("punctual", 101)).until(200);

            assertThat(diary.accounted(Outcome.LATE, Feed.CALLS)).isEqualTo(1);
            assertThat(diary.accounted(Outcome.PROCESSED, Feed.CALLS)).isEqualTo(2);
        }
    }

    @Test
    void nothingIsHeldOnceEverythingIsTold() throws Exception {
        try (var diary = streaming()) {
            diary.tell(CLEO, BEN.settingAlarm(21), ANNA, Visitor.of("dora", 28));

            assertThat(diary.remembered()).isPositive();

            diary.until(100);

            assertThat(diary.remembered()).isZero();
        }
    }

    @Property(tries = 60)
    void anyArrivalBeforeTheWatermarkTellsTheSame(
            @ForAll("arrivals") List<Visitor> visitors, @ForAll("pauses") List<Integer> pauses)
            throws Exception {
        var inOrder = new ArrayList<>(visitors);
        inOrder.sort(OrderedOperatorTest::byTimeAndName);
        try (var expected = streaming();
                var shuffled = streaming()) {
            expected.tell(inOrder).until(1_000);
            shuffled.tell(visitors);
            for (var pause : pauses.stream().sorted().toList()) {
                shuffled.until(pause);
            }
            shuffled.until(1_000);

            assertThat(shuffled.told()).hasSizeGreaterThanOrEqualTo(visitors.size());
            assertThat(shuffled.told()).isEqualTo(expected.told());
            assertThat(shuffled.remembered()).isZero();
        }
    }

    @Provide
    Arbitrary<List<Visitor>> arrivals() {
        var times = Arbitraries.longs().between(1, 30);
        var alarms = Arbitraries.longs().between(0, 60);
        return times.list()
                .ofMinSize(1)
                .ofMaxSize(15)
                .flatMap(
                        at ->
                                alarms.list()
                                        .ofSize(at.size())
                                        .map(alarm -> visitors(at, alarm))
                                        .flatMap(Arbitraries::shuffle));
    }

    @Provide
    Arbitrary<List<Integer>> pauses() {
        return Arbitraries.integers().between(1, 80).list().ofMaxSize(4);
    }

    private static List<Visitor> visitors(List<Long> at, List<Long> alarms) {
        var visitors = new ArrayList<Visitor>();
        for (var i = 0; i < at.size(); i++) {
            visitors.add(Visitor.of("visitor-" + i, at.get(i)).settingAlarm(alarms.get(i)));
        }
        return visitors;
    }

    private static int byTimeAndName(Visitor a, Visitor b) {
        var byTime = Long.compare(a.at(), b.at());
        return byTime != 0 ? byTime : a.name().compareTo(b.name());
    }

    private static StepHarness<Visitor, Line> streaming() throws Exception {
        return StepHarness.of(new Diary(), Visitor.class, Visitor::door);
    }

    private static StepHarness<Visitor, Line> diary(InboxSettings settings) throws Exception {
        return StepHarness.of(new Diary(), Visitor.class, Visitor::door, settings);
    }

    private static PolicyVersion policy(int version, long validFrom, double reporters) {
        return new PolicyVersion(
                version,
                validFrom,
                validFrom - PolicyVersion.NOTICE_MS,
                "duty officer",
                Map.of(Limit.S20_REPORTERS_24H.wireName(), reporters),
                Map.of());
    }

    private static List<String> texts(StepHarness<?, Line> diary) {
        return diary.told().stream().map(l -> l.text().replaceAll(" limit .*", "")).toList();
    }
}
