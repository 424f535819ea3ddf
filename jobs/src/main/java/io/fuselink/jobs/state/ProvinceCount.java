/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** Attempts to recipients of one province. */
public record ProvinceCount(String province, int attempts, long lastAt) {}
