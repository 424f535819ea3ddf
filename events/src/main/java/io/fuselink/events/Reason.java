/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * One line of a reason card: a limit that was passed, and by how much it would have to change.
 *
 * @param value what was seen
 * @param limit what it was held against
 * @param smallestChange the smallest change of the value that keeps it under the limit
 * @param at when it was concluded, epoch ms
 */
public record Reason(
        String detector,
        int version,
        String code,
        Family family,
        double value,
        double limit,
        double smallestChange,
        long at) {}
