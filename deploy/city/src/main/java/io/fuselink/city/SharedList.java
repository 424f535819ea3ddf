/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.ArrayList;
import java.util.List;

/** A list that outlives the numbers it was called from: what one generation called, the next calls again. */
final class SharedList {
    private final CallList strangers;
    private final List<Line> called = new ArrayList<>();

    SharedList(CallList strangers) {
        this.strangers = strangers;
    }

    /** Strangers, whom those who come later will know. */
    CallList first() {
        return dice -> {
            var next = strangers.next(dice);
            called.add(next);
            return next;
        };
    }

    /** So large a share of those called before, and strangers. */
    CallList again(double share) {
        return dice ->
                !called.isEmpty() && dice.chance(share) ? dice.pick(called) : strangers.next(dice);
    }
}
