/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.AccountRelation;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Family;
import io.fuselink.events.FundDirection;
import io.fuselink.events.FundEvent;
import io.fuselink.events.FundRisk;
import io.fuselink.events.Registration;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TenureChange;
import io.fuselink.events.VerifiedLevel;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.state.KnownParty;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 7a: who belongs together. A number's holder, so that three numbers of one household are one
 * reporter; a document's numbers, held against the cap of one person; an account's telephone, so that
 * a payment is seen beside the calls of who pays. Reports pass through it. Owns no feed.
 *
 * <p>State is cleared when a number is given up, or {@link #KEPT_MS} after it was last heard of.
 */
public final class KnowPeople implements Step<PeopleNews, Fact> {
    private static final long DAY_MS = 24 * 3_600_000L;

    /** How long what was not heard of again is remembered: 400 days in ms, as features are. */
    public static final long KEPT_MS = 400 * DAY_MS;

    private static final ValueStateDescriptor<KnownParty> PARTY =
            new ValueStateDescriptor<>("known-party", TypeInformation.of(KnownParty.class));

    private transient ValueState<KnownParty> parties;

    @Override
    public void open(RuntimeContext runtime) {
        parties = runtime.getState(PARTY);
    }

    @Override
    public void onEvent(PeopleNews news, StepContext<Fact> context) throws Exception {
        var known = parties.value();
        if (news.fact() != null) {
            context.emit(news.fact().by(known == null ? 0 : known.household));
            return;
        }
        if (known == null) {
            known = new KnownParty();
        }
        var event = news.event();
        var fresh = known.recent.add(event.feed() + event.header().eventId(), context.now());
        if (!fresh) {
            return;
        }
        known.lastHeard = context.now();
        if (!hear(known, event, context)) {
            parties.clear();
        } else {
            parties.update(known);
        }
    }

    /** @return false when nothing is left to remember */
    private static boolean hear(KnownParty known, Event event, StepContext<Fact> context) {
        switch (event.feed()) {
            case LINKS -> {
                if (event.link().relation() == AccountRelation.RESERVED_PHONE) {
                    known.add(event.link().phoneTk(), 1, event.link().since(), false);
                }
                return true;
            }
            case FUNDS -> {
                paid(known, event, context);
                return true;
            }
            default -> {
                return context.key().startsWith(PeopleNews.PHONE)
                        ? held(known, event.registration())
                        : registered(known, event.registration(), context);
            }
        }
    }

    private static boolean held(KnownParty known, Registration registration) {
        var owner = registration.entId() == null ? registration.idDocTk() : registration.entId();
        known.household = Hashes.of(owner);
        return registration.change() != TenureChange.CLOSED;
    }

    /** Rows 52 and 53: how many numbers one document has, and how many of them nobody saw a face for. */
    private static boolean registered(
            KnownParty known, Registration registration, StepContext<Fact> context) {
        if (registration.change() == TenureChange.CLOSED) {
            known.remove(registration.phoneTk());
            return !known.numbers.isEmpty();
        }
        if (registration.change() == TenureChange.OPENED) {
            var unseen = registration.verifiedLevel() == VerifiedLevel.SELF;
            known.add(
                    registration.phoneTk(), registration.epoch(), registration.openedAt(), unseen);
            var cap = context.limits().get(Limit.IDENTITY_CAP);
            if (registration.entId() == null && known.numbers.size() > cap) {
                tell("IDENTITY_CAP", registration, known.numbers.size(), cap, context);
            }
            var atOnce =
                    known.numbers.stream()
                            .filter(n -> n.unseen && n.openedAt > registration.openedAt() - DAY_MS)
                            .count();
            var most = context.limits().get(Limit.UNSEEN_CARDS_24H);
            if (unseen && atOnce >= most) {
                tell("WEAK_IDENTITY", registration, atOnce, most, context);
            }
        }
        return true;
    }

    private static void tell(
            String code,
            Registration registration,
            double value,
            double limit,
            StepContext<Fact> context) {
        emit(
                Signal.of(
                                code,
                                Family.DEVICE,
                                Subject.number(registration.phoneTk(), registration.epoch()),
                                value,
                                limit,
                                context.now(),
                                context.now(),
                                context.limits().version(),
                                List.of())
                        .withContext(null, List.of(context.key())),
                context);
    }

    /** S19: money leaves for somebody new, or somebody the bank suspects. Of itself it accuses nobody. */
    private static void paid(KnownParty known, Event event, StepContext<Fact> context) {
        if (!suspicious(event.fund())) {
            return;
        }
        for (var number : known.numbers) {
            emit(
                    Signal.of(
                                    "S19_NEW_PAYEE_TRANSFER",
                                    Family.FUNDS,
                                    Subject.of(SubjectType.VICTIM, number.tk),
                                    1,
                                    1,
                                    context.now(),
                                    context.now(),
                                    context.limits().version(),
                                    List.of(event.header().eventId()))
                            .withCall(null, null, number.tk)
                            .withContext(null, List.of(context.key())),
                    context);
        }
    }

    private static boolean suspicious(FundEvent fund) {
        return fund.dir() == FundDirection.OUT
                && (fund.firstTimePayee()
                        || fund.riskTag() == FundRisk.HIGH
                        || fund.riskTag() == FundRisk.MULE);
    }

    private static void emit(Signal signal, StepContext<Fact> context) {
        context.count("signal." + signal.code());
        context.emit(SideOutputs.SIGNALS, signal);
    }

    @Override
    public String sweptState() {
        return PARTY.getName();
    }

    @Override
    public void sweep(StepContext<Fact> context) throws Exception {
        if (parties.value().lastHeard + KEPT_MS <= context.now()) {
            parties.clear();
        }
    }

    @Override
    public void onRefused(PeopleNews news, DeadLetterReason reason, StepContext<Fact> context) {
        if (news.fact() != null) {
            context.emit(news.fact());
        } else {
            context.count("people." + news.event().feed() + "." + reason);
        }
    }
}
