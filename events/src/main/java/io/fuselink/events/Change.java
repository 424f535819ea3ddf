/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * One line of the smallest change that would have kept a level lower: what was seen, and what it would
 * have had to be for its finding not to be made. Computed, not written.
 *
 * @param detector the finding that would not have been made
 * @param code the fact whose value would have been another
 * @param value what was seen
 * @param limit what it was held against
 * @param changeTo the nearest value that does not pass the limit
 * @param levelThen the level without the findings of this line and those before it
 */
public record Change(
        String detector, String code, double value, double limit, double changeTo, int levelThen) {}
