/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.GroupKind;
import io.fuselink.events.Ordered;

/**
 * A number was active behind a link key (a shared device), or a subject behind it was assessed.
 *
 * @param memberTk the number, null for an assessment
 * @param seed the assessment, null for activity
 */
public record LinkTouch(String linkKey, long at, String id, String memberTk, Assessment seed)
        implements Ordered {

    static LinkTouch member(GroupKind kind, String key, String memberTk, long at) {
        return new LinkTouch(kind + ":" + key, at, memberTk, memberTk, null);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id;
    }
}
