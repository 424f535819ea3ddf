/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Signal;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.patterns.script.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindCohortsTest {
    private static final String SHEET = "您好，这里是惠民金融中心，您的信用额度已经升级，最高可以申请二十万元";
    private static final List<String> SAID =
            List.of(
                    "喂你好啊，我是惠民金融中心的小李，想问一下您有没有贷款方面的需要",
                    "您好打扰一下，我们惠民金融最近有个活动，利息比较低，您要不要了解看看",
                    "王姐您好，上次您问的那个额度的事情，我这边帮您问到了，现在方便说吗",
                    "不好意思刚才信号不好，我是惠民金融的，跟您说一下您那个申请还差材料");

    private StepHarness<Cohort, Signal> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new FindCohorts(), Cohort.class, Cohort::mark);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void fivePoliteCardsInOneVanAreACampaignAndEachOfThemIsNamed() throws Exception {
        for (var i = 0; i < 5; i++) {
            left(aNumber("card-" + i, 14, 40).on(path(0, 5)), NOON + i * MINUTE);
        }
        step.until(NOON + HOUR);

        assertThat(campaigns()).isNotEmpty().allMatch(s -> s.members().size() == 5);
        assertThat(step.told())
                .filteredOn(s -> s.subjectType() == SubjectType.NUMBER)
                .extracting(Signal::subjectTk)
                .contains("card-0", "card-1", "card-2", "card-3", "card-4");
    }

    @Test
    void whoCallsALittleLaterIsNamedWithTheCrew() throws Exception {
        for (var i = 0; i < 6; i++) {
            left(aNumber("card-" + i, 14, 40).on(path(0, 5)), NOON + i * MINUTE / 2);
        }
        step.until(NOON + HOUR);

        assertThat(campaigns())
                .extracting(Signal::code, s -> s.members().size())
                .contains(tuple("S05_MOVING_TOGETHER", 6), tuple("S05_ONE_WAY_TRAFFIC", 6));
    }

    @Test
    void aCrewThatIsCalledAsItCallsOnlyMovesTogether() throws Exception {
        for (var i = 0; i < 5; i++) {
            left(aNumber("sister-" + i, 14, 40).called(8).on(path(0, 5)), NOON + i * MINUTE);
        }
        step.until(NOON + HOUR);

        assertThat(campaigns()).extracting(Signal::code).containsOnly("S05_MOVING_TOGETHER");
    }

    @Test
    void fiveNumbersThatBeginWithTheSameWordsAreOneCampaignAndNobodyIsAccusedAlone()
            throws Exception {
        begins("number-0", 0, SHEET, NOON + MINUTE / 2, true);
        for (var i = 0; i < 5; i++) {
            begins("number-" + i, i, SHEET, NOON + i * MINUTE);
        }
        step.until(NOON + HOUR);

        assertThat(step.told())
                .isNotEmpty()
                .allMatch(s -> s.code().equals("OPENING_SHARED"))
                .allMatch(s -> s.subjectType() == SubjectType.CAMPAIGN)
                .allMatch(s -> s.members().size() == 5);
    }

    @Test
    void aNumberWhoseCallsAllBeginWithTheSameWordsIsAMachine() throws Exception {
        for (var i = 0; i < 10; i++) {
            begins("robot", i, SHEET, NOON + i * MINUTE);
            begins("robot", i, SHEET, NOON + i * MINUTE);
        }
        step.until(NOON + HOUR);

        assertThat(step.told())
                .isNotEmpty()
                .extracting(Signal::code, Signal::subjectTk, Signal::value)
                .containsOnly(tuple("ROBOT_OPENING", "robot", 10.0));
    }

    @Test
    void couriersWhoAllSayWhatTheirCompanyHasThemSayAreNone() throws Exception {
        for (var i = 0; i < 20; i++) {
            begins("courier-" + i, i, SHEET, NOON + i * MINUTE);
        }
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void peopleWhoSayTheSameInTheirOwnWordsOrRarelyAreNone() throws Exception {
        for (var i = 0; i < 9; i++) {
            begins("seller", i, SHEET, NOON + i * 10 * MINUTE);
            begins("colleague-" + i, i, SAID.get(i % SAID.size()), NOON + i * MINUTE);
        }
        step.until(NOON + 2 * HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void ridersWhoCrossEachOtherMoveOnTheirOwn() throws Exception {
        for (var i = 0; i < 5; i++) {
            left(aNumber("rider-" + i, 14, 40).on(path(i * 3, i * 3 + 5)), NOON + i * MINUTE);
        }
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void passengersOfOneBusWhoHardlyCallAreLeftAlone() throws Exception {
        for (var i = 0; i < 8; i++) {
            left(aNumber("passenger-" + i, 3, 40).on(path(0, 6)), NOON + i * MINUTE);
        }
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void numbersThatWorkThroughOneListAreOneCampaignAndNobodyIsAccusedAlone() throws Exception {
        for (var i = 0; i < 3; i++) {
            left(
                    aNumber("dialler-" + i, 20, 400).calling(list(i * 4, i * 4 + 40)),
                    NOON + i * MINUTE);
        }
        step.until(NOON + HOUR);

        assertThat(step.told())
                .isNotEmpty()
                .allMatch(s -> s.subjectType() == SubjectType.CAMPAIGN)
                .allMatch(s -> s.subjectTk().equals("crew-dialler-0"))
                .allMatch(s -> s.members().size() == 3);
    }

    @Test
    void aFamilyCallsTheSameDozenToo() throws Exception {
        for (var i = 0; i < 4; i++) {
            left(aNumber("cousin-" + i, 9, 400).calling(list(0, 11)), NOON + i * MINUTE);
        }
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void cardsOfOneBatchAreToldWhenTheyBurstAndWhenTheyFallSilent() throws Exception {
        for (var i = 0; i < 3; i++) {
            left(aNumber("card-" + i, 12, 5).of("batch"), NOON + i * MINUTE);
        }
        step.until(NOON + DAY);

        assertThat(campaigns())
                .extracting(Signal::code)
                .containsExactly("DEALER_BATCH_BUSY", "CARDS_FALL_SILENT");
        assertThat(campaigns()).allMatch(s -> s.subjectTk().equals("BATCH:batch"));
    }

    @Test
    void cardsOfYearsAreNoBatch() throws Exception {
        for (var i = 0; i < 3; i++) {
            left(aNumber("card-" + i, 12, 500).of("batch"), NOON + i * MINUTE);
        }
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void nothingIsRememberedTwoDaysLater() throws Exception {
        left(aNumber("card", 12, 5).of("batch").on(path(0, 5)), NOON);
        step.until(NOON + HOUR);
        assertThat(step.remembered()).isPositive();

        step.until(NOON + FindCohorts.KEPT_MS + DAY);

        assertThat(step.remembered()).isZero();
    }

    private List<Signal> campaigns() {
        return step.told().stream().filter(s -> s.subjectType() == SubjectType.CAMPAIGN).toList();
    }

    private void left(Number number, long at) throws Exception {
        var met = new ArrayList<Cohort>();
        Cohort.of(number.footprint(at), new ListCollector<>(met));
        step.tell(met);
    }

    private static Number aNumber(String tk, int attempts1h, double ageDays) {
        return new Number(tk, attempts1h, 0, ageDays, null, List.of(), List.of());
    }

    private static List<Long> path(long from, long until) {
        return list(1_000 + from, 1_000 + until);
    }

    private static List<Long> list(long from, long until) {
        return LongStream.range(from, until).map(i -> i * 0x9e3779b97f4a7c15L).boxed().toList();
    }

    /** A number of a story. */
    private record Number(
            String tk,
            int attempts1h,
            int inbound24h,
            double ageDays,
            String batch,
            List<Long> list,
            List<Long> path) {
        Number of(String dealersBatch) {
            return new Number(tk, attempts1h, inbound24h, ageDays, dealersBatch, list, path);
        }

        Number calling(List<Long> recipients) {
            return new Number(tk, attempts1h, inbound24h, ageDays, batch, recipients, path);
        }

        Number called(int times) {
            return new Number(tk, attempts1h, times, ageDays, batch, list, path);
        }

        Number on(List<Long> cells) {
            return new Number(tk, attempts1h, inbound24h, ageDays, batch, list, cells);
        }

        Footprint footprint(long at) {
            return new Footprint(
                    tk,
                    1,
                    at,
                    false,
                    attempts1h,
                    inbound24h,
                    ageDays,
                    null,
                    null,
                    batch,
                    List.of(),
                    list,
                    path);
        }
    }

    private void begins(String number, int call, String words, long at) throws Exception {
        begins(number, call, words, at, false);
    }

    private void begins(String number, int call, String words, long at, boolean scripted)
            throws Exception {
        var marks = new ArrayList<Cohort>();
        var opening = Opening.of(words);
        for (var i = 0; i < opening.size(); i++) {
            marks.add(
                    new Cohort(
                            "OPENING-" + i + ":" + Long.toHexString(opening.get(i)),
                            Cohort.Kind.OPENING,
                            number,
                            at,
                            0,
                            0,
                            0,
                            opening,
                            number + "-call-" + call,
                            scripted));
        }
        step.tell(marks.toArray(Cohort[]::new));
    }
}
