/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.AckStatus;

/** What moves a leg from one state to another; the columns of {@link LegTable}. */
public enum Cause {
    /** The system approves, inside the automation limits. */
    AUTO,
    /** A human is asked. */
    ASK,
    /** The humans or the authority that must approve have. */
    APPROVE,
    /** A human does not approve. */
    REJECT,
    /** The command goes out. */
    ISSUE,
    /** The party has the command. */
    ACKED,
    /** The party acts. */
    EFFECTIVE,
    /** The party will not. */
    REFUSED,
    /** The party cannot, after its own retries. */
    FAILED,
    /** The party has released. */
    LIFTED,
    /** The party let it end by its own clock. */
    EXPIRED,
    /** Taken back before it went out. */
    WITHDRAW,
    /** Its time to live is over. */
    TIME_OVER,
    /** A later order of the same action takes its place. */
    SUPERSEDE;

    static Cause of(AckStatus status) {
        return switch (status) {
            case ACKED -> ACKED;
            case EFFECTIVE -> EFFECTIVE;
            case REJECTED -> REFUSED;
            case FAILED -> FAILED;
            case LIFTED -> LIFTED;
            case EXPIRED -> EXPIRED;
        };
    }
}
