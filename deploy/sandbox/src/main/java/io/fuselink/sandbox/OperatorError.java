/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

/**
 * What the operator can put right: its message is one sentence that names the option, field or file and what to do; the
 * command line prints it without a stack trace and exits with its code.
 */
public final class OperatorError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private OperatorError(String sentence, int exitCode, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** The input or the configuration is wrong. */
    public static OperatorError badInput(String sentence) {
        return new OperatorError(sentence, ExitCodes.BAD_INPUT, null);
    }

    /** The input or the configuration is wrong, as {@code cause} found; the cause goes to the log only. */
    public static OperatorError badInput(String sentence, Throwable cause) {
        return new OperatorError(sentence, ExitCodes.BAD_INPUT, cause);
    }

    /** The machine is not suitable: a port is taken, a directory cannot be written, a server does not start. */
    public static OperatorError environment(String sentence) {
        return new OperatorError(sentence, ExitCodes.ENVIRONMENT, null);
    }

    /** The machine is not suitable, as {@code cause} found; the cause goes to the log only. */
    public static OperatorError environment(String sentence, Throwable cause) {
        return new OperatorError(sentence, ExitCodes.ENVIRONMENT, cause);
    }

    public int exitCode() {
        return exitCode;
    }
}
