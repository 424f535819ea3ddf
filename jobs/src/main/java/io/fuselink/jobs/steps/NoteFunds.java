/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.AccountLink;
import io.fuselink.events.AccountRelation;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.FundDirection;
import io.fuselink.events.FundEvent;
import io.fuselink.events.FundRisk;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.state.LinkedPhones;
import io.fuselink.patterns.SignalCode;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 7, money: whose telephone belongs to an account (E7), and whether money a bank thinks ill of
 * arrives there (E8), which makes its holder a possible accomplice. Amounts and payers go no further.
 * Keyed by account.
 *
 * <p>State is cleared {@link #KEPT_MS} after the account was last heard of.
 */
public final class NoteFunds implements Step<Event, Signal> {
    private static final long DAY_MS = 86_400_000;

    /** How long the owner of a silent account is remembered: 180 days in ms. */
    public static final long KEPT_MS = 180 * DAY_MS;

    /** A link a bank is less sure of than this links nobody. */
    private static final double SURE = 0.5;

    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<LinkedPhones> PHONES =
            new ValueStateDescriptor<>("linked-phones", TypeInformation.of(LinkedPhones.class));

    private transient ValueState<LinkedPhones> linkedPhones;

    @Override
    public void open(RuntimeContext runtime) {
        linkedPhones = runtime.getState(PHONES);
    }

    /** The account an event is about. */
    public static String account(Event event) {
        return event.feed() == Feed.LINKS ? event.link().acctTk() : event.fund().acctTk();
    }

    @Override
    public void onEvent(Event event, StepContext<Signal> context) throws Exception {
        var phones = linkedPhones.value() == null ? new LinkedPhones() : linkedPhones.value();
        var id = Hashes.of(event.header().eventId(), event.feed());
        var fresh = phones.recent.add(id, context.now());
        if (fresh && event.feed() == Feed.LINKS) {
            link(phones, event.link());
        } else if (fresh) {
            moved(phones, event, context);
        }
        phones.lastHeard = context.now();
        linkedPhones.update(phones);
        forgetAfter(context);
    }

    /** One alarm a day at most, however much moves. */
    private static void forgetAfter(StepContext<Signal> context) {
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, DAY_MS) + 1) * DAY_MS, FORGET);
    }

    private static void link(LinkedPhones phones, AccountLink link) {
        var owners =
                link.relation() == AccountRelation.RESERVED_PHONE
                        || link.relation() == AccountRelation.CARD_BIND;
        if (owners && link.conf() >= SURE) {
            phones.link(link.phoneTk());
        }
    }

    private static void moved(LinkedPhones phones, Event event, StepContext<Signal> context) {
        var funds = event.fund();
        for (var tk : phones.tks) {
            if (arrivesIll(funds)) {
                tell(SignalCode.MONEY_ARRIVES, Subject.number(tk, 1), event, context);
            }
        }
    }

    private static boolean arrivesIll(FundEvent funds) {
        return funds.dir() == FundDirection.IN
                && (funds.riskTag() == FundRisk.MULE || funds.riskTag() == FundRisk.HIGH);
    }

    private static void tell(
            SignalCode code, Subject subject, Event event, StepContext<Signal> context) {
        context.count("signal." + code);
        context.emit(
                Signal.of(
                                code.name(),
                                code.family(),
                                subject,
                                1,
                                1,
                                context.now(),
                                context.now(),
                                context.limits().version(),
                                List.of(event.header().eventId()))
                        .withContext(null, List.of("ACCOUNT:" + event.fund().acctTk())));
    }

    @Override
    public void onAlarm(String name, StepContext<Signal> context) throws Exception {
        var phones = linkedPhones.value();
        if (phones != null && phones.lastHeard + KEPT_MS <= context.now()) {
            linkedPhones.clear();
        }
    }

    @Override
    public void onRefused(Event event, DeadLetterReason reason, StepContext<Signal> context) {
        context.count("funds." + event.feed() + "." + reason);
    }
}
