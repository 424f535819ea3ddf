/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import io.fuselink.events.Received;
import java.util.List;

/** Reads what one provider pushes; an item that cannot be taken spoils only itself. For one thread. */
public interface PushReader {
    /**
     * Never throws.
     *
     * @param position where the push lies
     * @param arrivedAt when the gateway took it, epoch ms; 0 = unknown, then it counts as taken when it happened
     */
    List<Received> read(byte[] push, String position, long arrivedAt);
}
