/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.Persona;
import io.fuselink.events.ActionType;
import java.util.Map;

/**
 * What a play said of and did to the honest people of one kind.
 *
 * @param numbers how many numbers of the city they hold; 0 for outsiders, whom nobody counts
 * @param suspected how many of them, or of what they share, anything was said of (level 1 and above)
 * @param level highest level any of them reached, 0–4
 * @param actions what was asked of parties about them, by kind; an authority's orders included
 * @param wrongActions bundles sent about them on the system's own judgement, level 2 and above
 */
record HonestRow(
        Persona persona,
        int numbers,
        int suspected,
        int level,
        Map<ActionType, Integer> actions,
        int wrongActions) {}
