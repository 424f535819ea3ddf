/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Owner;
import io.fuselink.events.OwnerScope;
import io.fuselink.events.Purpose;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.PurposeScope;
import io.fuselink.events.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the joint centre knew before the play: who owns which numbers, and what registered numbers are for. */
final class Registry implements Resident {
    private static final int LINE_CALLS_AN_HOUR = 120;
    private static final int LEASE_CALLS_AN_HOUR = 5_000;
    private static final long SINCE_MS = Duration.ofDays(30).toMillis();
    private static final long VALID_MS = Duration.ofDays(120).toMillis();

    private final World world;
    private final List<Lease> leases;
    private final Map<Phone, PurposeClass> lines;
    private long entries;

    /** @param lines registered numbers and what they are for */
    Registry(World world, List<Lease> leases, Map<Phone, PurposeClass> lines) {
        this.world = world;
        this.leases = leases;
        this.lines = lines;
    }

    @Override
    public long act(long now) {
        NumberBook.ranges()
                .forEach(
                        (range, carrier) -> own(OwnerScope.RANGE, range, carrier, null, null, now));
        for (var lease : leases) {
            lease.numbers().units().forEach(unit -> ownedBy(lease, OwnerScope.X_UNIT, unit, now));
            ownedBy(lease, OwnerScope.POOL, lease.poolKey(), now);
            approve(
                    PurposeScope.X_POOL,
                    lease.poolKey(),
                    lease.purpose(),
                    LEASE_CALLS_AN_HOUR,
                    now);
        }
        lines.forEach(
                (phone, purpose) ->
                        approve(PurposeScope.NUMBER, phone.tk(), purpose, LINE_CALLS_AN_HOUR, now));
        return GONE;
    }

    private void ownedBy(Lease lease, OwnerScope type, String scope, long now) {
        own(type, scope, Parties.PROMPT, Parties.PLATFORM, lease.lessee(), now);
    }

    private void own(
            OwnerScope type,
            String scope,
            String carrier,
            String platform,
            String lessee,
            long now) {
        enter(new Owner(type, scope, carrier, platform, lessee, true, now - SINCE_MS, 0), now);
    }

    private void approve(
            PurposeScope type, String scope, PurposeClass purpose, int anHour, long now) {
        enter(
                new Purpose(
                        type,
                        scope,
                        purpose,
                        anHour,
                        Parties.REGISTRY,
                        now - SINCE_MS,
                        now + VALID_MS,
                        "file-" + entries),
                now);
    }

    private void enter(Record body, long now) {
        world.gateways.send(
                "registry-" + entries++, Source.JOINT_CENTRE, Parties.REGISTRY, now, now, body);
    }
}
