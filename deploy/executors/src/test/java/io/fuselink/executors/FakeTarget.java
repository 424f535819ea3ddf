/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A switch that does what it is told, once per key, unless the test says what goes wrong first. */
final class FakeTarget implements ActionTarget {
    final List<String> told = new ArrayList<>();
    final Deque<Outcome> first = new ArrayDeque<>();
    boolean keepsLegsApart = true;

    @Override
    public Outcome apply(Order order) {
        return tell("apply", order);
    }

    @Override
    public Outcome lift(Order order) {
        return tell("lift", order);
    }

    @Override
    public boolean keepsLegsApart() {
        return keepsLegsApart;
    }

    private Outcome tell(String what, Order order) {
        told.add(what + " " + order.key());
        return first.isEmpty() ? Outcome.done() : first.remove();
    }
}
