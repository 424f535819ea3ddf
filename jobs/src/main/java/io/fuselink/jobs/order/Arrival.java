/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

/** How a key's records reach a step, and so when the step may deliver them. */
public enum Arrival {
    /** In any order within the lateness; the watermark says what is complete. */
    WATERMARKED,
    /** Sorted by time per key, as the runtime hands them over in batch: a later record completes all earlier ones. */
    SORTED
}
