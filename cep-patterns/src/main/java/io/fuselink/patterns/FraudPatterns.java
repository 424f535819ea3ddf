/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.patterns.behaviour.StrangerBurst;
import io.fuselink.patterns.binding.BypassedNumbers;
import io.fuselink.patterns.binding.ExpiredBindingReuse;
import io.fuselink.patterns.content.IsolateAndSteer;
import io.fuselink.patterns.content.ScriptOverCalls;
import io.fuselink.patterns.groups.Rotation;
import io.fuselink.patterns.groups.ScriptedPool;
import io.fuselink.patterns.lifecycle.IndustryChain;
import io.fuselink.patterns.lifecycle.ShortLivedCards;
import io.fuselink.patterns.relay.RelayOnOneVictim;
import io.fuselink.patterns.returns.Displacement;
import io.fuselink.patterns.returns.Phoenix;
import io.fuselink.patterns.victim.CodesInCall;
import io.fuselink.patterns.victim.Isolation;
import io.fuselink.patterns.victim.TransferAfterCall;
import java.util.List;
import java.util.Set;

/** The catalogue of ordered patterns. */
public final class FraudPatterns {
    private static final List<FraudPattern> ALL =
            List.of(
                    new StrangerBurst(),
                    new Rotation(),
                    new RelayOnOneVictim(),
                    new IsolateAndSteer(),
                    new ScriptOverCalls(),
                    new ExpiredBindingReuse(),
                    new CodesInCall(),
                    new TransferAfterCall(),
                    new Isolation(),
                    new Phoenix(),
                    new Displacement(),
                    new ShortLivedCards(),
                    new IndustryChain(),
                    new BypassedNumbers(),
                    new ScriptedPool());

    /** Patterns over what becomes of numbers that were broken: they read what follows from others' findings. */
    private static final Set<SignalCode> AFTER_FINDINGS =
            Set.of(SignalCode.NUMBER_BROKEN, SignalCode.NUMBER_RISES);

    private FraudPatterns() {}

    /** Whether a pattern reads what is told only after others have found something. */
    public static boolean followsFindings(FraudPattern pattern) {
        return AFTER_FINDINGS.containsAll(pattern.reads());
    }

    public static List<FraudPattern> all() {
        return ALL;
    }
}
