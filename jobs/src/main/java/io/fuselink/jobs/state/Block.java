/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** A party says that it blocks the number since this time. */
public record Block(String legId, String bundleId, String party, long effectiveAt) {}
