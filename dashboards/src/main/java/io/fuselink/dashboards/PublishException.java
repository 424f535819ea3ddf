/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

/** Elasticsearch did not take what analysts need; the message is one sentence saying what and what to do. */
public final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublishException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
