/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** E7: a bank account and a telephone number belong together. */
public record AccountLink(
        @Wire(value = "the account", privacy = P1, unit = "token") String acctTk,
        @Wire(value = "identity of its owner", privacy = P1, unit = "token", optional = true)
                String ownerIdTk,
        @Wire(value = "the number", privacy = P1, unit = "token") String phoneTk,
        @Wire("how they belong together") AccountRelation relation,
        @Wire(value = "since when", unit = "epoch ms UTC") long since,
        @Wire(value = "how sure the supplier is", unit = "0–1") double conf) {}
