/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** E15: somebody who was hit contests it. */
public record Appeal(
        @Wire(value = "id of the appeal", privacy = P1) String appealId,
        @Wire(value = "the bundle contested", privacy = P1) String bundleId,
        @Wire(value = "the leg contested; absent = all", privacy = P1, optional = true)
                String legId,
        @Wire(value = "who contests", privacy = P1, unit = "token") String subjectTk,
        @Wire("where it was filed") String channel,
        @Wire(value = "when it was filed", unit = "epoch ms UTC") long filedAt,
        @Wire(value = "hash of the statement", privacy = P1, optional = true)
                String statementHash) {}
