/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.Map;

/**
 * What the gateways did to the records, by wire name of the feed.
 *
 * @param duplicates facts sent a second time, with the same event id
 * @param garbage records no codec takes, or must take
 * @param heldUp records played minutes after their own ingest time; late, unless time stood still
 * @param shuffled records played seconds after their own ingest time
 * @param lost records never sent, because their feed was silent
 * @param wrongClock records whose event time is off
 */
public record FaultTally(
        Map<String, Long> duplicates,
        Map<String, Long> garbage,
        Map<String, Long> heldUp,
        Map<String, Long> shuffled,
        Map<String, Long> lost,
        Map<String, Long> wrongClock) {}
