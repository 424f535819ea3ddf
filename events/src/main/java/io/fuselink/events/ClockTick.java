/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** The deployment's clock, one tick a second, so that time passes while feeds are silent. */
public record ClockTick(
        @Wire("whose clock") String deployment,
        @Wire(value = "running number", unit = "integer ≥ 0") long tick) {}
