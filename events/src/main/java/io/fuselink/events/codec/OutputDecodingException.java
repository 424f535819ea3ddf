/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

/** A record of an output topic, written by this project itself, cannot be read back. */
public final class OutputDecodingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputDecodingException(String message, Throwable cause) {
        super(message, cause);
    }
}
