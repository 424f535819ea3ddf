/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

/** A bundle that must not be used; the message names the file, the reason and what to do. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BundleException(String message) {
        super(message);
    }

    public BundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
