/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.KnownNumber;
import io.fuselink.jobs.types.CompactType;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * Step 10a: says of an assessed number what is known of the number itself: its class in the number plan,
 * its home province, who serves it, and the lease it calls through. A token tells none of that, and most
 * evidence (words, reports, documents) names the token alone; budgets, fairness and the responsible
 * chain need it. Class, province and lease come from the number's own calls, the carrier from its
 * registration; nothing is concluded from a prefix. Owns no feed.
 *
 * <p>State is cleared {@link #KEPT_MS} after the number was last heard of.
 */
public final class DescribeNumbers implements Step<NumberNews, Assessment> {
    /** How long what was not heard of again is remembered: 400 days in ms, as features are. */
    static final long KEPT_MS = KnowPeople.KEPT_MS;

    private static final ValueStateDescriptor<KnownNumber> NUMBER =
            new ValueStateDescriptor<>("known-number", CompactType.forRecord(KnownNumber.class));

    private transient ValueState<KnownNumber> numbers;

    @Override
    public void open(RuntimeContext runtime) {
        numbers = runtime.getState(NUMBER);
    }

    @Override
    public void onEvent(NumberNews news, StepContext<Assessment> context) throws Exception {
        if (news.assessment() != null) {
            context.emit(described(news.assessment(), known()));
        } else if (news.particulars() != null) {
            numbers.update(known().heard(news.particulars(), context.now()));
        } else {
            var event = news.registration();
            numbers.update(
                    known().heard(event.registration(), event.header().provider(), context.now()));
        }
    }

    private KnownNumber known() throws Exception {
        var known = numbers.value();
        return known == null ? KnownNumber.nothing() : known;
    }

    /** What the assessment says itself stands; only numbers and their holders have a class and a carrier. */
    private static Assessment described(Assessment a, KnownNumber known) {
        if (a.subjectType() != SubjectType.NUMBER && a.subjectType() != SubjectType.VICTIM) {
            return a;
        }
        return a.about(
                a.numberClass() == null ? known.numberClass() : a.numberClass(),
                a.province() == null ? known.province() : a.province(),
                known.carrier(),
                known.leaseKey());
    }

    @Override
    public String sweptState() {
        return NUMBER.getName();
    }

    @Override
    public void sweep(StepContext<Assessment> context) throws Exception {
        if (numbers.value().lastHeard() + KEPT_MS <= context.now()) {
            numbers.clear();
        }
    }

    @Override
    public void onRefused(
            NumberNews news, DeadLetterReason reason, StepContext<Assessment> context) {
        if (news.assessment() != null) {
            context.emit(news.assessment());
        } else {
            context.count("number-news." + reason);
        }
    }
}
