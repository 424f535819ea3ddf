/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Feed;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the gateways get wrong, feed by feed, as shares 0–1 of its records; a feed not named has none
 * of it.
 *
 * @param duplicated sent a second time with the same event id
 * @param garbage followed by a record no codec takes, or must take
 * @param late played minutes after their own ingest time
 * @param shuffled played seconds after their own ingest time, behind records that came later
 * @param ringsHeldUp direct rings played minutes late: a ring says least of all events, its absence
 *     changes no outcome
 * @param silences feeds that say nothing for a stretch of the play; what happens then is lost
 * @param clockSkewMs how far the slow carrier's clock runs ahead (below 0: behind), in ms
 */
public record FeedFaults(
        Map<Feed, Double> duplicated,
        Map<Feed, Double> garbage,
        Map<Feed, Double> late,
        Map<Feed, Double> shuffled,
        double ringsHeldUp,
        Map<Feed, Silence> silences,
        long clockSkewMs)
        implements Serializable {

    /** A stretch of the play, both ends as shares 0–1 of its length. */
    public record Silence(double from, double until) implements Serializable {
        public Silence {
            if (!(from >= 0 && from <= until && until <= 1)) {
                throw new IllegalArgumentException(
                        "silent: " + from + " to " + until + " is no stretch within 0 to 1");
            }
        }
    }

    /** Everything arrives once, in time and readable. */
    public static final FeedFaults NONE =
            new FeedFaults(Map.of(), Map.of(), Map.of(), Map.of(), 0, Map.of(), 0);

    /** The little that is always wrong somewhere. */
    public static final FeedFaults EVERYDAY =
            new FeedFaults(
                    Map.of(
                            Feed.CALLS, 1.0 / 997,
                            Feed.CDRS, 1.0 / 331,
                            Feed.BINDINGS, 1.0 / 131,
                            Feed.TRANSCRIPTS, 1.0 / 97),
                    Map.of(
                            Feed.CALLS, 1.0 / 2_003,
                            Feed.CDRS, 1.0 / 1_009,
                            Feed.BINDINGS, 1.0 / 307,
                            Feed.TRANSCRIPTS, 1.0 / 109,
                            Feed.SIGHTINGS, 1.0 / 211),
                    Map.of(),
                    Map.of(),
                    1.0 / 499,
                    Map.of(),
                    0);

    public FeedFaults {
        duplicated = shares("duplicated", duplicated);
        garbage = shares("garbage", garbage);
        late = shares("late", late);
        shuffled = shares("shuffled", shuffled);
        share("rings held up", ringsHeldUp);
        silences = Map.copyOf(silences);
    }

    public FeedFaults withDuplicated(Feed feed, double share) {
        return new FeedFaults(
                with(duplicated, feed, share),
                garbage,
                late,
                shuffled,
                ringsHeldUp,
                silences,
                clockSkewMs);
    }

    public FeedFaults withGarbage(Feed feed, double share) {
        return new FeedFaults(
                duplicated,
                with(garbage, feed, share),
                late,
                shuffled,
                ringsHeldUp,
                silences,
                clockSkewMs);
    }

    public FeedFaults withLate(Feed feed, double share) {
        return new FeedFaults(
                duplicated,
                garbage,
                with(late, feed, share),
                shuffled,
                ringsHeldUp,
                silences,
                clockSkewMs);
    }

    public FeedFaults withShuffled(Feed feed, double share) {
        return new FeedFaults(
                duplicated,
                garbage,
                late,
                with(shuffled, feed, share),
                ringsHeldUp,
                silences,
                clockSkewMs);
    }

    public FeedFaults withSilent(Feed feed, Silence silence) {
        return new FeedFaults(
                duplicated,
                garbage,
                late,
                shuffled,
                ringsHeldUp,
                with(silences, feed, silence),
                clockSkewMs);
    }

    public FeedFaults withClockSkew(long ms) {
        return new FeedFaults(duplicated, garbage, late, shuffled, ringsHeldUp, silences, ms);
    }

    boolean silent(Feed feed, double shareOfPlay) {
        var silence = silences.get(feed);
        return silence != null && shareOfPlay >= silence.from() && shareOfPlay < silence.until();
    }

    /** Whether the n-th record has its turn, n from 1; half-way through the first stretch, so that short feeds have one too. */
    static boolean due(double share, long n) {
        return share > 0 && Math.floor(n * share + 0.5) > Math.floor((n - 1) * share + 0.5);
    }

    private static <V> Map<Feed, V> with(Map<Feed, V> map, Feed feed, V value) {
        var changed = new EnumMap<Feed, V>(Feed.class);
        changed.putAll(map);
        changed.put(feed, value);
        return changed;
    }

    private static Map<Feed, Double> shares(String what, Map<Feed, Double> shares) {
        shares.forEach((feed, share) -> share(what + " of " + feed.wireName(), share));
        return Map.copyOf(shares);
    }

    private static void share(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(what + ": " + share + " is not between 0 and 1");
        }
    }
}
