/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.patterns.behaviour.StrangerBurst;
import io.fuselink.patterns.binding.ExpiredBindingReuse;
import io.fuselink.patterns.content.IsolateAndSteer;
import io.fuselink.patterns.content.ScriptOverCalls;
import io.fuselink.patterns.groups.Rotation;
import io.fuselink.patterns.relay.RelayOnOneVictim;
import java.util.List;

/** The catalogue of ordered patterns. */
public final class FraudPatterns {
    private static final List<FraudPattern> ALL =
            List.of(
                    new StrangerBurst(),
                    new Rotation(),
                    new RelayOnOneVictim(),
                    new IsolateAndSteer(),
                    new ScriptOverCalls(),
                    new ExpiredBindingReuse());

    private FraudPatterns() {}

    public static List<FraudPattern> all() {
        return ALL;
    }
}
