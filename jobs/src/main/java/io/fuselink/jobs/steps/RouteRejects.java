/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.PolicyVersion;
import io.fuselink.events.Received;
import io.fuselink.events.SmsTemplate;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Tally;
import io.fuselink.jobs.types.CompactType;
import io.fuselink.patterns.Limits;
import java.util.Optional;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Step 2: unwraps what the sources understood and sets the dead letters aside. Owns the feeds that no
 * keyed step owns, such as owners, the clock, and policy, which it accepts or refuses whole.
 */
public final class RouteRejects extends ProcessFunction<Received, Event>
        implements CheckpointedFunction {
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", CompactType.forRecord(DeadLetter.class));
    public static final OutputTag<Event> POLICY =
            new OutputTag<>("policy", CompactType.forRecord(Event.class));
    public static final OutputTag<Event> OWNERS =
            new OutputTag<>("owners", CompactType.forRecord(Event.class));

    private transient Tally tally;

    @Override
    public void processElement(Received received, Context context, Collector<Event> out) {
        var feed =
                received.event() == null ? received.deadLetter().feed() : received.event().feed();
        tally.received(feed);
        if (received.deadLetter() != null) {
            bury(received.deadLetter(), context);
            return;
        }
        var event = received.event();
        switch (event.feed()) {
            case CLOCK -> processed(event);
            case SMS -> {
                if (ofACode(event)) {
                    out.collect(event);
                } else {
                    processed(event);
                }
            }
            case LINKS, FUNDS -> {
                processed(event);
                out.collect(event);
            }
            case OWNERS -> {
                processed(event);
                context.output(OWNERS, event);
            }
            case POLICY -> policy(event, context);
            default -> out.collect(event);
        }
    }

    /** Of short messages only codes and what banks say tell anything (S18). */
    private static boolean ofACode(Event event) {
        var kind = event.sms().templateKind();
        return kind == SmsTemplate.OTP || kind == SmsTemplate.BANK_TX;
    }

    private void policy(Event event, Context context) {
        var refusal = Limits.refusal(event.policy()).or(() -> tooLate(event));
        if (refusal.isPresent()) {
            bury(
                    LostEvent.of(event, DeadLetterReason.POLICY_REFUSED, refusal.get()).letter(),
                    context);
        } else {
            processed(event);
            context.output(POLICY, event);
        }
    }

    /** A policy that reaches back behind its own arrival would mean one thing here and another there. */
    private static Optional<String> tooLate(Event event) {
        return event.policy().validFrom() < event.header().ingestTime() + PolicyVersion.NOTICE_MS
                ? Optional.of("valid_from is less than 3 s after the policy arrived")
                : Optional.empty();
    }

    private void processed(Event event) {
        tally.add(Outcome.PROCESSED.counter(event.feed()), 1);
    }

    private void bury(DeadLetter letter, Context context) {
        tally.add(Outcome.DEAD_LETTER.counter(letter.feed()), 1);
        tally.add("dead-letter." + letter.reason(), 1);
        context.output(DEAD_LETTERS, letter);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        tally = Tally.restore(getRuntimeContext(), context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        tally.snapshot();
    }
}
