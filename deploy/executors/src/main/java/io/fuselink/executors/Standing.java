/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import io.fuselink.events.AckStatus;

/** Where a leg stands at the party. */
enum Standing {
    /** Heard and written down, not yet in force. */
    TAKEN(AckStatus.ACKED),
    IN_FORCE(AckStatus.EFFECTIVE),
    /** Never came into force. */
    REFUSED(AckStatus.REJECTED),
    /** Gave up; whether it is in force is not known, so that it is still lifted at its end. */
    FAILED(AckStatus.FAILED),
    /** To be lifted because somebody said so. */
    LIFTING(null),
    /** To be lifted because its time is over. */
    EXPIRING(null),
    /** To be let go for a while, to see how things go without. */
    OPENING(null),
    /** Let go until the end of a probe; then it is put in force again. */
    HALF_OPEN(null),
    LIFTED(AckStatus.LIFTED),
    EXPIRED(AckStatus.EXPIRED);

    private final AckStatus answer;

    Standing(AckStatus answer) {
        this.answer = answer;
    }

    /** What the party acknowledges with it; null while there is nothing new to say. */
    AckStatus answer() {
        return answer;
    }

    /** Whether somebody may be limited, so that the end must be seen to. */
    boolean mayBind() {
        return this == TAKEN || this == IN_FORCE || this == FAILED;
    }

    boolean releasing() {
        return this == LIFTING || this == EXPIRING;
    }

    /** Whether a probe is under way. */
    boolean probing() {
        return this == OPENING || this == HALF_OPEN;
    }

    boolean over() {
        return this == REFUSED || this == LIFTED || this == EXPIRED;
    }
}
