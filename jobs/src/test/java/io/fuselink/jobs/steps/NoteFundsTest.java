/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.AccountLink;
import io.fuselink.events.AccountRelation;
import io.fuselink.events.AmountBucket;
import io.fuselink.events.Event;
import io.fuselink.events.FundDirection;
import io.fuselink.events.FundEvent;
import io.fuselink.events.FundRisk;
import io.fuselink.events.Signal;
import io.fuselink.events.StopState;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.StepHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoteFundsTest {
    private StepHarness<Event, Signal> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new NoteFunds(), Event.class, NoteFunds::account);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void moneyABankWorriesAboutIsToldOfWhoReceivesIt() throws Exception {
        step.tell(link("l1", AccountRelation.CARD_BIND, 0.9));
        step.tell(paid("f1", FundDirection.IN, false, FundRisk.MULE, NOON + HOUR));
        step.until(NOON + DAY);

        assertThat(step.told())
                .extracting(Signal::code, Signal::subjectType, Signal::subjectTk)
                .containsExactly(tuple("MONEY_ARRIVES", SubjectType.NUMBER, "anna"));
    }

    @Test
    void everydayMoneySaysNothing() throws Exception {
        step.tell(link("l1", AccountRelation.RESERVED_PHONE, 1));
        var rent = paid("f1", FundDirection.OUT, false, FundRisk.NONE, NOON + HOUR);
        step.tell(rent, rent, paid("f2", FundDirection.IN, true, FundRisk.NONE, NOON + HOUR));
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void whoOnlyPaysAnAccountOrIsHardlySureToOwnItIsNotItsOwner() throws Exception {
        step.tell(link("l1", AccountRelation.PAYER, 1), link("l2", AccountRelation.CARD_BIND, 0.3));
        step.tell(paid("f1", FundDirection.IN, true, FundRisk.MULE, NOON + HOUR));
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void aSilentAccountIsForgotten() throws Exception {
        step.tell(link("l1", AccountRelation.RESERVED_PHONE, 1)).until(NOON + DAY);
        assertThat(step.remembered()).isPositive();

        step.until(NOON + NoteFunds.KEPT_MS + 2 * DAY);

        assertThat(step.remembered()).isZero();
    }

    private static Event link(String id, AccountRelation relation, double conf) {
        return Told.event(id, NOON, new AccountLink("account", null, "anna", relation, NOON, conf));
    }

    private static Event paid(String id, FundDirection way, boolean first, FundRisk risk, long at) {
        var funds =
                new FundEvent(
                        "account",
                        way,
                        AmountBucket.FROM_50K,
                        "payee",
                        first,
                        risk,
                        StopState.NONE);
        return Told.event(id, at, funds);
    }
}
