/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

/** The exit codes of {@code ./fuselink}, as its help lists them. */
public final class ExitCodes {

    public static final int OK = 0;
    public static final int UNEXPECTED = 1;
    public static final int BAD_INPUT = 2;
    public static final int ENVIRONMENT = 3;
    public static final int USAGE = 64;

    private ExitCodes() {}
}
