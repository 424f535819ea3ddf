/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What a police push asks for. */
public enum Instruction {
    VERIFY,
    SUSPEND,
    BLOCK,
    STOP_PAY,
    FREEZE,
    LIFT,
    INFO;

    /** Whether something is taken from somebody; a question or a note accuses nobody. */
    public boolean restricts() {
        return switch (this) {
            case SUSPEND, BLOCK, STOP_PAY, FREEZE -> true;
            case VERIFY, LIFT, INFO -> false;
        };
    }
}
