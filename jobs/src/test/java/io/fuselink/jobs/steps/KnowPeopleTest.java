/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.AccountLink;
import io.fuselink.events.AccountRelation;
import io.fuselink.events.AmountBucket;
import io.fuselink.events.Event;
import io.fuselink.events.FundDirection;
import io.fuselink.events.FundEvent;
import io.fuselink.events.FundRisk;
import io.fuselink.events.HolderType;
import io.fuselink.events.Registration;
import io.fuselink.events.SalesChannel;
import io.fuselink.events.Signal;
import io.fuselink.events.StopState;
import io.fuselink.events.TenureChange;
import io.fuselink.events.VerifiedLevel;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who belongs together: holders, documents, accounts. */
class KnowPeopleTest {
    private StepHarness<PeopleNews, Fact> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new KnowPeople(), PeopleNews.class, PeopleNews::key);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void reportersOfOneDocumentAreOneHousehold() throws Exception {
        opens("anna", "document-1", VerifiedLevel.FACE, NOON);
        opens("ben", "document-1", VerifiedLevel.FACE, NOON);
        opens("cleo", "document-2", VerifiedLevel.FACE, NOON);
        for (var reporter : List.of("anna", "ben", "cleo", "dora")) {
            var report = Told.report("by-" + reporter, reporter, "number", NOON, NOON + HOUR);
            step.tell(
                    PeopleNews.of(new Fact("number", report, true, NOON + HOUR, false, List.of())));
        }
        step.until(NOON + 2 * HOUR);

        var households = step.told().stream().map(Fact::household).toList();
        assertThat(households.get(0)).isEqualTo(households.get(1)).isNotZero();
        assertThat(households.get(2)).isNotIn(0L, households.get(0));
        assertThat(households.get(3)).as("nobody knows dora").isZero();
    }

    @Test
    void theSixthNumberOfAPersonIsOverTheCapTheFifthIsNot() throws Exception {
        for (var n = 1; n <= 5; n++) {
            opens("card-" + n, "document", VerifiedLevel.COUNTER, NOON + n * DAY);
        }
        step.until(NOON + 6 * DAY);
        assertThat(codes()).isEmpty();

        opens("card-6", "document", VerifiedLevel.COUNTER, NOON + 7 * DAY);
        step.until(NOON + 8 * DAY);
        assertThat(codes()).containsExactly("IDENTITY_CAP");
        assertThat(step.told(SideOutputs.SIGNALS).get(0).subjectTk()).isEqualTo("card-6");
    }

    @Test
    void aNumberThatWasGivenUpNoLongerCounts() throws Exception {
        for (var n = 1; n <= 5; n++) {
            opens("card-" + n, "document", VerifiedLevel.COUNTER, NOON + n * DAY);
        }
        registers("card-1", "document", TenureChange.CLOSED, VerifiedLevel.COUNTER, NOON + 6 * DAY);
        opens("card-6", "document", VerifiedLevel.COUNTER, NOON + 7 * DAY);
        step.until(NOON + 8 * DAY);

        assertThat(codes()).isEmpty();
    }

    @Test
    void threeCardsOfADayWithoutAFaceSeenAreAWeakIdentity() throws Exception {
        opens("card-1", "document", VerifiedLevel.SELF, NOON);
        opens("card-2", "document", VerifiedLevel.FACE, NOON + 1);
        opens("card-3", "document", VerifiedLevel.SELF, NOON + 2);
        step.until(NOON + HOUR);
        assertThat(codes()).isEmpty();

        opens("card-4", "document", VerifiedLevel.SELF, NOON + 2 * HOUR);
        step.until(NOON + 3 * HOUR);
        assertThat(codes()).containsExactly("WEAK_IDENTITY");
    }

    @Test
    void aPaymentToSomebodyNewIsSeenBesideTheCallsOfWhoPays() throws Exception {
        tell(
                Told.event(
                        "link",
                        NOON,
                        new AccountLink(
                                "account", null, "anna", AccountRelation.RESERVED_PHONE, NOON, 1)));
        pays("p1", false, FundRisk.NONE, NOON + HOUR);
        pays("p2", true, FundRisk.NONE, NOON + 2 * HOUR);
        pays("p2", true, FundRisk.NONE, NOON + 2 * HOUR);
        step.until(NOON + DAY);

        assertThat(codes()).containsExactly("S19_NEW_PAYEE_TRANSFER");
        assertThat(step.told(SideOutputs.SIGNALS).get(0).victimTk()).isEqualTo("anna");
    }

    @Test
    void afterFourHundredDaysNothingIsRemembered() throws Exception {
        opens("card-1", "document", VerifiedLevel.COUNTER, NOON);
        step.until(NOON + DAY);
        assertThat(step.remembered()).isPositive();

        for (var day = 2; day < 404; day++) {
            step.until(NOON + day * DAY);
        }
        assertThat(step.remembered()).isZero();
    }

    private void pays(String id, boolean firstTime, FundRisk risk, long at) throws Exception {
        tell(
                Told.event(
                        id,
                        at,
                        new FundEvent(
                                "account",
                                FundDirection.OUT,
                                AmountBucket.values()[0],
                                "payee",
                                firstTime,
                                risk,
                                StopState.NONE)));
    }

    private void opens(String number, String document, VerifiedLevel seen, long at)
            throws Exception {
        registers(number, document, TenureChange.OPENED, seen, at);
    }

    private void registers(
            String number, String document, TenureChange change, VerifiedLevel seen, long at)
            throws Exception {
        tell(
                Told.event(
                        change + number,
                        at,
                        new Registration(
                                number,
                                change,
                                1,
                                document,
                                HolderType.PERSON,
                                null,
                                at,
                                0,
                                null,
                                SalesChannel.ONLINE,
                                null,
                                seen,
                                null)));
    }

    private void tell(Event event) throws Exception {
        var news = new ArrayList<PeopleNews>();
        Routing.acquaintances(event, new ListCollector<>(news));
        step.tell(news);
    }

    private List<String> codes() {
        return step.told(SideOutputs.SIGNALS).stream().map(Signal::code).toList();
    }
}
