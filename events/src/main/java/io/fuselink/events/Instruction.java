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
    INFO
}
