/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.events.Signal;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TrunkType;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.patterns.SignalCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Single calls that come from abroad and show a number nobody abroad can have, such as {@code +86110}
 * (S22; carriers must end them, anti-fraud law art. 13). It is the call that is told of: whose number is
 * shown has not called, and who really calls may not be known.
 */
final class ForgedCalls {
    /**
     * Shapes that no caller abroad can have honestly. A subscriber abroad does come back dressed as
     * international, and anybody may withhold a number.
     */
    private static final Set<SpoofShape> IMPOSSIBLE =
            EnumSet.of(
                    SpoofShape.INTL_SHORT_CODE,
                    SpoofShape.AREA_SHORT_CODE,
                    SpoofShape.MALFORMED_700,
                    SpoofShape.MALFORMED,
                    SpoofShape.NOT_ORIGINATING);

    private ForgedCalls() {}

    /** What an attempt gives away about itself; empty where it may be genuine. */
    static Optional<Signal> of(Event attempt, StepContext<?> context) {
        var call = attempt.call();
        if (!forged(call.trunkType(), call.spoofShape())) {
            return Optional.empty();
        }
        var code = SignalCode.S22_FORGED_CALL;
        return Optional.of(
                Signal.of(
                                code.name(),
                                code.family(),
                                Subject.of(SubjectType.CALL, call.callId()),
                                1,
                                1,
                                context.now(),
                                context.now(),
                                context.limits().version(),
                                List.of(attempt.header().eventId()))
                        .withCall(call.callId(), call.fromTk(), call.toTk()));
    }

    static boolean forged(TrunkType trunk, SpoofShape shown) {
        return trunk == TrunkType.INTL && IMPOSSIBLE.contains(shown);
    }
}
