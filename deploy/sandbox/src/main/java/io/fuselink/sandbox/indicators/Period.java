/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

/**
 * The time figures are counted in.
 *
 * @param start epoch ms
 * @param end epoch ms, exclusive
 * @param phase the pilot's phase it lies in, null when none was given
 */
public record Period(long start, long end, String phase) {

    boolean holds(long time) {
        return time >= start && time < end;
    }
}
