/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What became of one wire record: an event or a dead letter, exactly one of the two. */
public record Received(Event event, DeadLetter deadLetter) {
    public static Received understood(Event event) {
        return new Received(event, null);
    }

    public static Received dead(DeadLetter letter) {
        return new Received(null, letter);
    }
}
