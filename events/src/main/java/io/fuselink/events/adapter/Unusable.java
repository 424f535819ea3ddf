/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import io.fuselink.events.DeadLetterReason;

/** Why a provider's record cannot become an event; never leaves this package. */
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DeadLetterReason reason;

    Unusable(DeadLetterReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    DeadLetterReason reason() {
        return reason;
    }
}
