/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

/** What a party got wrong in a file it gives to its executor: one sentence naming the file, the field and what to do. */
public final class ExecutorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExecutorException(String sentence) {
        super(sentence);
    }

    public ExecutorException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
