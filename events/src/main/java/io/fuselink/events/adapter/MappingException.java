/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

/** A mapping file, or the file it is used on, does not fit: one sentence naming the file, the key or column, and what to do. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MappingException(String message) {
        super(message);
    }

    MappingException(String message, Throwable cause) {
        super(message, cause);
    }
}
