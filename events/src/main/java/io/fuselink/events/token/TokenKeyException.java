/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.token;

/** The token key is missing or not usable; says what to do and never what the key is. */
public final class TokenKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TokenKeyException(String message) {
        super(message);
    }

    TokenKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
