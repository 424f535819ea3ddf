/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

import java.util.Locale;

/** Where a feature comes from; a deployment may lack whole blocks, so each carries a mask of its own. */
public enum Block {
    /** How often, how long, to whom: from calls and bindings. */
    FREQUENCY,
    /** Where from and where to: calling cells, recipients' provinces. */
    SPACE,
    /** Which handsets. */
    DEVICE,
    /** Text messages and their counterparts; only in published tables so far. */
    MESSAGES,
    /** Data volume and applications; only in published tables so far. */
    TRAFFIC,
    /** What the subscription costs; only in published tables so far. */
    FEES,
    /** What the number itself was heard saying: phrases, slots, warnings, the text model. */
    CONTENT;

    /** Name in rows, bundles and explanations, such as {@code space}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
