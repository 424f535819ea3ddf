/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.CityPlan;
import java.nio.file.Path;

/**
 * What one run of the sandbox plays and how.
 *
 * @param speed event time per wall time; 0 = flat out
 * @param out where the outputs and {@code summary.json} go; null when nobody asked for them
 */
public record SandboxPlan(CityPlan city, double speed, Path out) {}
