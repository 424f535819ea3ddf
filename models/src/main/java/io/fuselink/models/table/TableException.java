/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.table;

/** A file of rows that cannot be used; the message names the file, the line or field, and what to do. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TableException(String message) {
        super(message);
    }

    public TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
