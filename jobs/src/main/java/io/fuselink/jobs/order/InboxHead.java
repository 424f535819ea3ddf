/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

/** What a key's inbox holds, at a glance: when it wakes next and how many records wait. */
public record InboxHead(long nextTimer, int waiting) {
    static final InboxHead EMPTY = new InboxHead(Long.MAX_VALUE, 0);

    boolean idle() {
        return nextTimer == Long.MAX_VALUE && waiting == 0;
    }
}
