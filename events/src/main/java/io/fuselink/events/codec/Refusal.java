/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import io.fuselink.events.DeadLetterReason;

/** Why a record is not taken; travels from the field that broke a rule to the codec's boundary and no further. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DeadLetterReason reason;

    Refusal(DeadLetterReason reason, String detail) {
        super(detail, null, false, false); // a bad record must cost no stack trace
        this.reason = reason;
    }

    DeadLetterReason reason() {
        return reason;
    }
}
