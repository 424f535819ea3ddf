/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.Signal;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.cep.EventComparator;

/**
 * The one order in which patterns see signals that became true at one instant: by the time of what
 * they tell, then as the story goes ({@link SignalCode}), then by id. Without it the order of arrival
 * would decide, and a replay would find something else than the stream did.
 */
public final class SignalOrder implements EventComparator<Signal> {
    private static final long serialVersionUID = 1;

    private static final Map<String, Integer> RANK =
            Stream.of(SignalCode.values())
                    .collect(Collectors.toUnmodifiableMap(SignalCode::name, SignalCode::ordinal));

    private static final Comparator<Signal> ORDER =
            Comparator.comparingLong(Signal::windowStart)
                    .thenComparing((Function<Signal, Integer>) SignalOrder::rank)
                    .thenComparing(Signal::id);

    @Override
    public int compare(Signal one, Signal other) {
        return ORDER.compare(one, other);
    }

    private static int rank(Signal signal) {
        return RANK.getOrDefault(signal.code(), RANK.size());
    }
}
