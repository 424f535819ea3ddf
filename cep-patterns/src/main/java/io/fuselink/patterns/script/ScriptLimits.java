/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

/**
 * The numbers a call's script is scored with. The standard ones are priors that were checked on public texts, not field
 * estimates (docs/scripts.md).
 *
 * @param threshold score from which a side of the call counts as following a script
 * @param halfLifeMs words lose half their weight in this many milliseconds of the call
 * @param stageBonus added to the multiplier for every stage after the first
 * @param advisoryFactor what a warning that is not voided leaves of the score
 * @param transferBonus once per side, for a safe account with a verb of transfer in its clause
 * @param legitCap most that harmless phrases take off
 * @param breakerWindowMs an instruction this soon after a breaker voids the warning
 */
public record ScriptLimits(
        double threshold,
        long halfLifeMs,
        double stageBonus,
        double advisoryFactor,
        double transferBonus,
        double legitCap,
        long breakerWindowMs) {

    public ScriptLimits {
        if (!(threshold > 0) || halfLifeMs <= 0) {
            throw new IllegalArgumentException(
                    "threshold and halfLifeMs must be above zero, got "
                            + threshold
                            + " and "
                            + halfLifeMs);
        }
    }

    public static ScriptLimits standard() {
        return new ScriptLimits(6, 600_000, 0.5, 0.1, 4, 4, 60_000);
    }
}
