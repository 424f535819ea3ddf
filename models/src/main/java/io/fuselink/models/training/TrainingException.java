/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

/** Rows no model can be trained on; the message names the file, the line or field, and what to do. */
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }

    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
