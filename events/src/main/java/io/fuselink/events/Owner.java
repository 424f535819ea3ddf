/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** E17: who carries, sells and uses a range of numbers, and from when to when. */
public record Owner(
        @Wire("what it covers") OwnerScope scopeType,
        @Wire("the range prefix, the managed unit or the lease") String scope,
        @Wire(value = "carrier or virtual operator", optional = true) String carrier,
        @Wire(value = "platform (应用平台提供方)", optional = true) String platform,
        @Wire(value = "lessee (业务使用方)", optional = true) String lessee,
        @Wire("whether the platform holds the pilot's qualification") boolean qualified,
        @Wire(value = "valid from", unit = "epoch ms UTC") long validFrom,
        @Wire(value = "valid to; 0 = open", unit = "epoch ms UTC, or 0") long validTo) {}
