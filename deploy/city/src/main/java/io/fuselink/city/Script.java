/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Channel;
import java.util.List;

/** What the two sides of one call say, in order. */
record Script(List<Sentence> sentences) {
    /** One side's words until the other speaks. */
    record Sentence(Channel channel, String text) {}
}
