/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/**
 * One record before it has its place in the chain.
 *
 * @param at when it was, epoch ms
 */
record Entry(long at, RecordKind kind, ObjectNode body) {

    /** The same facts always stand in the same order, whatever order they were read in. */
    static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::at)
                    .thenComparing(Entry::kind)
                    .thenComparing(e -> e.body().toString());
}
