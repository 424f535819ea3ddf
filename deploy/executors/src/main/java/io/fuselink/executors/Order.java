/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import io.fuselink.events.Action;
import io.fuselink.events.Command;
import java.util.List;

/**
 * One command as the party's system receives it.
 *
 * @param command what to do now; {@code LIFT} as well when the action's own end has come
 * @param numbers what the target's token stands for, in clear, from the party's inventory; empty without one
 */
public record Order(Action action, Command command, List<String> numbers) {

    /** The same for every attempt at the same thing: leg, version and command. */
    public String key() {
        return action.legId() + "-" + action.version() + "-" + command;
    }
}
