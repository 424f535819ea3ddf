/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ordered;

/**
 * An attributed event on its way to one number's profile; a call visits its initiator and its recipient.
 *
 * @param numberTk the profile visited
 * @param call null where words are told of instead
 * @param speech what the number has said in a call; null for all other visits
 */
public record Visit(String numberTk, Role role, AttributedCall call, SpeechNote speech)
        implements Ordered {

    Visit(String numberTk, Role role, AttributedCall call) {
        this(numberTk, role, call, null);
    }

    /** To whoever has spoken. */
    public static Visit of(SpeechNote speech) {
        return new Visit(speech.callerTk(), Role.SPEAKER, null, speech);
    }

    /** As whom the number is concerned. */
    public enum Role {
        /** Made the call; owns the event in the conservation law. */
        INITIATOR,
        RECIPIENT,
        /** Was seen in a cell, or had a purpose approved; owns the event. */
        HOLDER,
        /** Reported a call. */
        REPORTER,
        /** Is pointed at by a push, or by a party that says how it acts against it. */
        ACCUSED,
        /** Is about to pay somebody. */
        PAYER,
        /** Had a call sent on elsewhere. */
        FORWARDER,
        /** Was heard speaking. */
        SPEAKER
    }

    @Override
    public long orderTime() {
        return call == null ? speech.orderTime() : call.orderTime();
    }

    @Override
    public String orderId() {
        return call == null ? speech.orderId() : call.orderId();
    }

    @Override
    public int orderRank() {
        return role.ordinal();
    }
}
