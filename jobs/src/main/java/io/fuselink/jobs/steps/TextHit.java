/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Channel;
import io.fuselink.events.Ordered;
import io.fuselink.models.texts.WordBag;
import io.fuselink.patterns.script.SegmentHits;
import java.util.List;

/**
 * What was read in one transcript segment. The words themselves end in step 2b and are not part of it.
 *
 * @param at place in event time, epoch ms
 * @param last whether the segment is complete; a later partial of the same number replaces an earlier one
 * @param words what the text model makes of it; null while there is no text model
 * @param wordScore the text model's score of this segment alone, 0–1
 * @param opening fingerprint of how the caller begins ({@code Opening}); empty for anything else
 */
public record TextHit(
        String eventId,
        String provider,
        String callId,
        int segNo,
        Channel channel,
        String fromTk,
        String toTk,
        long beginMs,
        long endMs,
        boolean last,
        long at,
        SegmentHits hits,
        WordBag words,
        double wordScore,
        List<Long> opening)
        implements Ordered {

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return eventId;
    }
}
