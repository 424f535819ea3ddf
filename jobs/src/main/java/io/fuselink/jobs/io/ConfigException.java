/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io;

/** What the operator's configuration got wrong: the message is one sentence that names the file, the key and what to do. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String sentence) {
        super(sentence);
    }

    public ConfigException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
