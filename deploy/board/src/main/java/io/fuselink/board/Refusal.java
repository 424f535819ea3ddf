/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

/** A request the board does not answer; the message is one sentence for whoever sits before the browser. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    Refusal(int status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }
}
