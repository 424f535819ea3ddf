/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.AccountRelation;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.FundDirection;
import io.fuselink.events.FundEvent;
import io.fuselink.events.FundRisk;
import io.fuselink.events.StopState;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.AccountPhones;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 3b: brings an unusual payment from the account to the numbers of whoever uses it, whose profile
 * knows with whom they speak. The bank is told nothing but what its own event was about.
 *
 * <p>State is cleared {@link #KEPT_MS} after an account's link was last told.
 */
public final class WatchAccounts implements Step<Event, Visit> {
    private static final long DAY_MS = 24 * 3_600_000L;

    /** Links are told again when they change; half a year in ms. */
    public static final long KEPT_MS = 180 * DAY_MS;

    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<AccountPhones> PHONES =
            new ValueStateDescriptor<>("account-phones", TypeInformation.of(AccountPhones.class));

    private transient ValueState<AccountPhones> accounts;

    @Override
    public void open(RuntimeContext runtime) {
        accounts = runtime.getState(PHONES);
    }

    /** The account a link or a payment is about. */
    public static String account(Event event) {
        return event.feed() == Feed.LINKS ? event.link().acctTk() : event.fund().acctTk();
    }

    @Override
    public void onEvent(Event event, StepContext<Visit> context) throws Exception {
        if (event.feed() == Feed.LINKS) {
            link(event, context);
        } else if (unusual(event.fund()) && accounts.value() != null) {
            for (var phone : accounts.value().phones) {
                context.count("transfers.watched");
                context.emit(new Visit(phone, Visit.Role.PAYER, AttributedCall.plain(event)));
            }
        }
    }

    private void link(Event event, StepContext<Visit> context) throws Exception {
        var relation = event.link().relation();
        if (relation == AccountRelation.RESERVED_PHONE || relation == AccountRelation.CARD_BIND) {
            var phones = accounts.value() == null ? new AccountPhones() : accounts.value();
            phones.add(event.link().phoneTk(), context.now());
            accounts.update(phones);
            context.alarm((Math.floorDiv(context.now() + KEPT_MS, DAY_MS) + 1) * DAY_MS, FORGET);
        }
    }

    /** Money on its way to somebody who was never paid before, or that the bank itself wonders about. */
    private static boolean unusual(FundEvent fund) {
        return fund.dir() == FundDirection.OUT
                && fund.stopState() == StopState.NONE
                && (fund.firstTimePayee() || fund.riskTag() != FundRisk.NONE);
    }

    @Override
    public void onAlarm(String name, StepContext<Visit> context) throws Exception {
        var phones = accounts.value();
        if (phones != null && phones.lastHeard + KEPT_MS <= context.now()) {
            accounts.clear();
        }
    }

    @Override
    public void onRefused(Event event, DeadLetterReason reason, StepContext<Visit> context)
            throws Exception {
        // A payment that is told late may still be held.
        context.count("accounts." + reason);
        onEvent(event, context);
    }
}
