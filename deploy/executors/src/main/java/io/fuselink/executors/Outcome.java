/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

/**
 * What became of one attempt.
 *
 * @param reason for people and for the acknowledgement; never a clear number; null when there is nothing to say
 */
public record Outcome(Kind kind, String reason) {

    /** How an attempt ends. */
    public enum Kind {
        /** It is as ordered. */
        DONE,
        /** The party's system will not do it, and nothing is in force. */
        REFUSED,
        /** Nobody knows whether it is in force: try again. */
        UNCLEAR
    }

    public static Outcome done() {
        return new Outcome(Kind.DONE, null);
    }

    public static Outcome done(String reason) {
        return new Outcome(Kind.DONE, reason);
    }

    public static Outcome refused(String reason) {
        return new Outcome(Kind.REFUSED, reason);
    }

    public static Outcome unclear(String reason) {
        return new Outcome(Kind.UNCLEAR, reason);
    }
}
