/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import io.fuselink.events.Received;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What became of one record and where it lies.
 *
 * @param position {@code file:line}, followed by {@code #item} in a push of several; in Kafka {@code partition@offset}
 */
public record Placed(Received received, String position) {

    static Stream<Placed> each(List<Received> received, String position) {
        return received.size() == 1
                ? Stream.of(new Placed(received.get(0), position))
                : IntStream.range(0, received.size())
                        .mapToObj(i -> new Placed(received.get(i), position + "#" + i));
    }
}
