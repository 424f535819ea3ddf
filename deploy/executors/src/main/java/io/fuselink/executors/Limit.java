/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import io.fuselink.events.Action;
import io.fuselink.events.Command;
import java.util.List;

/**
 * One leg as it stands at the party.
 *
 * @param order the newest command heard for it
 * @param numbers whom it limits, in clear: kept because a number must be released although it has left the inventory since
 * @param reason what the party's system said last, null for nothing
 * @param at when it came to stand so, epoch ms of the wall clock
 * @param held whether an earlier order for it may still be in force, whatever becomes of this one
 */
record Limit(
        Action order,
        List<String> numbers,
        Standing standing,
        String reason,
        long at,
        boolean held) {

    Limit {
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
    }

    String legId() {
        return order.legId();
    }

    Limit standing(Standing now, String why, long when) {
        return new Limit(order, numbers, now, why, when, held && now != Standing.HALF_OPEN);
    }

    /** What the target is told to put in force, or to take back. */
    Order toTarget() {
        var lets = standing.releasing() || standing == Standing.OPENING;
        return new Order(order, lets ? Command.LIFT : Command.APPLY, numbers);
    }

    /** Whether the time of its probe is over. */
    boolean probed(long now) {
        return order.probeUntil() <= now;
    }

    /** Whether its time is over; an order of an authority may be without end. */
    boolean overdue(long now) {
        return order.expiresAt() > 0 && order.expiresAt() <= now;
    }

    /** Whether another leg asks the same about the same target. */
    boolean concernsSameAs(Limit other) {
        return order.targetType() == other.order.targetType()
                && order.targetTk().equals(other.order.targetTk())
                && order.action() == other.order.action();
    }

    /** Whether a command is the one it answers to, once more. */
    boolean answers(Action action) {
        return action.version() == order.version() && action.command() == order.command();
    }

    /** Whether a command is older than what was heard; of equals the release wins. */
    boolean supersedes(Action action) {
        return action.version() < order.version()
                || action.version() == order.version()
                        && order.command() == Command.LIFT
                        && action.command() == Command.APPLY;
    }
}
