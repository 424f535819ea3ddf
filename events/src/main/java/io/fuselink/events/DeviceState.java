/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** E10: which SIM sits in which device. */
public record DeviceState(
        @Wire(value = "the SIM", privacy = P1, unit = "token") String imsiTk,
        @Wire(value = "the device", privacy = P1, unit = "token") String imeiTk,
        @Wire(value = "the number", privacy = P1, unit = "token") String phoneTk,
        @Wire(value = "first seen together", unit = "epoch ms UTC") long firstSeen,
        @Wire(value = "last seen together", unit = "epoch ms UTC") long lastSeen,
        @Wire(value = "SIMs seen in the device within 24 h", unit = "integer ≥ 0") int simCount24h,
        @Wire("kind of device") DeviceClass imeiClass) {}
